// SPDX-License-Identifier: GPL-3.0-or-later
#include "Waiting.h"
#include "core/kube/actions/LogFollow.h"
#include "core/kube/actions/LogWindow.h"
#include "tests/fakes/FakeCluster.h"

#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;
using sentinel::testing::FakeCluster;

namespace {

const ObjectName kPod{.ns = u"shop"_s, .name = u"web-0"_s};

/// "2026-11-26T12:00:05.000000007Z text" of second 5.7.
QByteArray line(int second, int nano, const QByteArray &text)
{
    return "2026-11-26T12:" + QByteArray::number(second / 60).rightJustified(2, '0') + ':'
        + QByteArray::number(second % 60).rightJustified(2, '0') + '.' + QByteArray::number(nano).rightJustified(9, '0') + "Z "
        + text;
}

struct Pod
{
    int restarts = 0;
    QString state = u"running"_s;
    int exitCode = 0;
    QString policy = u"Always"_s;
    QString startedAt = u"2026-11-26T11:00:00Z"_s;
};

Object podObject(const Pod &pod)
{
    const Object inner
        = pod.state == u"terminated" ? Object{{u"exitCode"_s, pod.exitCode}} : Object{{u"startedAt"_s, pod.startedAt}};
    const Object status{{u"name"_s, u"app"_s}, {u"restartCount"_s, pod.restarts}, {u"state"_s, Object{{pod.state, inner}}}};
    return {{u"kind"_s, u"Pod"_s},
            {u"metadata"_s, Object{{u"name"_s, kPod.name}, {u"namespace"_s, kPod.ns}, {u"uid"_s, u"u1"_s}}},
            {u"spec"_s, Object{{u"restartPolicy"_s, pod.policy}, {u"containers"_s, QJsonArray{Object{{u"name"_s, u"app"_s}}}}}},
            {u"status"_s, Object{{u"phase"_s, u"Running"_s}, {u"containerStatuses"_s, QJsonArray{status}}}}};
}

const Pod kDone{.state = u"terminated"_s, .policy = u"Never"_s};

} // namespace

class LogFollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void timesAreReadToTheNanosecond_data();
    void timesAreReadToTheNanosecond();
    void aLogIsReadAndEnds();
    void whatIsWishedIsAskedFor();
    void aBrokenStreamGoesOnWithoutLossOrDoubles();
    void equalLinesOfOneMomentAreCounted();
    void linesOutOfOrderAreToldOnce();
    void aLogTurnedOverIsSaidToHaveAHole();
    void aRestartReadsTheEndOfTheRunBefore();
    void aRestartSeenLateTellsNothingTwice();
    void severalRestartsAreSaidToHaveAHole();
    void anEndOfARunThatCannotBeReadIsSaid();
    void aContainerThatWaitsIsWaitedFor();
    void aPodThatGoesEndsIt();
    void whoMayNotReadPodsStillReadsLogs();
    void aRefusalEndsIt();
    void withoutFollowingItIsTriedFiveTimes();
    void linesAreMadeSafe();
    void aSinkMayCancelInTheMiddle();

private:
    struct Step
    {
        QByteArrayList lines{};
        std::optional<Error::Kind> fault{};
        std::optional<Pod> after{}; ///< what the pod is from then on
        bool isGone = false;
    };
    Result<void> follow(LogWish wish = {.follow = true})
    {
        m_cluster->logged = [this](const ObjectName &, const LogOptions &options, const auto &tell) -> Result<void> {
            m_asked.append(options);
            if (m_steps.isEmpty()) {
                return failure(Error::Kind::Internal, {}, u"nothing more is scripted"_s);
            }
            const Step step = m_steps.takeFirst();
            for (const QByteArray &each : step.lines) {
                tell(each);
            }
            if (step.after) {
                m_cluster->put(podObject(*step.after));
            }
            if (step.isGone) {
                m_cluster->drop(u"Pod"_s, kPod.ns, kPod.name);
            }
            return step.fault ? Result<void>(failure(*step.fault, u"reading"_s, u"it broke"_s)) : Result<void>();
        };
        return answerOf(
            followLog(m_cluster, m_clock, kPod, wish, [this](const LogEvent &event) { note(event); }, m_cancel.token()));
    }
    void note(const LogEvent &event)
    {
        using Type = LogEvent::Type;
        const QHash<Type, QString> words{{Type::Line, event.text},
                                         {Type::Lost, u"<lost>"_s},
                                         {Type::Restarted, u"<restarted %1>"_s.arg(event.text)},
                                         {Type::Disconnected, u"<away>"_s},
                                         {Type::Reconnected, u"<back>"_s}};
        m_told.append(words[event.type]);
        m_events.append(event);
        if (event.text == m_cancelAt && !m_cancelAt.isEmpty()) {
            m_cancel.cancel();
        }
    }

    std::shared_ptr<FakeCluster> m_cluster;
    std::shared_ptr<EagerClock> m_clock;
    QList<Step> m_steps;
    QList<LogOptions> m_asked;
    QStringList m_told;
    QList<LogEvent> m_events;
    CancelSource m_cancel;
    QString m_cancelAt;
};

void LogFollowTest::init()
{
    m_cluster = std::make_shared<FakeCluster>();
    m_cluster->put(podObject({}));
    m_clock = std::make_shared<EagerClock>();
    m_steps.clear();
    m_asked.clear();
    m_told.clear();
    m_events.clear();
    m_cancel = {};
    m_cancelAt.clear();
}

void LogFollowTest::timesAreReadToTheNanosecond_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanoseconds"); // -1: no time
    const qint64 noon = QDateTime(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC).toSecsSinceEpoch() * 1'000'000'000;
    QTest::newRow("whole") << QByteArray("2026-11-26T12:00:00Z") << noon;
    QTest::newRow("nine digits") << QByteArray("2026-11-26T12:00:00.000000007Z") << noon + 7;
    QTest::newRow("fewer digits") << QByteArray("2026-11-26T12:00:00.5Z") << noon + 500'000'000;
    QTest::newRow("more digits") << QByteArray("2026-11-26T12:00:00.1234567899Z") << noon + 123'456'789;
    QTest::newRow("a zone") << QByteArray("2026-11-26T13:30:00+01:30") << noon;
    QTest::newRow("a zone in the west") << QByteArray("2026-11-26T07:00:00.000000001-05:00") << noon + 1;
    for (const char *bad : {"", "hello", "2026-11-26", "2026-13-26T12:00:00Z", "2026-11-26T12:00:00", "2026-11-26T12:00:00.Z",
                            "2026-11-26T12:00:00Zx", "2026-11-26T12:00:00+0100"}) {
        QTest::newRow(bad) << QByteArray(bad) << qint64(-1);
    }
}

void LogFollowTest::timesAreReadToTheNanosecond()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, nanoseconds);
    QCOMPARE(logTime(text).value_or(-1), nanoseconds);
}

void LogFollowTest::aLogIsReadAndEnds()
{
    m_steps = {{.lines = {line(1, 0, "one"), line(2, 0, "two words"), line(3, 0, "")}, .after = kDone}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"one"_s, u"two words"_s, QString()}));
    QCOMPARE(m_events[0].time, u"2026-11-26T12:00:01.000000000Z"_s);
    QCOMPARE(m_asked.size(), 1);
    QCOMPARE(m_asked[0].container, u"app"_s);
    QVERIFY(m_asked[0].timestamps && m_asked[0].follow);
}

void LogFollowTest::whatIsWishedIsAskedFor()
{
    m_steps = {{.lines = {line(1, 0, "a")}}};
    QVERIFY(follow({.container = u"app"_s, .previous = true, .tailLines = 7, .since = std::chrono::seconds(90)}));
    QVERIFY(m_asked[0].previous && !m_asked[0].follow);
    QCOMPARE(m_asked[0].tailLines, 7);
    QCOMPARE(m_asked[0].since, Duration(std::chrono::seconds(90)));
}

void LogFollowTest::aBrokenStreamGoesOnWithoutLossOrDoubles()
{
    m_steps = {{.lines = {line(1, 0, "a"), line(5, 10, "b"), line(5, 20, "c")}, .fault = Error::Kind::Unreachable},
               {.fault = Error::Kind::Unreachable},
               {.lines = {line(5, 10, "b"), line(5, 20, "c"), line(5, 30, "d"), line(9, 0, "e")}, .after = kDone}};
    QVERIFY(follow({.follow = true, .tailLines = 100}));
    QCOMPARE(m_told, QStringList({u"a"_s, u"b"_s, u"c"_s, u"<away>"_s, u"<back>"_s, u"d"_s, u"e"_s}));
    QCOMPARE(m_asked[0].tailLines, 100);
    QCOMPARE(m_asked[1].sinceTime, u"2026-11-26T12:00:03Z"_s);
    QCOMPARE(m_asked[2].tailLines, -1);
    QCOMPARE(m_clock->waits.size(), 2);
}

void LogFollowTest::equalLinesOfOneMomentAreCounted()
{
    const QByteArray same = line(5, 0, "again");
    m_steps = {{.lines = {same, same}, .fault = Error::Kind::Unreachable}, {.lines = {same, same, same}, .after = kDone}};
    QVERIFY(follow());
    QCOMPARE(m_told.count(u"again"_s), 3);
}

void LogFollowTest::linesOutOfOrderAreToldOnce()
{
    m_steps = {{.lines = {line(5, 20, "out"), line(5, 10, "err")}, .fault = Error::Kind::Timeout},
               {.lines = {line(5, 20, "out"), line(5, 10, "err"), line(5, 15, "late")}, .after = kDone}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"out"_s, u"err"_s, u"<away>"_s, u"<back>"_s, u"late"_s}));
}

void LogFollowTest::aLogTurnedOverIsSaidToHaveAHole()
{
    const Step turned{.lines = {line(50, 0, "y"), line(51, 0, "z")}};
    m_steps = {{.lines = {line(1, 0, "a")}, .fault = Error::Kind::Unreachable}, turned, turned, turned, turned};
    m_steps.last().after = kDone;
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"a"_s, u"<away>"_s, u"<back>"_s, u"<lost>"_s, u"y"_s, u"z"_s}));
    QCOMPARE(m_events[3].time, u"2026-11-26T12:00:01.000000000Z"_s);
}

void LogFollowTest::aRestartReadsTheEndOfTheRunBefore()
{
    m_steps = {{.lines = {line(1, 0, "a"), line(2, 0, "b")},
                .fault = Error::Kind::Unreachable,
                .after = Pod{.restarts = 1, .startedAt = u"2026-11-26T12:00:20Z"_s}},
               {.lines = {line(1, 0, "a"), line(2, 0, "b"), line(3, 0, "panic")}},
               {.lines = {line(20, 0, "hello again")}, .after = kDone}};
    m_steps.last().after->restarts = 1;
    QVERIFY(follow({.follow = true, .tailLines = 2}));
    QCOMPARE(m_told, QStringList({u"a"_s, u"b"_s, u"<away>"_s, u"<back>"_s, u"panic"_s, u"<restarted 1>"_s, u"hello again"_s}));
    QVERIFY(m_asked[1].previous);
    QCOMPARE(m_asked[1].sinceTime, u"2026-11-26T12:00:00Z"_s);
    QVERIFY(m_asked[2].sinceTime.isEmpty());
    QCOMPARE(m_asked[2].tailLines, -1);
}

void LogFollowTest::aRestartSeenLateTellsNothingTwice()
{
    // The pod does not say yet that the container runs anew when its log is opened again.
    const Pod anew{.restarts = 1, .startedAt = u"2026-11-26T12:00:20Z"_s};
    Pod over = kDone;
    over.restarts = 1;
    m_steps = {{.lines = {line(1, 0, "a")}},
               {.lines = {line(20, 0, "new")}, .after = anew}, // read, doubted
               {.lines = {line(1, 0, "a"), line(2, 0, "last words")}}, // of the run before
               {.lines = {line(20, 0, "new"), line(21, 0, "newer")}, .after = over}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"a"_s, u"last words"_s, u"<restarted 1>"_s, u"new"_s, u"newer"_s}));
}

void LogFollowTest::severalRestartsAreSaidToHaveAHole()
{
    Pod over = kDone;
    over.restarts = 3;
    m_steps = {{.lines = {line(1, 0, "a")},
                .fault = Error::Kind::Unreachable,
                .after = Pod{.restarts = 3, .startedAt = u"2026-11-26T12:01:20Z"_s}},
               {.lines = {line(90, 0, "z")}, .after = over}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"a"_s, u"<away>"_s, u"<lost>"_s, u"<back>"_s, u"<restarted 3>"_s, u"z"_s}));
}

void LogFollowTest::anEndOfARunThatCannotBeReadIsSaid()
{
    Pod over = kDone;
    over.restarts = 1;
    m_steps = {{.lines = {line(1, 0, "a")}, .after = Pod{.restarts = 1, .startedAt = u"2026-11-26T12:01:20Z"_s}},
               {.fault = Error::Kind::Invalid}, // the kubelet has thrown it away
               {.lines = {line(90, 0, "z")}, .after = over}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"a"_s, u"<lost>"_s, u"<restarted 1>"_s, u"z"_s}));
}

void LogFollowTest::aContainerThatWaitsIsWaitedFor()
{
    m_cluster->put(podObject({.state = u"waiting"_s}));
    m_steps = {{.fault = Error::Kind::Invalid},
               {.fault = Error::Kind::Invalid, .after = Pod{}},
               {.lines = {line(1, 0, "a")}, .after = kDone}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList{u"a"_s});
    QVERIFY(!m_clock->waits.isEmpty());
}

void LogFollowTest::aPodThatGoesEndsIt()
{
    m_steps = {{.lines = {line(1, 0, "a")}, .fault = Error::Kind::Unreachable, .isGone = true}};
    QVERIFY(follow());
    QCOMPARE(m_told.first(), u"a"_s);
    const auto never = follow();
    QVERIFY(!never);
    QCOMPARE(never.error().kind, Error::Kind::NotFound);
}

void LogFollowTest::whoMayNotReadPodsStillReadsLogs()
{
    m_cluster->failNext(sentinel::testing::Act::Get, Error::Kind::Forbidden, 100);
    m_steps = {{.lines = {line(1, 0, "a")}}, {.lines = {line(1, 0, "a"), line(2, 0, "b")}}, {.lines = {line(2, 0, "b")}}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"a"_s, u"b"_s}));
}

void LogFollowTest::aRefusalEndsIt()
{
    m_steps = {{.fault = Error::Kind::Forbidden}};
    const auto refused = follow();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    QCOMPARE(refused.error().doing, u"reading the log of Pod shop/web-0"_s);
}

void LogFollowTest::withoutFollowingItIsTriedFiveTimes()
{
    m_steps = {{.lines = {line(1, 0, "a")}, .fault = Error::Kind::Unreachable}, {.lines = {line(1, 0, "a"), line(2, 0, "b")}}};
    QVERIFY(follow(LogWish{}));
    QCOMPARE(m_told, QStringList({u"a"_s, u"<away>"_s, u"<back>"_s, u"b"_s}));
    m_steps = QList<Step>(9, Step{.fault = Error::Kind::Unreachable});
    m_asked.clear();
    const auto failed = follow(LogWish{});
    QVERIFY(!failed);
    QCOMPARE(m_asked.size(), 5);
}

void LogFollowTest::linesAreMadeSafe()
{
    m_steps = {{.lines = {line(1, 0, "\x1b]0;root\x07\x1b[31mred\xE2\x80\xAE"), "unable to\x1b[2J retrieve"}, .after = kDone}};
    QVERIFY(follow());
    QCOMPARE(m_told, QStringList({u"red "_s, u"unable to retrieve"_s}));
    QVERIFY(m_events[1].time.isEmpty());
}

void LogFollowTest::aSinkMayCancelInTheMiddle()
{
    m_cancelAt = u"b"_s;
    m_steps = {{.lines = {line(1, 0, "a"), line(2, 0, "b"), line(3, 0, "c")}}};
    const auto stopped = follow();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    QCOMPARE(m_told, QStringList({u"a"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(LogFollowTest)
#include "tst_LogFollow.moc"
