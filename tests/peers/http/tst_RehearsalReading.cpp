// SPDX-License-Identifier: GPL-3.0-or-later
#include "Meeting.h"
#include "core/sandbox/Types.h"
#include "tests/support/Tries.h"

#include <QJsonArray>
#include <algorithm>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

QString keyOf(const Object &object)
{
    return object[u"metadata"][u"name"].toString() + u'=' + object[u"data"][u"key"].toString();
}

} // namespace

class RehearsalReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_met.emplace();
        QVERIFY(m_met->api);
        m_cancel = {};
        m_seen.clear();
        m_ended = false;
    }
    void cleanup()
    {
        m_cancel.cancel();
        m_met.reset();
    }
    void aClientWithAnotherTokenIsUnauthorized();
    void whatIsDiscoveredCanBeListed();
    void aListInPagesIsWholeAndEachObjectComesOnce();
    void aListOfSelectedObjects();
    void aWatchTellsEveryChangeInOrder();
    void aDroppedWatchLosesNothing();
    void aHistoryThatIsForgottenIsListedAgain();
    void aBusyServerIsAskedAgainUntilItAnswers();
    void logsAreFollowedUntilTheContainerEnds();

private:
    /// Follows ConfigMaps of the namespace; what is seen is kept as words.
    void follow()
    {
        deliver(m_met->api->watch(
                    kConfigMaps, {.ns = u"default"_s}, [this](const WatchEvent &event) { note(event); }, m_cancel.token()),
                this, [this](const Result<void> &) { m_ended = true; });
    }
    void note(const WatchEvent &event)
    {
        using Type = WatchEvent::Type;
        if (event.type == Type::Replaced) {
            QStringList all;
            for (const Object &object : event.objects) {
                all.append(keyOf(object));
            }
            m_seen.append(u"all "_s + all.join(u' '));
        } else if (event.type == Type::Disconnected || event.type == Type::Reconnected) {
            m_seen.append(event.type == Type::Disconnected ? u"disconnected"_s : u"reconnected"_s);
        } else {
            const auto word = event.type == Type::Added ? u"+"_s : event.type == Type::Modified ? u"~"_s : u"-"_s;
            m_seen.append(word + keyOf(event.object));
        }
    }
    std::optional<Meeting> m_met;
    CancelSource m_cancel;
    QStringList m_seen;
    bool m_ended = false;
    SystemClock m_wall;
};

void RehearsalReadingTest::aClientWithAnotherTokenIsUnauthorized()
{
    ClusterAccess stranger = m_met->access;
    stranger.token = "nonsense";
    stranger.certificate.clear();
    stranger.key.clear();
    HttpApi api(stranger, {}, m_met->clock);
    const auto answer = answerOf(api.list(kPods, {}, {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unauthorized);
    stranger.token = m_met->access.token;
    stranger.authority.clear();
    HttpApi distrusting(stranger, {}, m_met->clock);
    const auto untrusted = answerOf(distrusting.list(kPods, {}, {}));
    QVERIFY(!untrusted);
    QCOMPARE(untrusted.error().kind, Error::Kind::Unreachable);
}

void RehearsalReadingTest::whatIsDiscoveredCanBeListed()
{
    const auto version = answerOf(m_met->api->version({}));
    QVERIFY(version);
    QCOMPARE(version->minor, 35);
    const auto types = answerOf(m_met->api->discover({}));
    QVERIFY(types);
    QVERIFY(types->size() > 40);
    QVERIFY(types->contains(kDeployments));
    QCOMPARE(m_met->api->warnings(), QStringList());
    for (const ResourceType &type : *types) {
        if (type.verbs.contains(u"list"_s)) {
            const auto listed = answerOf(m_met->api->list(type, {}, {}));
            QVERIFY2(listed, qPrintable(type.kind));
        }
    }
    const auto none
        = answerOf(m_met->api->list({.group = {}, .version = u"v1"_s, .kind = u"None"_s, .plural = u"nones"_s}, {}, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Unsupported);
}

void RehearsalReadingTest::aListInPagesIsWholeAndEachObjectComesOnce()
{
    for (int i = 0; i < 25; ++i) {
        QVERIFY(m_met->cluster.store().create(*sandbox::typeOfKind(u"v1", u"ConfigMap"),
                                              configMap(u"c%1"_s.arg(i, 2, 10, QLatin1Char('0')))));
    }
    const auto whole = answerOf(m_met->api->list(kConfigMaps, {.ns = u"default"_s, .pageSize = 0}, {}));
    const auto paged = answerOf(m_met->api->list(kConfigMaps, {.ns = u"default"_s, .pageSize = 4}, {}));
    QVERIFY(whole && paged);
    QVERIFY(whole->items.size() >= 25);
    QCOMPARE(paged->items, whole->items);
    QCOMPARE(paged->resourceVersion, whole->resourceVersion);
}

void RehearsalReadingTest::aListOfSelectedObjects()
{
    Object labelled = configMap(u"b"_s);
    labelled[u"metadata"_s]
        = Object{{u"name"_s, u"b"_s}, {u"namespace"_s, u"default"_s}, {u"labels"_s, Object{{u"tier"_s, u"back"_s}}}};
    written(m_met->api->create(kConfigMaps, configMap(u"a"_s), {}));
    written(m_met->api->create(kConfigMaps, labelled, {}));
    const auto byLabel = answerOf(m_met->api->list(kConfigMaps, {.labelSelector = u"tier in (back, other)"_s}, {}));
    const auto byField = answerOf(m_met->api->list(kConfigMaps, {.fieldSelector = u"metadata.name=a"_s}, {}));
    QVERIFY(byLabel && byField);
    QCOMPARE(byLabel->items.size(), 1);
    QCOMPARE(keyOf(byLabel->items[0]), u"b=1"_s);
    QCOMPARE(byField->items.size(), 1);
    QCOMPARE(keyOf(byField->items[0]), u"a=1"_s);
}

void RehearsalReadingTest::aWatchTellsEveryChangeInOrder()
{
    written(m_met->api->create(kConfigMaps, configMap(u"a"_s), {}));
    follow();
    QTRY_COMPARE(m_seen, QStringList{u"all a=1"_s});
    written(m_met->api->create(kConfigMaps, configMap(u"b"_s), {}));
    written(m_met->api->replace(kConfigMaps, configMap(u"b"_s, u"2"_s), {}));
    QVERIFY(answerOf(m_met->api->remove(kConfigMaps, named(u"a"_s), {}, {})));
    QTRY_COMPARE(m_seen, (QStringList{u"all a=1"_s, u"+b=1"_s, u"~b=2"_s, u"-a=1"_s}));
    m_cancel.cancel();
    QTRY_VERIFY(m_ended);
}

void RehearsalReadingTest::aDroppedWatchLosesNothing()
{
    follow();
    QTRY_COMPARE(m_seen, QStringList{u"all "_s});
    written(m_met->api->create(kConfigMaps, configMap(u"a"_s), {}));
    QTRY_COMPARE(m_seen.last(), u"+a=1"_s);
    m_met->cluster.faults().dropWatches();
    written(m_met->api->create(kConfigMaps, configMap(u"b"_s), {}));
    QTRY_VERIFY(m_seen.contains(u"+b=1"_s));
    QCOMPARE(m_seen.count(u"+a=1"_s), 1);
    QCOMPARE(m_seen.filter(u"all"_s).size(), 1);
}

void RehearsalReadingTest::aHistoryThatIsForgottenIsListedAgain()
{
    follow();
    QTRY_COMPARE(m_seen, QStringList{u"all "_s});
    // The client comes back with the version of its list after a change it has not seen: 410, so it lists again.
    m_met->cluster.faults().dropWatches();
    QVERIFY(m_met->cluster.store().create(*sandbox::typeOfKind(u"v1", u"ConfigMap"), configMap(u"a"_s)));
    m_met->cluster.faults().forgetHistory();
    QTRY_VERIFY(m_seen.contains(u"all a=1"_s));
    QVERIFY(!m_ended);
    written(m_met->api->create(kConfigMaps, configMap(u"b"_s), {}));
    QTRY_COMPARE(m_seen.last(), u"+b=1"_s);
}

void RehearsalReadingTest::aBusyServerIsAskedAgainUntilItAnswers()
{
    m_met->cluster.faults().setTooManyRequests(1, 7);
    const auto refused = answerOf(m_met->api->list(kConfigMaps, {}, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::RateLimited);
    QVERIFY(m_met->clock->waits.size() >= 3);
    QVERIFY(std::ranges::all_of(m_met->clock->waits, [](Duration wait) { return wait >= std::chrono::seconds(7); }));
    m_met->cluster.faults().setTooManyRequests(0.5, 1);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(answerOf(m_met->api->list(kConfigMaps, {}, {})));
    }
}

void RehearsalReadingTest::logsAreFollowedUntilTheContainerEnds()
{
    const Object pod{{u"metadata"_s, Object{{u"name"_s, u"p"_s}, {u"namespace"_s, u"default"_s}}},
                     {u"spec"_s, Object{{u"containers"_s, QJsonArray{Object{{u"name"_s, u"c"_s}, {u"image"_s, u"i"_s}}}}}}};
    const auto made = m_met->cluster.store().create(sandbox::kinds::pod(), pod);
    QVERIFY(made);
    const QString uid = (*made)[u"metadata"][u"uid"].toString();
    sandbox::PodLogs &logs = m_met->cluster.logs();
    logs.begin(uid, u"c"_s);
    logs.append(uid, u"c"_s, m_wall.now(), u"first run"_s);
    logs.end(uid, u"c"_s);
    logs.begin(uid, u"c"_s);
    logs.append(uid, u"c"_s, m_wall.now(), u"one"_s);
    QList<QByteArray> lines;
    bool ended = false;
    deliver(m_met->api->logs(named(u"p"_s), {.container = u"c"_s, .follow = true},
                             [&](const QByteArray &line) { lines.append(line); }, {}),
            this, [&](const Result<void> &answer) { ended = answer.has_value(); });
    QTRY_COMPARE(lines, QList<QByteArray>{"one"});
    logs.append(uid, u"c"_s, m_wall.now(), u"two"_s);
    QTRY_COMPARE(lines, (QList<QByteArray>{"one", "two"}));
    QVERIFY(!ended);
    logs.end(uid, u"c"_s);
    QTRY_VERIFY(ended);
    QList<QByteArray> before;
    const auto read = [&before](const QByteArray &line) { before.append(line); };
    QVERIFY(answerOf(m_met->api->logs(named(u"p"_s), {.container = u"c"_s, .previous = true}, read, {})));
    QCOMPARE(before, QList<QByteArray>{"first run"});
    const auto none = answerOf(m_met->api->logs(named(u"p"_s), {.container = u"none"_s}, read, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(RehearsalReadingTest)
#include "tst_RehearsalReading.moc"
