// SPDX-License-Identifier: GPL-3.0-or-later
// logs and events against a cluster in memory; their documents are held against the schemas they publish.
#include "app/cli/commands/Events.h"
#include "app/cli/commands/Logs.h"
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/ManualClock.h"

#include "tests/support/Tries.h"
#include <QBuffer>
#include <QJsonArray>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

kube::Object object(const QString &kind, const QString &name, const kube::Object &more)
{
    kube::Object made{{u"kind"_s, kind}, {u"metadata"_s, kube::Object{{u"name"_s, name}, {u"namespace"_s, u"shop"_s}}}};
    for (auto at = more.begin(); at != more.end(); ++at) {
        made.insert(at.key(), *at);
    }
    return made;
}

kube::Object pod(const QString &name, const QStringList &containers = {u"app"_s})
{
    QJsonArray all;
    QJsonArray states;
    for (const QString &container : containers) {
        all.append(kube::Object{{u"name"_s, container}});
        states.append(kube::Object{{u"name"_s, container},
                                   {u"state"_s, kube::Object{{u"terminated"_s, kube::Object{{u"exitCode"_s, 0}}}}}});
    }
    return object(u"Pod"_s, name,
                  {{u"spec"_s, kube::Object{{u"containers"_s, all}, {u"restartPolicy"_s, u"Never"_s}}},
                   {u"status"_s, kube::Object{{u"containerStatuses"_s, states}}}});
}

kube::Object happening(const QString &name, const QString &about, const QString &type, const QString &message, int second,
                       int count = 1)
{
    const QString time = u"2026-11-26T12:00:%1Z"_s.arg(second, 2, 10, QLatin1Char('0'));
    return object(u"Event"_s, name,
                  {{u"involvedObject"_s, kube::Object{{u"kind"_s, u"Pod"_s}, {u"namespace"_s, u"shop"_s}, {u"name"_s, about}}},
                   {u"type"_s, type},
                   {u"reason"_s, u"Because"_s},
                   {u"message"_s, message},
                   {u"count"_s, count},
                   {u"lastTimestamp"_s, time}});
}

} // namespace

class LogCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cluster = std::make_shared<FakeCluster>();
        m_cluster->logged = [](const kube::ObjectName &name, const kube::LogOptions &options, const auto &line) -> Result<void> {
            line("2026-11-26T12:00:01.5Z hello of " + name.name.toUtf8() + " \x1b[31m" + options.container.toUtf8());
            line("2026-11-26T12:00:02Z bye");
            return {};
        };
        for (QBuffer *buffer : {&m_out, &m_err}) {
            buffer->close();
            buffer->setData({});
            buffer->open(QIODevice::WriteOnly);
        }
    }
    void aPodsLogIsPrintedSafely()
    {
        m_cluster->put(pod(u"web-0"_s));
        QCOMPARE(logs({.target = "web-0"}), Exit::Done);
        QCOMPARE(m_out.data(), "hello of web-0 app\nbye\n");
    }
    void timesStandBeforeTheLinesWhereAskedFor()
    {
        m_cluster->put(pod(u"web-0"_s));
        QCOMPARE(logs({.target = "pod/web-0", .timestamps = true}), Exit::Done);
        QVERIFY(m_out.data().startsWith("2026-11-26T12:00:01.5Z hello"));
    }
    void ofSeveralPodsEachLineSaysWhose()
    {
        m_cluster->put(object(
            u"Deployment"_s, u"web"_s,
            {{u"spec"_s, kube::Object{{u"selector"_s, kube::Object{{u"matchLabels"_s, kube::Object{{u"a"_s, u"b"_s}}}}}}}}));
        m_cluster->put(pod(u"web-0"_s));
        m_cluster->put(pod(u"web-1"_s));
        for (const bool follow : {false, true}) {
            m_out.buffer().clear();
            m_out.seek(0);
            QCOMPARE(logs({.target = "deployment/web", .follow = follow}), Exit::Done);
            QVERIFY2(m_out.data().contains("[web-0/app] hello of web-0 app\n"), m_out.data().constData());
            QVERIFY(m_out.data().contains("[web-1/app] bye\n"));
        }
    }
    void allContainersArePrinted()
    {
        m_cluster->put(pod(u"web-0"_s, {u"app"_s, u"proxy"_s}));
        QCOMPARE(logs({.target = "web-0", .allContainers = true}), Exit::Done);
        QVERIFY(m_out.data().contains("[web-0/proxy] hello of web-0 proxy\n"));
    }
    void aContainerThatIsNotThereIsSaidWithThoseThatAre()
    {
        m_cluster->put(pod(u"web-0"_s, {u"app"_s, u"proxy"_s}));
        QCOMPARE(logs({.target = "web-0", .container = "db"}), Exit::Usage);
        QVERIFY(m_err.data().contains("app, proxy"));
    }
    void whatIsNotThereIsWrongInput()
    {
        QCOMPARE(logs({.target = "web-0"}), Exit::Usage);
        QCOMPARE(logs({.target = "widgets/web"}), Exit::Usage);
        QCOMPARE(logs({.target = "a/b/c"}), Exit::Usage);
    }
    void noPodsIsANo()
    {
        m_cluster->put(object(u"CronJob"_s, u"backup"_s, {}));
        QCOMPARE(logs({.target = "cronjobs/backup"}), Exit::No);
    }
    void aLogAsADocumentFollowsItsSchema()
    {
        m_cluster->put(pod(u"web-0"_s));
        QCOMPARE(logs({.target = "web-0", .format = cli::Format::Json}), Exit::Done);
        QCOMPARE(complaint(run({u"schema"_s, u"LogList"_s}).out.toUtf8(), m_out.data()), QString());
        QVERIFY(!m_out.data().contains('\x1b'));
    }
    void eventsArePrintedNewestLast()
    {
        m_cluster->put(happening(u"b"_s, u"web-0"_s, u"Warning"_s, u"second\x1b[2J"_s, 9, 3));
        m_cluster->put(happening(u"a"_s, u"web-0"_s, u"Normal"_s, u"first"_s, 1));
        QCOMPARE(events({}), Exit::Done);
        const QByteArray out = m_out.data();
        QVERIFY(out.indexOf("first") < out.indexOf("second"));
        QVERIFY(out.contains("pod/web-0") && !out.contains('\x1b'));
    }
    void onlyWarningsWhereAskedFor()
    {
        m_cluster->put(happening(u"b"_s, u"web-0"_s, u"Warning"_s, u"second"_s, 9));
        m_cluster->put(happening(u"a"_s, u"web-0"_s, u"Normal"_s, u"first"_s, 1));
        QCOMPARE(events({.warningsOnly = true}), Exit::Done);
        QVERIFY(m_out.data().contains("second") && !m_out.data().contains("first"));
    }
    void eventsAsADocumentFollowTheirSchema()
    {
        m_cluster->put(happening(u"a"_s, u"web-0"_s, u"Normal"_s, u"first"_s, 1));
        QCOMPARE(events({.format = cli::Format::Json}), Exit::Done);
        QCOMPARE(complaint(run({u"schema"_s, u"EventList"_s}).out.toUtf8(), m_out.data()), QString());
    }
    void nothingHappenedIsSaid()
    {
        QCOMPARE(events({.allNamespaces = true}), Exit::Done);
        QVERIFY(m_out.data().isEmpty() && !m_err.data().isEmpty());
    }
    void eventsOfNothingAreTwo()
    {
        QCOMPARE(events({.about = "deployment/nope"}), Exit::Usage);
        QVERIFY2(m_err.data().contains("nope"), m_err.data());
        QCOMPARE(events({.about = "nope"}), Exit::Usage);
        QCOMPARE(events({.about = "pod/nope", .allNamespaces = true}), Exit::Usage);
        QCOMPARE(events({.about = "pod/nope", .watch = true}), Exit::Usage);
        m_cluster->put(pod(u"web-0"_s));
        QCOMPARE(events({.about = "web-0"}), Exit::Done); // at peace
        QCOMPARE(events({.about = "web-0", .allNamespaces = true}), Exit::Done);
    }
    void watchedEventsComeOnceEach()
    {
        m_cluster->put(happening(u"a"_s, u"web-0"_s, u"Normal"_s, u"first"_s, 1));
        CancelSource stop;
        std::optional<Result<Exit>> ended;
        deliver(cli::printEvents(m_cluster, u"shop"_s, {.watch = true}, &m_io, stop.token()), this,
                [&ended](const Result<Exit> &answer) { ended = answer; });
        QTRY_VERIFY(m_out.data().contains("first"));
        m_cluster->put(happening(u"b"_s, u"web-0"_s, u"Normal"_s, u"second"_s, 2));
        QTRY_VERIFY(m_out.data().contains("second"));
        m_cluster->dropWatches(u"gone"_s); // everything is told again
        m_cluster->put(happening(u"b"_s, u"web-0"_s, u"Normal"_s, u"second"_s, 5, 2)); // again: that is news
        QTRY_COMPARE(m_out.data().count("second"), 2);
        QCOMPARE(m_out.data().count("first"), 1);
        QVERIFY(m_err.data().contains("gone"));
        stop.cancel();
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().kind, Error::Kind::Cancelled);
    }

private:
    template <typename T>
    Exit codeOf(Async<T> task)
    {
        const auto done = cli::waitFor(std::move(task));
        return done ? *done : cli::report(m_io, done.error(), true);
    }
    Exit logs(const cli::LogsOptions &options)
    {
        return codeOf(cli::printLogs(m_cluster, std::make_shared<ManualClock>(), u"shop"_s, options, &m_io, {}));
    }
    Exit events(const cli::EventsOptions &options) { return codeOf(cli::printEvents(m_cluster, u"shop"_s, options, &m_io, {})); }

    std::shared_ptr<FakeCluster> m_cluster;
    QBuffer m_out;
    QBuffer m_err;
    const cli::Io m_io{.out = m_out, .err = m_err};
};

QTEST_GUILESS_MAIN(LogCommandsTest)
#include "tst_LogCommands.moc"
