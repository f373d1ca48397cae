// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/ChangeRelease.h"
#include "core/helm/RenderChart.h"
#include "tests/core/helm/HelmScript.h"

#include <QDir>
#include <QFileSystemWatcher>
#include <QSignalSpy>

using namespace sentinel;
using namespace sentinel::helm;
using namespace Qt::StringLiterals;

class HelmArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anUpgradeSaysEverythingThatDecidesItsResult_data();
    void anUpgradeSaysEverythingThatDecidesItsResult();
    void secretValuesGoByAFileThatOthersCannotRead();
    void nothingOfThePersonsOwnHelmReachesIt();
    void cancellingLetsHelmEndByItself();
    void aHelmThatFinishesAllTheSameIsASuccess();
    void whatAStoppedHelmRenderedIsNotRead();
    void aHelmThatDiedIsNotRead_data();
    void aHelmThatDiedIsNotRead();
    void aRollbackNamesItsRevision();
    void uninstallingTwiceIsASuccess();
    void whatHelmSaysMeanwhileIsHeardLineByLine();
    void aFailureHasHelmsSentenceAndAKind_data();
    void aFailureHasHelmsSentenceAndAKind();
    void aMissingHelmIsSaidWithWhatToInstall();
    void anOldHelmIsRefused();

private:
    [[nodiscard]] ReleaseUpgrade upgrade() const;
    QTemporaryDir m_folder;
};

namespace {

const QByteArray kAnswer
    = R"(printf '{"name":"sentinel","version":3,"info":{"status":"deployed"},"chart":{"metadata":{"version":"0.1.0"}}}')";

} // namespace

void HelmArgumentsTest::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"chart"_s));
    for (const QString &name : {u"chart/Chart.yaml"_s, u"a,b.yaml"_s}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

ReleaseUpgrade HelmArgumentsTest::upgrade() const
{
    ReleaseUpgrade request{.target
                           = {.kubeconfig = u"/k/config"_s, .context = u"eu"_s, .ns = u"sentinel-prod"_s, .name = u"sentinel"_s},
                           .chart = m_folder.filePath(u"chart"_s)};
    request.valueFiles = {m_folder.filePath(u"a,b.yaml"_s)};
    return request;
}

void HelmArgumentsTest::anUpgradeSaysEverythingThatDecidesItsResult_data()
{
    QTest::addColumn<int>("major");
    QTest::addColumn<QStringList>("particular");
    QTest::newRow("helm 3") << 3 << QStringList{u"--wait"_s};
    QTest::newRow("helm 4") << 4 << QStringList{u"--wait=watcher"_s, u"--server-side=auto"_s};
}

void HelmArgumentsTest::anUpgradeSaysEverythingThatDecidesItsResult()
{
    QFETCH(int, major);
    QFETCH(QStringList, particular);
    const HelmScript helm(kAnswer);

    const Result<Release> release = QCoro::waitFor(upgradeRelease(helm.binary(major), upgrade(), {}));

    QVERIFY2(release, release ? "" : qPrintable(release.error().detail));
    QCOMPARE(release->revision, 3);
    QCOMPARE(release->status, Release::Status::Deployed);
    const QStringList arguments = helm.arguments();
    for (const QString &wanted :
         particular + QStringList{u"upgrade"_s, u"--install"_s, u"--reset-values"_s, u"--wait-for-jobs"_s}) {
        QVERIFY2(arguments.contains(wanted), qPrintable(wanted + u" is missing in "_s + arguments.join(u' ')));
    }
    QCOMPARE(arguments.at(arguments.indexOf(u"--kubeconfig"_s) + 1), u"/k/config"_s);
    QCOMPARE(arguments.at(arguments.indexOf(u"--kube-context"_s) + 1), u"eu"_s);
    QCOMPARE(arguments.at(arguments.indexOf(u"--namespace"_s) + 1), u"sentinel-prod"_s);
    QCOMPARE(arguments.at(arguments.indexOf(u"--timeout"_s) + 1), u"600s"_s);
    // Helm's list flags split at commas.
    QCOMPARE(arguments.at(arguments.indexOf(u"--values"_s) + 1), u'"' + m_folder.filePath(u"a,b.yaml"_s) + u'"');
    QCOMPARE(arguments.last(3), (QStringList{u"--"_s, u"sentinel"_s, m_folder.filePath(u"chart"_s)}));
}

void HelmArgumentsTest::secretValuesGoByAFileThatOthersCannotRead()
{
    const HelmScript helm("for each in \"$@\"; do case $each in *values.json) stat -c %a $each >$place/mode; cat $each "
                          ">$place/values;; esac; done\n"
                          + kAnswer);
    ReleaseUpgrade request = upgrade();
    request.values = {{u"database"_s, QJsonObject{{u"password"_s, u"hunter2"_s}}}};

    QVERIFY(QCoro::waitFor(upgradeRelease(helm.binary(4), request, {})));

    QCOMPARE(helm.seen(u"mode"_s).trimmed(), u"600"_s);
    QCOMPARE(helm.seen(u"values"_s), uR"({"database":{"password":"hunter2"}})"_s);
    QVERIFY(!helm.arguments().join(u' ').contains(u"hunter2"));
    QVERIFY(!helm.seen(u"environment"_s).contains(u"hunter2"));
    // The folder of the run is gone with it.
    const QString file = helm.arguments().filter(u"values.json"_s).first();
    QVERIFY(!QFile::exists(file));
}

void HelmArgumentsTest::nothingOfThePersonsOwnHelmReachesIt()
{
    qputenv("HELM_NAMESPACE", "elsewhere");
    qputenv("HELM_KUBETOKEN", "secret-token");
    qputenv("KUBECONFIG", "/home/person/.kube/config");
    const HelmScript helm(kAnswer);

    QVERIFY(QCoro::waitFor(upgradeRelease(helm.binary(4), upgrade(), {})));

    const QString environment = helm.seen(u"environment"_s);
    QVERIFY(!environment.contains(u"elsewhere"));
    QVERIFY(!environment.contains(u"secret-token"));
    QVERIFY(!environment.contains(u"/home/person/.kube"));
    for (const QString &name :
         {u"HELM_CACHE_HOME="_s, u"HELM_CONFIG_HOME="_s, u"HELM_DATA_HOME="_s, u"HELM_REPOSITORY_CONFIG="_s}) {
        QVERIFY2(environment.contains(name), qPrintable(name));
    }
    qunsetenv("HELM_NAMESPACE");
    qunsetenv("HELM_KUBETOKEN");
    qunsetenv("KUBECONFIG");
}

void HelmArgumentsTest::cancellingLetsHelmEndByItself()
{
    // The child shows that all of helm's processes hear it, the file that helm had the time to clean up.
    const HelmScript helm("trap 'echo cleaned >$place/end; exit 1' TERM\necho up >&2\nsleep 60 &\nwait\n");
    CancelSource cancel;
    ReleaseUpgrade request = upgrade();
    request.change.line = [&cancel](const QString &) { cancel.cancel(); };

    const Result<Release> release = QCoro::waitFor(upgradeRelease(helm.binary(4), request, cancel.token()));

    QVERIFY(!release);
    QCOMPARE(release.error().kind, Error::Kind::Cancelled);
    QCOMPARE(helm.seen(u"end"_s).trimmed(), u"cleaned"_s);
}

void HelmArgumentsTest::aHelmThatFinishesAllTheSameIsASuccess()
{
    const HelmScript helm("trap '' TERM\necho up >&2\n" + kAnswer);
    CancelSource cancel;
    ReleaseUpgrade request = upgrade();
    request.change.line = [&cancel](const QString &) { cancel.cancel(); };

    const Result<Release> release = QCoro::waitFor(upgradeRelease(helm.binary(4), request, cancel.token()));

    QVERIFY(release);
    QCOMPARE(release->revision, 3);
}

void HelmArgumentsTest::whatAStoppedHelmRenderedIsNotRead()
{
    // As helm does it: a sentence among the manifests, and a good end.
    const HelmScript helm("trap 'echo \"Release a has been cancelled.\"; exit 0' TERM\necho 'kind: Half'\n"
                          ">$place/up\nsleep 60 &\nwait\n");
    CancelSource cancel;
    QFileSystemWatcher watcher;
    QVERIFY(watcher.addPath(QFileInfo(helm.path(u"up"_s)).absolutePath()));
    connect(&watcher, &QFileSystemWatcher::directoryChanged, this, [&] {
        if (QFileInfo::exists(helm.path(u"up"_s))) {
            cancel.cancel();
        }
    });

    const auto objects = QCoro::waitFor(renderChart(
        helm.binary(4), {.chart = m_folder.filePath(u"chart"_s), .releaseName = u"a"_s, .ns = u"b"_s}, cancel.token()));

    QVERIFY(!objects);
    QCOMPARE(objects.error().kind, Error::Kind::Cancelled);
}

void HelmArgumentsTest::aHelmThatDiedIsNotRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::newRow("somebody stopped it and it ended well")
        << QByteArray("echo 'kind: Half'\necho 'Release a has been cancelled.'\n") << int(Error::Kind::Cancelled);
    QTest::newRow("killed") << QByteArray("echo 'kind: Half'\nkill -KILL $$\n") << int(Error::Kind::Internal);
    QTest::newRow("failed") << QByteArray("echo 'kind: Half'\necho 'Error: no' >&2\nexit 1\n") << int(Error::Kind::Invalid);
}

void HelmArgumentsTest::aHelmThatDiedIsNotRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const HelmScript helm(body);

    const auto objects = QCoro::waitFor(
        renderChart(helm.binary(4), {.chart = m_folder.filePath(u"chart"_s), .releaseName = u"a"_s, .ns = u"b"_s}, {}));

    QVERIFY(!objects);
    QCOMPARE(int(objects.error().kind), kind);
    QVERIFY2(!objects.error().detail.contains(u"apiVersion"_s), qPrintable(objects.error().detail));
}

void HelmArgumentsTest::aRollbackNamesItsRevision()
{
    const HelmScript helm("");
    const Result<void> none = QCoro::waitFor(rollBackRelease(helm.binary(4), {.target = upgrade().target, .revision = 0}, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Invalid);
    QVERIFY(helm.arguments().isEmpty());

    QVERIFY(QCoro::waitFor(rollBackRelease(helm.binary(4), {.target = upgrade().target, .revision = 7}, {})));
    QCOMPARE(helm.arguments().first(), u"rollback"_s);
    QCOMPARE(helm.arguments().last(3), (QStringList{u"--"_s, u"sentinel"_s, u"7"_s}));
}

void HelmArgumentsTest::uninstallingTwiceIsASuccess()
{
    const HelmScript helm("");
    QVERIFY(QCoro::waitFor(uninstallRelease(helm.binary(3), upgrade().target, {}, {})));
    QVERIFY(helm.arguments().contains(u"--ignore-not-found"_s));
    QVERIFY(!helm.arguments().contains(u"--wait-for-jobs"_s));
}

void HelmArgumentsTest::whatHelmSaysMeanwhileIsHeardLineByLine()
{
    const HelmScript helm("printf 'one\\ntwo \\033[31mred\\nlast' >&2\n" + kAnswer);
    QStringList lines;
    ReleaseUpgrade request = upgrade();
    request.change.line = [&lines](const QString &line) { lines.append(line); };

    QVERIFY(QCoro::waitFor(upgradeRelease(helm.binary(4), request, {})));

    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.first(), u"one"_s);
    QVERIFY(!lines.at(1).contains(u'\033'));
    QCOMPARE(lines.last(), u"last"_s);
}

void HelmArgumentsTest::aFailureHasHelmsSentenceAndAKind_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &said, Error::Kind kind) {
        QTest::newRow(name) << said << static_cast<int>(kind);
    };
    row("a pending release", "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress",
        Error::Kind::Conflict);
    row("a field of others",
        "Error: UPGRADE FAILED: conflict occurred while applying: Apply failed with 1 conflict: conflict with \"hpa\"",
        Error::Kind::Conflict);
    row("no release", "Error: release: not found", Error::Kind::NotFound);
    row("no revision", "Error: release has no 99 version", Error::Kind::NotFound);
    row("rights", "Error: secrets is forbidden: User \"x\" cannot list resource \"secrets\"", Error::Kind::Forbidden);
    row("no cluster", "Error: Kubernetes cluster unreachable: Get \"https://x\": dial tcp: connection refused",
        Error::Kind::Unreachable);
    row("time", "Error: UPGRADE FAILED: context deadline exceeded", Error::Kind::Timeout);
    row("schema", "Error: values don't meet the specifications of the schema(s)", Error::Kind::Invalid);
}

void HelmArgumentsTest::aFailureHasHelmsSentenceAndAKind()
{
    QFETCH(QByteArray, said);
    QFETCH(int, kind);
    const HelmScript helm("cat >&2 <<'end'\nlevel=WARN msg=\"something else\"\n" + said + "\nend\nexit 1\n");

    const Result<Release> release = QCoro::waitFor(upgradeRelease(helm.binary(4), upgrade(), {}));

    QVERIFY(!release);
    QCOMPARE(static_cast<int>(release.error().kind), kind);
    QCOMPARE(release.error().detail, QString::fromUtf8(said.sliced(7)));
}

void HelmArgumentsTest::aMissingHelmIsSaidWithWhatToInstall()
{
    const Result<HelmBinary> helm = QCoro::waitFor(findHelm({u"/nowhere/helm"_s}, {}));
    QVERIFY(!helm);
    QCOMPARE(helm.error().kind, Error::Kind::NotFound);
    QVERIFY2(helm.error().detail.contains(u"Install Helm 4.1 or newer"), qPrintable(helm.error().detail));
}

void HelmArgumentsTest::anOldHelmIsRefused()
{
    const HelmScript old("echo v3.9.4\n");
    const HelmScript good("echo v4.2.0+g123\n");
    const Result<HelmBinary> none = QCoro::waitFor(findHelm({old.binary(3).path}, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Unsupported);

    const Result<HelmBinary> second = QCoro::waitFor(findHelm({old.binary(3).path, good.binary(4).path}, {}));
    QVERIFY(second);
    QCOMPARE(second->version, u"4.2.0"_s);
    QCOMPARE(second->major, 4);
}

QTEST_GUILESS_MAIN(HelmArgumentsTest)
#include "tst_HelmArguments.moc"
