// SPDX-License-Identifier: GPL-3.0-or-later
// apps and history on the rehearsal cluster of the program; their documents are held against the schemas they publish.
#include "app/cli/commands/Apps.h"
#include "app/composition/Rehearsal.h"
#include "tests/cli/CommandLine.h"
#include "tests/cli/SchemaJudge.h"
#include "tests/core/gitops/Repository.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/Tries.h"

#include <QBuffer>

using namespace sentinel;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;
using cli::Exit;
using composition::Rehearsal;

namespace {

constexpr int kPatience = 120'000; // milliseconds, on a machine that does much else
constexpr auto kUrl = "https://git.example.com/shop.git"_L1;

const QByteArray kDeployment = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "registry.example.com/web:1"}]}
---
apiVersion: v1
kind: Secret
metadata: {name: key, namespace: shop}
stringData: {word: open sesame}
)";
const QByteArray kHook = R"(apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  namespace: shop
  annotations: {argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: "-3"}
spec:
  template:
    spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/migrate:1"}]}
)";

QJsonObject application(const QString &ns, const QString &name, const QJsonObject &source)
{
    return {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
            {u"kind"_s, u"Application"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, ns}}},
            {u"spec"_s,
             QJsonObject{
                 {u"project"_s, u"default"_s},
                 {u"source"_s, source},
                 {u"destination"_s, QJsonObject{{u"server"_s, u"https://kubernetes.default.svc"_s}, {u"namespace"_s, u"shop"_s}}},
                 {u"syncPolicy"_s, QJsonObject{{u"syncOptions"_s, QJsonArray{u"CreateNamespace=true"_s}}}}}}};
}

QJsonObject sourceAt(const QString &path)
{
    return {{u"repoURL"_s, kUrl}, {u"path"_s, path}, {u"targetRevision"_s, u"main"_s}};
}

} // namespace

class AppsCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void everyDocumentFollowsItsSchema();
    void whatASyncWouldChangeIsANo();
    void aSyncEndsHealthyAndIsInTheHistory();
    void theWavesOfHooksAreThoseOfTheManifests();
    void aDryRunWritesNothing();
    void windowsAndAutoSyncAreAsked();
    void autoSyncThatItsSetWouldTakeAwayIsRefused();
    void aRevisionThatIsNotThereBeginsNothing();
    void whatDoesNotRunCannotBeEnded();
    void anUnknownNameIsTwo();
    void aNameThatSeveralHaveListsThem();
    void hostileWordsReachNoTerminal();
    void whatIsMadeElsewhereIsSaidAndNeverWrong();
    void whoMayNotIsToldSo();
    void aClusterThatIsGoneIsThree();
    void aClusterWithoutArgoSaysSo();

private:
    Answer apps(const QStringList &arguments, const QString &kubeconfig = {})
    {
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        const QString file = kubeconfig.isEmpty() ? m_rehearsal->kubeconfig() : kubeconfig;
        const Exit code = cli::run(arguments + QStringList{u"--kubeconfig"_s, file, u"--request-timeout"_s, u"20s"_s},
                                   {.out = out, .err = err}, {cli::addApps, cli::addHistory});
        return {.code = code, .out = QString::fromUtf8(out.data()), .err = QString::fromUtf8(err.data())};
    }
    void follows(const QString &kind, const QStringList &arguments, Exit code)
    {
        const Answer answer = apps(arguments + QStringList{u"-o"_s, u"json"_s});
        QVERIFY2(answer.code == code, qPrintable(answer.err));
        QCOMPARE(complaint(run({u"schema"_s, kind}).out.toUtf8(), answer.out.toUtf8()), QString());
        QVERIFY(apps(arguments + QStringList{u"-o"_s, u"yaml"_s}).out.contains(u"kind: "_s + kind));
    }
    void create(const QJsonObject &object)
    {
        const auto made = cli::waitFor(m_api->create(gitops::applicationType(), object, CancelToken()));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    }
    void compared(const QString &ns, const QString &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!cli::waitFor(m_api->get(gitops::applicationType(), {.ns = ns, .name = name}, CancelToken()))
                                      .value_or(kube::Object())[u"status"][u"sync"][u"status"]
                                      .toString()
                                      .isEmpty(),
                                 kPatience);
    }

    QTemporaryDir m_folder;
    gitops::Repository m_repository;
    std::unique_ptr<Rehearsal> m_rehearsal;
    kube::ApiPtr m_api;
};

void AppsCommandsTest::initTestCase()
{
    for (const char *name : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"}) {
        qputenv(name, QFile::encodeName(m_folder.path()));
    }
    qunsetenv("KUBECONFIG");
    m_repository.push(u"web/web.yaml"_s, kDeployment);
    m_repository.push(u"hooked/web.yaml"_s, kHook + "---\n" + kDeployment);
    m_repository.push(u"custom/kustomization.yaml"_s, "resources: []\n");
    m_rehearsal = std::make_unique<Rehearsal>(QStringLiteral(SENTINEL_BINARY_DIR "/bin/sentinelctl-cluster"),
                                              m_folder.filePath(u"rehearsal"_s));
    m_rehearsal->start(60);
    QTRY_VERIFY2_WITH_TIMEOUT(m_rehearsal->state() == Rehearsal::State::Ready, qPrintable(m_rehearsal->sentence()), kPatience);
    const auto connection = composition::connectTo({.kubeconfig = m_rehearsal->kubeconfig()});
    QVERIFY(connection);
    m_api = connection->api;
    const QJsonObject place{{u"url"_s, kUrl}, {u"path"_s, m_repository.bare}};
    const auto added = cli::waitFor(m_api->request("POST", u"/rehearsal/v1/repositories"_s, place, CancelToken()));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
    create(application(u"argocd"_s, u"web"_s, sourceAt(u"web"_s)));
    compared(u"argocd"_s, u"web"_s);
}

void AppsCommandsTest::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("apps how?") << QStringList{u"apps"_s};
    QTest::newRow("show which?") << QStringList{u"apps"_s, u"show"_s};
    QTest::newRow("history of what?") << QStringList{u"history"_s};
    QTest::newRow("no name") << QStringList{u"apps"_s, u"show"_s, u"/web"_s};
    QTest::newRow("an empty name") << QStringList{u"apps"_s, u"show"_s, u"argocd/"_s};
    QTest::newRow("to without from") << QStringList{u"apps"_s, u"diff"_s, u"web"_s, u"--to"_s, u"main"_s};
    QTest::newRow("no entry of the history") << QStringList{u"apps"_s, u"diff"_s, u"web"_s, u"--from"_s, u"99"_s};
    QTest::newRow("auto-sync perhaps") << QStringList{u"apps"_s, u"autosync"_s, u"web"_s, u"maybe"_s};
    QTest::newRow("an object it has not") << QStringList{u"apps"_s, u"sync"_s, u"web"_s, u"--resource"_s,
                                                         u"apps/Deployment/shop/none"_s};
    QTest::newRow("tried less than never") << QStringList{u"apps"_s, u"sync"_s, u"web"_s, u"--retry"_s, u"-2"_s};
    for (const QString &option : {u"foo"_s, u"=true"_s, u"Prune="_s}) {
        QTest::addRow("no option: %s", qPrintable(option)) << QStringList{u"apps"_s, u"sync"_s, u"web"_s, u"--option"_s, option};
    }
    QTest::newRow("no duration") << QStringList{u"apps"_s, u"sync"_s, u"web"_s, u"--timeout"_s, u"soon"_s};
    QTest::newRow("no format") << QStringList{u"apps"_s, u"list"_s, u"-o"_s, u"xml"_s};
    QTest::newRow("no such context") << QStringList{u"apps"_s, u"list"_s, u"--context"_s, u"nowhere"_s};
}

void AppsCommandsTest::wrongUsageIsTwo()
{
    QFETCH(const QStringList, arguments);
    const Answer answer = apps(arguments);
    QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.err.trimmed().isEmpty());
}

void AppsCommandsTest::everyDocumentFollowsItsSchema()
{
    follows(u"ApplicationList"_s, {u"apps"_s, u"list"_s}, Exit::Done);
    follows(u"Application"_s, {u"apps"_s, u"show"_s, u"web"_s}, Exit::No);
    follows(u"ApplicationDiff"_s, {u"apps"_s, u"diff"_s, u"web"_s}, Exit::No);
    follows(u"ApplicationHistory"_s, {u"history"_s, u"web"_s}, Exit::Done);
    follows(u"SyncWindowList"_s, {u"apps"_s, u"windows"_s, u"web"_s}, Exit::Done);
    QCOMPARE(apps({u"apps"_s, u"list"_s, u"-o"_s, u"name"_s}).out, u"argocd/web\n"_s);
    const QString table = apps({u"apps"_s, u"list"_s}).out;
    const QString wide = apps({u"apps"_s, u"list"_s, u"-o"_s, u"wide"_s}).out;
    QVERIFY2(table.contains(u"OutOfSync") && !table.contains(kUrl), qPrintable(table));
    QVERIFY2(wide.contains(kUrl), qPrintable(wide));
    QVERIFY(apps({u"apps"_s, u"list"_s, u"-l"_s, u"none=such"_s}).out.contains(u"There is no Application."));
}

void AppsCommandsTest::whatASyncWouldChangeIsANo()
{
    const Answer names = apps({u"apps"_s, u"diff"_s, u"argocd/web"_s, u"-o"_s, u"name"_s});
    QVERIFY2(names.code == Exit::No, qPrintable(names.err));
    QVERIFY(names.out.contains(u"Deployment/web\n"));
    const Answer table = apps({u"apps"_s, u"diff"_s, u"web"_s});
    QVERIFY(table.out.contains(u"added Secret shop/key"));
    QVERIFY(!table.out.contains(u"sesame"));
    QVERIFY(table.err.contains(u"2 object"));
}

void AppsCommandsTest::aSyncEndsHealthyAndIsInTheHistory()
{
    QCOMPARE(apps({u"history"_s, u"web"_s, u"-o"_s, u"name"_s}).out, QString());
    const Answer synced = apps({u"apps"_s, u"sync"_s, u"web"_s, u"-o"_s, u"json"_s});
    QVERIFY2(synced.code == Exit::Done, qPrintable(synced.err));
    QCOMPARE(complaint(run({u"schema"_s, u"ApplicationSync"_s}).out.toUtf8(), synced.out.toUtf8()), QString());
    QCOMPARE(apps({u"apps"_s, u"diff"_s, u"web"_s}).code, Exit::Done);
    follows(u"Application"_s, {u"apps"_s, u"show"_s, u"web"_s}, Exit::Done);
    follows(u"ApplicationHistory"_s, {u"history"_s, u"web"_s}, Exit::Done);
    QVERIFY(apps({u"apps"_s, u"show"_s, u"web"_s, u"--tree"_s}).out.contains(u"ReplicaSet"));
    QVERIFY(!apps({u"apps"_s, u"show"_s, u"web"_s}).out.contains(u"ReplicaSet"));
    const QString id = apps({u"history"_s, u"web"_s, u"-o"_s, u"name"_s}).out.trimmed();
    QVERIFY2(!id.isEmpty(), qPrintable(id));
    QVERIFY(apps({u"history"_s, u"web"_s}).out.contains(u"registry.example.com") || !id.isEmpty());
    QCOMPARE(apps({u"apps"_s, u"diff"_s, u"web"_s, u"--from"_s, id, u"--to"_s, u"main"_s}).code, Exit::Done);
    QCOMPARE(apps({u"apps"_s, u"refresh"_s, u"web"_s, u"--hard"_s}).code, Exit::Done);
}

void AppsCommandsTest::theWavesOfHooksAreThoseOfTheManifests()
{
    create(application(u"argocd"_s, u"hooked"_s, sourceAt(u"hooked"_s)));
    compared(u"argocd"_s, u"hooked"_s);
    const Answer synced = apps({u"apps"_s, u"sync"_s, u"hooked"_s});
    QVERIFY2(synced.code == Exit::Done, qPrintable(synced.err));
    const Answer shown = apps({u"apps"_s, u"show"_s, u"hooked"_s, u"-o"_s, u"json"_s});
    const QJsonArray line = QJsonDocument::fromJson(shown.out.toUtf8())[u"timeline"].toArray();
    QVERIFY2(!line.isEmpty(), qPrintable(shown.out));
    QCOMPARE(line.first()[u"phase"].toString(), u"PreSync"_s);
    QCOMPARE(line.first()[u"wave"].toInt(), -3);
}

void AppsCommandsTest::aDryRunWritesNothing()
{
    create(application(u"argocd"_s, u"dry"_s, sourceAt(u"web"_s)));
    compared(u"argocd"_s, u"dry"_s);
    const Answer tried = apps({u"apps"_s, u"sync"_s, u"dry"_s, u"--dry-run"_s});
    QVERIFY2(tried.code == Exit::Done, qPrintable(tried.err));
    QVERIFY(tried.err.contains(u"nothing was written"));
    QCOMPARE(apps({u"history"_s, u"dry"_s, u"-o"_s, u"name"_s}).out, QString());
}

void AppsCommandsTest::windowsAndAutoSyncAreAsked()
{
    QVERIFY(apps({u"apps"_s, u"windows"_s, u"web"_s}).out.contains(u"No sync window concerns"));
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"web"_s, u"status"_s}).code, Exit::No);
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"web"_s, u"on"_s}).code, Exit::Done);
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"web"_s, u"status"_s}).out, u"on\n"_s);
    const Answer state = apps({u"apps"_s, u"autosync"_s, u"web"_s, u"status"_s, u"-o"_s, u"json"_s});
    QCOMPARE(complaint(run({u"schema"_s, u"AutoSyncState"_s}).out.toUtf8(), state.out.toUtf8()), QString());
    QVERIFY(QJsonDocument::fromJson(state.out.toUtf8())[u"enabled"].toBool());
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"web"_s, u"off"_s}).code, Exit::Done);
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"web"_s, u"status"_s}).code, Exit::No);
}

void AppsCommandsTest::autoSyncThatItsSetWouldTakeAwayIsRefused()
{
    const QJsonObject made = application(u"argocd"_s, u"made"_s, sourceAt(u"web"_s));
    const kube::ResourceType sets{
        .group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"ApplicationSet"_s, .plural = u"applicationsets"_s};
    const QJsonObject set{
        {u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
        {u"kind"_s, u"ApplicationSet"_s},
        {u"metadata"_s, QJsonObject{{u"name"_s, u"sets"_s}, {u"namespace"_s, u"argocd"_s}}},
        {u"spec"_s,
         QJsonObject{
             {u"goTemplate"_s, true},
             {u"generators"_s,
              QJsonArray{
                  QJsonObject{{u"list"_s, QJsonObject{{u"elements"_s, QJsonArray{QJsonObject{{u"cluster"_s, u"here"_s}}}}}}}}},
             {u"ignoreApplicationDifferences"_s,
              QJsonArray{QJsonObject{{u"jsonPointers"_s, QJsonArray{u"/spec/syncPolicy/automated/enabled"_s}}}}},
             {u"template"_s, QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, u"made"_s}}}, {u"spec"_s, made[u"spec"]}}}}}};
    const auto written = cli::waitFor(m_api->create(sets, set, CancelToken()));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    compared(u"argocd"_s, u"made"_s);
    const QStringList on{u"apps"_s, u"autosync"_s, u"made"_s, u"on"_s};
    const Answer refused = apps(on);
    QVERIFY2(refused.code == Exit::CouldNot, qPrintable(refused.err));
    QVERIFY2(refused.err.contains(u"--teach-owner"), qPrintable(refused.err));
    QVERIFY(!apps({u"apps"_s, u"show"_s, u"made"_s}).out.contains(u"leaves its auto-sync alone"));
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"made"_s, u"status"_s}).code, Exit::No);
    const Answer taught = apps(on + QStringList{u"--teach-owner"_s, u"-o"_s, u"json"_s});
    QVERIFY2(taught.code == Exit::Done, qPrintable(taught.err));
    QCOMPARE(complaint(run({u"schema"_s, u"AutoSyncState"_s}).out.toUtf8(), taught.out.toUtf8()), QString());
    QCOMPARE(QJsonDocument::fromJson(taught.out.toUtf8())[u"owner"][u"sticks"].toString(), u"yes"_s);
    QCOMPARE(apps({u"apps"_s, u"autosync"_s, u"made"_s, u"status"_s}).code, Exit::Done);
    QVERIFY(apps({u"apps"_s, u"show"_s, u"made"_s}).out.contains(u"leaves its auto-sync alone"));
}

void AppsCommandsTest::aRevisionThatIsNotThereBeginsNothing()
{
    const Answer answer = apps({u"apps"_s, u"sync"_s, u"web"_s, u"--revision"_s, u"nope"_s});
    QVERIFY2(answer.code == Exit::Usage, qPrintable(answer.err));
    QVERIFY2(answer.err.contains(u"no revision \"nope\""), qPrintable(answer.err));
}

void AppsCommandsTest::whatDoesNotRunCannotBeEnded()
{
    const Answer answer = apps({u"apps"_s, u"terminate"_s, u"web"_s});
    QCOMPARE(answer.code, Exit::CouldNot);
    QVERIFY(!answer.err.isEmpty());
}

void AppsCommandsTest::anUnknownNameIsTwo()
{
    for (const QString &verb : {u"show"_s, u"diff"_s, u"sync"_s, u"refresh"_s, u"terminate"_s, u"confirm"_s, u"windows"_s}) {
        const Answer answer = apps({u"apps"_s, verb, u"no-such"_s});
        QVERIFY2(answer.code == Exit::Usage, qPrintable(verb + answer.err));
        QVERIFY2(answer.err.contains(u"apps list"), qPrintable(answer.err));
    }
    QCOMPARE(apps({u"history"_s, u"elsewhere/web"_s}).code, Exit::Usage);
}

void AppsCommandsTest::aNameThatSeveralHaveListsThem()
{
    create(application(u"default"_s, u"twin"_s, sourceAt(u"web"_s)));
    create(application(u"argocd"_s, u"twin"_s, sourceAt(u"web"_s)));
    const Answer answer = apps({u"apps"_s, u"show"_s, u"twin"_s});
    QCOMPARE(answer.code, Exit::Usage);
    QVERIFY2(answer.err.contains(u"argocd/twin") && answer.err.contains(u"default/twin"), qPrintable(answer.err));
    QVERIFY(apps({u"apps"_s, u"show"_s, u"argocd/twin"_s, u"-o"_s, u"name"_s}).out.contains(u"argocd/twin"));
}

void AppsCommandsTest::hostileWordsReachNoTerminal()
{
    const QString bad = u"a\x1b[31m\u202e<img src=x>"_s;
    create(application(
        u"argocd"_s, u"hostile"_s,
        {{u"repoURL"_s, u"https://user:secret@git.example.com/x.git"_s}, {u"path"_s, bad}, {u"targetRevision"_s, bad}}));
    for (const QStringList &arguments :
         {QStringList{u"apps"_s, u"list"_s, u"-o"_s, u"wide"_s}, QStringList{u"apps"_s, u"list"_s, u"-o"_s, u"json"_s},
          QStringList{u"apps"_s, u"show"_s, u"hostile"_s}, QStringList{u"apps"_s, u"diff"_s, u"hostile"_s},
          QStringList{u"apps"_s, u"show"_s, bad}, QStringList{u"history"_s, u"../"_s + bad}}) {
        const Answer answer = apps(arguments);
        const QString all = answer.out + answer.err;
        QVERIFY2(!all.contains(u'\x1b') && !all.contains(u'\u202e') && !all.contains(u"secret@"), qPrintable(all));
        QVERIFY(!all.isEmpty());
    }
}

void AppsCommandsTest::whatIsMadeElsewhereIsSaidAndNeverWrong()
{
    create(application(u"argocd"_s, u"custom"_s, sourceAt(u"custom"_s)));
    const Answer custom = apps({u"apps"_s, u"diff"_s, u"custom"_s});
    QVERIFY2(custom.code == Exit::CouldNot, qPrintable(custom.err));
    QVERIFY2(custom.err.contains(u"kustomize"), qPrintable(custom.err));
    QJsonObject far = application(u"argocd"_s, u"far"_s, sourceAt(u"web"_s));
    QJsonObject spec = far[u"spec"].toObject();
    spec.insert(u"destination"_s, QJsonObject{{u"server"_s, u"https://far.example.com:6443"_s}, {u"namespace"_s, u"shop"_s}});
    far.insert(u"spec"_s, spec);
    create(far);
    const Answer distant = apps({u"apps"_s, u"diff"_s, u"far"_s});
    QVERIFY2(distant.code == Exit::CouldNot, qPrintable(distant.err));
    QVERIFY2(distant.err.contains(u"far.example.com"), qPrintable(distant.err));
    const Answer shown = apps({u"apps"_s, u"show"_s, u"far"_s});
    QVERIFY2(shown.err.contains(u"another cluster"), qPrintable(shown.err));
    const Answer wrong = apps({u"apps"_s, u"show"_s, u"web"_s, u"--argocd-server"_s, u"off"_s});
    QVERIFY2(wrong.code == Exit::Done || wrong.code == Exit::No, qPrintable(wrong.err));
}

void AppsCommandsTest::whoMayNotIsToldSo()
{
    const Answer listed = apps({u"apps"_s, u"list"_s, u"--as"_s, u"nobody"_s});
    QVERIFY2(listed.code == Exit::CouldNot, qPrintable(listed.err));
    QVERIFY(!listed.err.isEmpty());
    const Answer synced = apps({u"apps"_s, u"sync"_s, u"argocd/web"_s, u"--as"_s, u"nobody"_s});
    QVERIFY2(synced.code == Exit::CouldNot, qPrintable(synced.err));
}

void AppsCommandsTest::aClusterThatIsGoneIsThree()
{
    QFile file(m_rehearsal->kubeconfig());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    text.replace(QRegularExpression(u"(server: \"?https://[^:]+):\\d+"_s), u"\\1:1"_s);
    const QString gone = m_folder.filePath(u"gone"_s);
    gitops::put(gone, text.toUtf8());
    const Answer answer = apps({u"apps"_s, u"list"_s}, gone);
    QVERIFY2(answer.code == Exit::CouldNot, qPrintable(answer.err));
    QVERIFY(answer.out.isEmpty());
}

void AppsCommandsTest::aClusterWithoutArgoSaysSo()
{
    const auto cluster = std::make_shared<FakeCluster>();
    cluster->failNext(Act::List, Error::Kind::Unsupported);
    const auto listed = cli::waitFor(cli::listApplications(cluster, {}, CancelToken()));
    QVERIFY(!listed);
    QVERIFY2(listed.error().detail.contains(u"no Argo CD"), qPrintable(listed.error().detail));
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    QCOMPARE(cli::sayNotFound({.out = out, .err = err}, listed.error()), Exit::Usage);
    QVERIFY(err.data().contains("no Argo CD"));
    // Who may not look everywhere sees those of Argo CD's own namespace.
    cluster->serve(gitops::applicationType());
    cluster->put(application(u"argocd"_s, u"web"_s, sourceAt(u"web"_s)));
    cluster->failNext(Act::List, Error::Kind::Forbidden);
    const auto own = cli::waitFor(cli::listApplications(cluster, {}, CancelToken()));
    QVERIFY(own && own->size() == 1);
}

QTEST_GUILESS_MAIN(AppsCommandsTest)
#include "tst_AppsCommands.moc"
