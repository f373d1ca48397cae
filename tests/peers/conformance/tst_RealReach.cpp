// SPDX-License-Identifier: GPL-3.0-or-later
// Logs and commands of pods on nodes of KWOK behind the real API server: its WebSockets, its streams, its certificates. KWOK
// passes no end of input on to a command and tells an exit code in words only, to kubectl too; both are tried on a server of ours
// in tst_Exec.
#include "core/kube/HttpApi.h"
#include "core/kube/access/Kubeconfig.h"
#include "core/kube/actions/LogFollow.h"
#include "core/kube/requests/ExecInput.h"
#include "tests/core/kube/Waiting.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>
#include <QUuid>
#include <cstdio>

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

class RealReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aLogIsReadWhole();
    void theNewestLinesAreReadAlone();
    void aCommandTellsBothStreamsAndItsEnd();
    void inputReachesTheCommand();
    void muchGoesBothWays();
    void aContainerThatIsNotThereIsSaid();
    void aCommandThatRunsForEverIsCut();

private:
    struct Ran
    {
        Result<ExecEnd> end;
        QByteArray output;
        QByteArray error;
    };
    Ran run(const QStringList &command, const std::shared_ptr<ExecInput> &input = {}, const QString &container = {})
    {
        Ran ran{.end = failure(Error::Kind::Internal, {}, {})};
        const ExecStreams streams{.output = [&ran](const QByteArray &bytes) { ran.output += bytes; },
                                  .error = [&ran](const QByteArray &bytes) { ran.error += bytes; },
                                  .input = input};
        ran.end = answerOf(m_api->exec(m_pod, {.container = container, .command = command}, streams, {}));
        return ran;
    }
    QStringList read(const LogWish &wish)
    {
        QStringList lines;
        const auto read = answerOf(followLog(m_api, std::make_shared<SystemClock>(), m_pod, wish,
                                             [&lines](const LogEvent &event) {
                                                 if (event.type == LogEvent::Type::Line) {
                                                     lines.append(event.text);
                                                 }
                                             },
                                             {}));
        return read ? lines : QStringList{read.error().detail};
    }

    ApiPtr m_api;
    ObjectName m_space;
    ObjectName m_pod;
};

void RealReachTest::initTestCase()
{
    const auto kubeconfig = Kubeconfig::read(qEnvironmentVariable("SENTINEL_PEERS") + u"/kubeconfig"_s);
    QVERIFY2(kubeconfig, qPrintable(kubeconfig ? QString() : kubeconfig.error().detail));
    const auto access = kubeconfig->access();
    QVERIFY2(access, qPrintable(access ? QString() : access.error().detail));
    m_api = std::make_shared<HttpApi>(*access);
    m_space.name = u"reach-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    QVERIFY(answerOf(m_api->create(kNamespaces, {{u"metadata"_s, Object{{u"name"_s, m_space.name}}}}, {})));
    m_pod = {.ns = m_space.name, .name = u"p"_s};
    const Object container{{u"name"_s, u"app"_s}, {u"image"_s, u"busybox"_s}};
    const Object tolerance{{u"operator"_s, u"Exists"_s}};
    const Object spec{{u"containers"_s, QJsonArray{container}},
                      {u"tolerations"_s, QJsonArray{tolerance}},
                      {u"automountServiceAccountToken"_s, false}};
    const Object pod{{u"metadata"_s, Object{{u"name"_s, m_pod.name}, {u"namespace"_s, m_pod.ns}}}, {u"spec"_s, spec}};
    // Its namespace gets the account that pods run as a moment later, and its node runs it a moment after that.
    bool isMade = false; // the macro asks once more when it holds
    QTRY_VERIFY_WITH_TIMEOUT(isMade = isMade || answerOf(m_api->create(kPods, pod, {})).has_value(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(answerOf(m_api->get(kPods, m_pod, {})).value_or(Object())[u"status"][u"phase"].toString(),
                              u"Running"_s, 60'000);
}

void RealReachTest::cleanupTestCase()
{
    std::ignore = answerOf(m_api->remove(kNamespaces, m_space, {}, {}));
}

void RealReachTest::aLogIsReadWhole()
{
    const QStringList lines = read({});
    QCOMPARE(lines.size(), 60);
    QCOMPARE(lines.first(), u"line 0 of every pod"_s);
    QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), 60);
}

void RealReachTest::theNewestLinesAreReadAlone()
{
    QCOMPARE(read({.tailLines = 2}), QStringList({u"line 58 of every pod"_s, u"line 59 of every pod"_s}));
    QCOMPARE(read({.sinceTime = u"2026-01-01T00:00:59Z"_s}), QStringList{u"line 59 of every pod"_s});
}

void RealReachTest::aCommandTellsBothStreamsAndItsEnd()
{
    const Ran good = run({u"sh"_s, u"-c"_s, u"echo out; echo err >&2"_s});
    QVERIFY2(good.end, qPrintable(good.end ? QString() : good.end.error().detail));
    QCOMPARE(good.end->exitCode, 0);
    QCOMPARE(good.output, "out\n");
    QCOMPARE(good.error, "err\n");
    const Ran bad = run({u"sh"_s, u"-c"_s, u"exit 7"_s});
    QVERIFY(!bad.end);
    QVERIFY2(bad.end.error().detail.endsWith(u"exit status 7"_s), qPrintable(bad.end.error().detail));
}

void RealReachTest::inputReachesTheCommand()
{
    const auto input = std::make_shared<ExecInput>();
    input->write("one\ntwo\n");
    input->end();
    const Ran ran = run({u"head"_s, u"-n"_s, u"2"_s}, input);
    QVERIFY2(ran.end, qPrintable(ran.end ? QString() : ran.end.error().detail));
    QCOMPARE(ran.output, "one\ntwo\n");
}

void RealReachTest::muchGoesBothWays()
{
    QByteArray bytes;
    for (int line = 0; line < 100'000; ++line) {
        bytes += QByteArray::number(line) + '\n';
    }
    const auto input = std::make_shared<ExecInput>();
    input->write(bytes);
    input->end();
    const Ran ran = run({u"head"_s, u"-c"_s, QString::number(bytes.size())}, input);
    QVERIFY2(ran.end, qPrintable(ran.end ? QString() : ran.end.error().detail));
    QVERIFY(ran.output == bytes);
}

void RealReachTest::aContainerThatIsNotThereIsSaid()
{
    const Ran ran = run({u"true"_s}, {}, u"none"_s);
    QVERIFY(!ran.end);
    QCOMPARE(ran.end.error().kind, Error::Kind::Invalid);
    QVERIFY(ran.end.error().detail.contains(u"none"_s));
}

void RealReachTest::aCommandThatRunsForEverIsCut()
{
    CancelSource stop;
    QByteArray output;
    const ExecStreams streams{.output = [&](const QByteArray &bytes) {
        output += bytes;
        stop.cancel();
    }};
    const auto end = answerOf(
        m_api->exec(m_pod, {.command = {u"sh"_s, u"-c"_s, u"echo begun; exec cat /dev/zero"_s}}, streams, stop.token()));
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Cancelled);
    QVERIFY(output.startsWith("begun"));
}

int main(int argc, char **argv)
{
    if (!QFile::exists(qEnvironmentVariable("SENTINEL_PEERS") + u"/kubeconfig"_s)) {
        std::puts("SKIP: no real peers run (see tests/peers/up)");
        return 77;
    }
    QCoreApplication application(argc, argv);
    RealReachTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_RealReach.moc"
