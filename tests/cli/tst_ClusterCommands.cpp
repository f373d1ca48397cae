// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of the cluster commands without a cluster: usage, refusals, and documents that follow their schemas.
#include "app/cli/commands/CertificatesDocument.h"
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/Preflight.h"
#include "app/cli/commands/RunDocument.h"
#include "core/preflight/ReportDocument.h"
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"

#include <QBuffer>
#include <QTest>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

Answer runCluster(const QStringList &arguments)
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    const Exit code = cli::run(arguments, {.out = out, .err = err},
                               {cli::addClusters, cli::addSandbox, cli::addDeploy, cli::addStatus, cli::addJournal, cli::addTour,
                                cli::addLogs, cli::addEvents, cli::addPreflight, cli::addCertificates});
    return {.code = code, .out = QString::fromUtf8(out.data()), .err = QString::fromUtf8(err.data())};
}

} // namespace

class ClusterCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        qputenv("HOME", m_folder.path().toUtf8());
        qunsetenv("KUBECONFIG");
    }
    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("deploy what?") << QStringList{u"deploy"_s};
        QTest::newRow("deploy which environment?") << QStringList{u"deploy"_s, u"bundle"_s};
        QTest::newRow("an unknown way") << QStringList{u"deploy"_s, u"b"_s, u"--environment"_s, u"x"_s, u"--via"_s, u"ftp"_s};
        QTest::newRow("a reason forgotten before a dry run")
            << QStringList{u"deploy"_s, u"b"_s, u"--environment"_s, u"x"_s, u"--skip-preflight"_s, u"--dry-run"_s};
        QTest::newRow("a container forgotten before --all-containers")
            << QStringList{u"logs"_s, u"p"_s, u"-c"_s, u"--all-containers"_s};
        QTest::newRow("no duration") << QStringList{u"status"_s, u"--request-timeout"_s, u"soon"_s};
        QTest::newRow("sandbox what?") << QStringList{u"sandbox"_s};
        QTest::newRow("a speed from a dream") << QStringList{u"sandbox"_s, u"start"_s, u"--speed"_s, u"0"_s};
        QTest::newRow("an unknown operation") << QStringList{u"journal"_s, u"show"_s, u"deploy-20260101-0000"_s};
        QTest::newRow("secrets from nowhere")
            << QStringList{u"deploy"_s, u"b"_s, u"--environment"_s, u"x"_s, u"--secrets-from"_s, u"/nowhere"_s};
        QTest::newRow("logs of what?") << QStringList{u"logs"_s};
        QTest::newRow("the past followed") << QStringList{u"logs"_s, u"p"_s, u"-f"_s, u"-p"_s};
        QTest::newRow("an endless document") << QStringList{u"logs"_s, u"p"_s, u"-f"_s, u"-o"_s, u"json"_s};
        QTest::newRow("a log since a dream") << QStringList{u"logs"_s, u"p"_s, u"--since"_s, u"soon"_s};
        QTest::newRow("a log from no time") << QStringList{u"logs"_s, u"p"_s, u"--since-time"_s, u"noon"_s};
        QTest::newRow("one container and all") << QStringList{u"logs"_s, u"p"_s, u"-c"_s, u"a"_s, u"--all-containers"_s};
        QTest::newRow("names of lines") << QStringList{u"logs"_s, u"p"_s, u"-o"_s, u"name"_s};
        QTest::newRow("endless events as a document") << QStringList{u"events"_s, u"-w"_s, u"-o"_s, u"yaml"_s};
        QTest::newRow("preflight of what?") << QStringList{u"preflight"_s};
        QTest::newRow("preflight of no bundle") << QStringList{u"preflight"_s, u"/nowhere"_s};
        QTest::newRow("an override without a reason")
            << QStringList{u"preflight"_s, u"b"_s, u"--override"_s, u"preflight.quota"_s};
        QTest::newRow("an override of no rule") << QStringList{u"preflight"_s, u"b"_s, u"--override"_s, u"preflight.moon=full"_s};
        QTest::newRow("a report of no form") << QStringList{u"preflight"_s, u"b"_s, u"--report"_s, u"report.doc"_s};
        QTest::newRow("certificates how?") << QStringList{u"certificates"_s};
        QTest::newRow("renew which?") << QStringList{u"certificates"_s, u"renew"_s};
        QTest::newRow("a kubeconfig that is not there") << QStringList{u"status"_s, u"--kubeconfig"_s, u"/nowhere"_s};
    }
    void wrongUsageIsTwo()
    {
        QFETCH(const QStringList, arguments);
        const Answer answer = runCluster(arguments);
        QCOMPARE(answer.code, Exit::Usage);
        QVERIFY(answer.out.isEmpty());
        QVERIFY(!answer.err.isEmpty());
    }
    void anAuthorityOfRegistriesIsReadBeforeAnythingIsAsked()
    {
        const PlanFolder plan;
        QCOMPARE(run({u"generate"_s, plan.plan(), u"--out"_s, plan.file(u"bundle"_s)}).code, Exit::Done);
        plan.write(u"ca.pem"_s, "no certificate\n");
        plan.write(u"half.pem"_s, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        for (const QString &name : {u"ca.pem"_s, u"half.pem"_s, u"none.pem"_s}) {
            const Answer answer = runCluster({u"preflight"_s, plan.file(u"bundle"_s), u"--registry-ca"_s, plan.file(name)});
            QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
            QVERIFY2(answer.err.contains(name), qPrintable(answer.err));
        }
    }
    void anEmptyJournalIsWholeAndListed()
    {
        QCOMPARE(runCluster({u"journal"_s, u"list"_s}).code, Exit::Done);
        QCOMPARE(runCluster({u"journal"_s, u"verify"_s}).code, Exit::Done);
        QCOMPARE(runCluster({u"journal"_s}).out, runCluster({u"journal"_s, u"list"_s}).out);
        QCOMPARE(runCluster({u"journal"_s}).code, Exit::Done);
        const Answer listed = runCluster({u"journal"_s, u"list"_s, u"-o"_s, u"json"_s});
        QCOMPARE(complaint(run({u"schema"_s, u"JournalList"_s}).out.toUtf8(), listed.out.toUtf8()), QString());
    }
    void aRunFollowsItsSchema()
    {
        deploy::DeployRun run(u"deploy-20261126-3f9c"_s);
        run.setSteps({{.id = u"bundle"_s, .title = u"Read the bundle"_s}});
        run.begin(u"bundle"_s, QDateTime::currentDateTimeUtc());
        const deploy::ObjectKey key{.group = u"apps"_s, .kind = u"Deployment"_s, .ns = u"s"_s, .name = u"backend"_s};
        const QList<deploy::WhyStep> chain{{.cause = deploy::Cause::ImageMissing,
                                            .object = key,
                                            .title = u"Image does not exist\x1b[31m"_s,
                                            .detail = u"404"_s,
                                            .remedy = u"Push it."_s}};
        run.setObjects({{.key = key,
                         .owner = key,
                         .waved = true,
                         .wave = 2,
                         .health = deploy::Health::Degraded,
                         .waitsFor = {key},
                         .why = chain}},
                       chain);
        run.addLeftBehind(u"Namespace s"_s);
        run.setVerdict(deploy::Verdict::Failed);
        run.finish(OperationRun::State::Failed, Error{.kind = Error::Kind::Timeout, .doing = u"x"_s, .detail = u"y"_s}, true);
        const QByteArray document = cli::toJson(cli::runDocument(run));
        QCOMPARE(complaint(testing::run({u"schema"_s, u"OperationRun"_s}).out.toUtf8(), document), QString());
        // Strings of a cluster reach the terminal as plain text.
        QVERIFY(!document.contains('\x1b'));
        QVERIFY(!cli::causeText(chain).contains(u'\x1b'));
    }
    void aPreflightReportFollowsItsSchema()
    {
        preflight::Report report{.bundle = u"b"_s, .way = u"helm"_s, .at = QDateTime::currentDateTimeUtc()};
        report.checks = {preflight::fail(u"preflight.capacity"_s, u"no room"_s, u"Add a node."_s, u"hardware.nodeCpu"_s),
                         preflight::notChecked(u"preflight.clock"_s, u"not told"_s, u"somebody"_s)};
        std::ignore = preflight::accept(report, {{u"preflight.capacity"_s, u"tonight"_s}});
        const QByteArray document = cli::toJson(preflight::reportDocument(report));
        QCOMPARE(complaint(testing::run({u"schema"_s, u"PreflightReport"_s}).out.toUtf8(), document), QString());
        QVERIFY(cli::preflightTable(report, cli::Format::Table).contains(u"Accepted (preflight.capacity): tonight"_s));
    }
    void certificatesFollowTheirSchemas()
    {
        certs::Certificate one{.ns = u"shop"_s, .name = u"web"_s, .state = certs::State::Waiting, .sentence = u"waits"_s};
        one.notAfter = one.nextTry = QDateTime::currentDateTimeUtc();
        one.chain = {{.kind = u"Order"_s,
                      .ns = u"shop"_s,
                      .name = u"web-1"_s,
                      .standing = certs::Link::Standing::Bad,
                      .sentence = u"refused"_s}};
        one.served = certs::Served{.subject = u"web"_s, .notAfter = one.notAfter, .keyAlgorithm = u"RSA"_s, .keySize = 2048};
        one.findings = {{.severity = Severity::Warning, .rule = u"certificate.key"_s, .object = u"Certificate/web"_s}};
        const certs::Issuer issuer{.kind = u"Issuer"_s, .ns = u"shop"_s, .name = u"ca"_s};
        QCOMPARE(
            complaint(testing::run({u"schema"_s, u"Certificate"_s}).out.toUtf8(), cli::toJson(cli::certificateDocument(one))),
            QString());
        QCOMPARE(complaint(testing::run({u"schema"_s, u"CertificateList"_s}).out.toUtf8(),
                           cli::toJson(cli::certificateList({one}, {issuer}, {u"x"_s}))),
                 QString());
        QVERIFY(cli::certificateText(one).contains(u"Order/web-1 refused"_s));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ClusterCommandsTest)
#include "tst_ClusterCommands.moc"
