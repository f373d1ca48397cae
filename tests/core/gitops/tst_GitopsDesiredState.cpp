// SPDX-License-Identifier: GPL-3.0-or-later
// What a revision becomes, with a real git; helm is told what it is asked for, as the port carries it.
#include "core/gitops/DesiredState.h"

#include "core/gitops/Json.h"
#include "core/gitops/SyncPreview.h"
#include "tests/core/gitops/Repository.h"

#include <QStandardPaths>

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;

namespace {

/// Answers one object and remembers what it was asked for.
class Recorder final : public ChartRenderer
{
public:
    ChartRequest asked;
    QList<QJsonObject> objects;
    Async<QList<QJsonObject>> render(ChartRequest request, CancelToken) override
    {
        asked = request;
        return answer(objects);
    }

private:
    static Async<QList<QJsonObject>> answer(QList<QJsonObject> objects) { co_return objects; }
};

QJsonObject object(const QString &kind, const QString &name, const QString &version = u"v1"_s)
{
    return {{u"apiVersion"_s, version}, {u"kind"_s, kind}, {u"metadata"_s, QJsonObject{{u"name"_s, name}}}};
}

QJsonObject annotated(QJsonObject object, const QString &name, const QString &value)
{
    QJsonObject metadata = object[u"metadata"].toObject();
    metadata.insert(u"annotations"_s, QJsonObject{{name, value}});
    object.insert(u"metadata"_s, metadata);
    return object;
}

struct World
{
    Repository repository;
    std::shared_ptr<Recorder> charts = std::make_shared<Recorder>();

    [[nodiscard]] QJsonObject application(const QJsonValue &source) const
    {
        QJsonObject spec{{u"destination"_s, QJsonObject{{u"namespace"_s, u"shop"_s}}}, {u"project"_s, u"default"_s}};
        spec.insert(source.isArray() ? u"sources"_s : u"source"_s, source);
        return {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
                {u"kind"_s, u"Application"_s},
                {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}, {u"namespace"_s, u"argocd"_s}}},
                {u"spec"_s, spec}};
    }
    [[nodiscard]] QJsonObject source(QJsonObject more = {}) const
    {
        more.insert(u"repoURL"_s, repository.bare);
        if (!more.contains(u"targetRevision"_s)) {
            more.insert(u"targetRevision"_s, u"main"_s);
        }
        return more;
    }
    [[nodiscard]] SourceServices services() const { return {.cache = repository.folder.filePath(u"cache"_s), .charts = charts}; }
    [[nodiscard]] Result<DesiredState> state(const DesiredRequest &request) const
    {
        return QCoro::waitFor(desiredState(request, services(), {}));
    }
};

const QByteArray kConfig = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {a: \"1\"}\n";

} // namespace

class GitopsDesiredStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFolderOfManifestsIsWhatArgoApplies();
    void anOldRevisionIsWhatItWasThen();
    void twoAtOnceShareARepositoryNobodyHasYet();
    void aRepositoryThatIsGoneIsReadFromBefore();
    void aRevisionThatIsNotThereIsKnownBeforehand();
    void aFolderReadsWhatItsPatternsSay_data();
    void aFolderReadsWhatItsPatternsSay();
    void aChartIsAskedForAsArgoAsks();
    void valuesComeFromAnotherSource();
    void helmHooksBecomePhases();
    void theLastOfTwoCounts();
    void aRepositoryMayChangeItsOwnSource();
    void whatOnlyArgoMakesIsSaid_data();
    void whatOnlyArgoMakesIsSaid();
    void noPathLeadsOutOfTheRepository();
};

void GitopsDesiredStateTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        QSKIP("git is not on PATH");
    }
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
}

void GitopsDesiredStateTest::aFolderOfManifestsIsWhatArgoApplies()
{
    World world;
    world.repository.push(u"web/one.yaml"_s, kConfig);
    const QString commit = world.repository.push(
        u"web/two.yaml"_s,
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader, namespace: wrong}\n---\n"
        "apiVersion: v1\nkind: Secret\nmetadata: {name: key, namespace: other}\nstringData: {word: secret}\n");
    DesiredRequest request{.application = world.application(world.source({{u"path"_s, u"web"_s}}))};
    request.types = {{.group = u"rbac.authorization.k8s.io"_s,
                      .version = u"v1"_s,
                      .kind = u"ClusterRole"_s,
                      .plural = u"clusterroles"_s,
                      .namespaced = false}};

    const auto state = world.state(request);

    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
    QCOMPARE(state->revisions, QStringList{commit});
    QCOMPARE(state->objects.size(), 3);
    QVERIFY(!state->isOffline);
    const QJsonObject config = state->objects[0].object;
    QCOMPARE(namespaceOf(config), u"shop"_s);
    QCOMPARE(annotationOf(config, u"argocd.argoproj.io/tracking-id"_s), u"web:/ConfigMap:shop/one"_s);
    QVERIFY(namespaceOf(state->objects[1].object).isEmpty());
    const QJsonObject secret = state->objects[2].object;
    QCOMPARE(namespaceOf(secret), u"other"_s);
    QCOMPARE(secret[u"data"][u"word"].toString(), u"c2VjcmV0"_s);
    QVERIFY(!secret.contains(u"stringData"_s));
}

void GitopsDesiredStateTest::anOldRevisionIsWhatItWasThen()
{
    World world;
    const QString old = world.repository.push(u"web/one.yaml"_s, kConfig);
    world.repository.push(u"web/one.yaml"_s, QByteArray(kConfig).replace("\"1\"", "\"2\""));
    const HistoryEntry entry{.id = 3, .revisions = {old}, .source = world.source({{u"path"_s, u"web"_s}})};

    const auto then = world.state(desiredRequest(world.application(world.source({{u"path"_s, u"moved"_s}})), entry));
    const auto now = world.state({.application = world.application(world.source({{u"path"_s, u"web"_s}}))});

    QVERIFY(then && now);
    QCOMPARE(then->objects[0].object[u"data"][u"a"].toString(), u"1"_s);
    QCOMPARE(now->objects[0].object[u"data"][u"a"].toString(), u"2"_s);
}

void GitopsDesiredStateTest::twoAtOnceShareARepositoryNobodyHasYet()
{
    World world;
    world.repository.push(u"web/one.yaml"_s, kConfig);
    const DesiredRequest request{.application = world.application(world.source({{u"path"_s, u"web"_s}}))};

    // Both are under way before either is waited for.
    auto one = desiredState(request, world.services(), {});
    auto other = desiredState(request, world.services(), {});
    const auto first = QCoro::waitFor(std::move(one));
    const auto second = QCoro::waitFor(std::move(other));

    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
    QCOMPARE(first->objects.size(), 1);
    QCOMPARE(second->objects.size(), 1);
}

void GitopsDesiredStateTest::aRepositoryThatIsGoneIsReadFromBefore()
{
    World world;
    const QString commit = world.repository.push(u"web/one.yaml"_s, kConfig);
    const DesiredRequest request{.application = world.application(world.source({{u"path"_s, u"web"_s}}))};
    QVERIFY(world.state(request));
    QVERIFY(QDir().rename(world.repository.bare, world.repository.bare + u".away"_s));

    const auto branch = world.state(request);
    DesiredRequest exact = request;
    exact.revisions = {commit};
    const auto known = world.state(exact);
    exact.revisions = {QString(40, u'a')};
    const auto unknown = world.state(exact);

    QVERIFY2(branch, branch ? "" : qPrintable(branch.error().detail));
    QVERIFY(branch->isOffline);
    QVERIFY2(branch->notes.value(0).contains(u"did not answer"), qPrintable(branch->notes.join(u' ')));
    QCOMPARE(branch->revisions, QStringList{commit});
    QVERIFY(known);
    QVERIFY(!known->isOffline); // a commit is what it is
    QVERIFY(!unknown);
}

void GitopsDesiredStateTest::aRevisionThatIsNotThereIsKnownBeforehand()
{
    World world;
    const QString commit = world.repository.push(u"web/one.yaml"_s, kConfig);
    const QJsonObject application = world.application(world.source({{u"path"_s, u"web"_s}}));
    const auto check
        = [&](const QString &word) { return QCoro::waitFor(checkRevision(application, word, world.services(), {})); };
    for (const QString &word : {u"main"_s, u"HEAD"_s, commit, u"1.x"_s, u"v1.*"_s}) {
        QVERIFY2(check(word), qPrintable(word));
    }
    const auto none = check(u"nope"_s);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QVERIFY2(none.error().detail.contains(u"no revision \"nope\""_s), qPrintable(none.error().detail));
    // Argo CD may reach what we do not.
    QVERIFY(QDir().rename(world.repository.bare, world.repository.bare + u".away"_s));
    QVERIFY(check(u"nope"_s));
}

void GitopsDesiredStateTest::aFolderReadsWhatItsPatternsSay_data()
{
    QTest::addColumn<QJsonObject>("directory");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("flat") << QJsonObject() << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("deep") << QJsonObject{{u"recurse"_s, true}} << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("only") << QJsonObject{{u"recurse"_s, true}, {u"include"_s, u"{b.json,deep/*}"_s}}
                          << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("but") << QJsonObject{{u"exclude"_s, u"a*"_s}} << QStringList{u"b"_s};
}

void GitopsDesiredStateTest::aFolderReadsWhatItsPatternsSay()
{
    QFETCH(QJsonObject, directory);
    QFETCH(QStringList, names);
    World world;
    world.repository.push(u"web/a.yaml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    world.repository.push(u"web/b.json"_s, R"({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}})");
    world.repository.push(u"web/readme.md"_s, "text");
    world.repository.push(u"web/deep/c.yml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");

    const auto state
        = world.state({.application = world.application(world.source({{u"path"_s, u"web"_s}, {u"directory"_s, directory}}))});

    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
    QStringList found;
    for (const DesiredObject &each : state->objects) {
        found.append(nameOf(each.object));
    }
    QCOMPARE(found, names);
}

void GitopsDesiredStateTest::aChartIsAskedForAsArgoAsks()
{
    World world;
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    world.repository.push(u"chart/more.txt"_s, "content");
    const QString commit = world.repository.push(u"chart/values-prod.yaml"_s, "a: 1\n");
    const QJsonObject helm{
        {u"valueFiles"_s, QJsonArray{u"values-prod.yaml"_s, u"missing.yaml"_s}},
        {u"ignoreMissingValueFiles"_s, true},
        {u"values"_s, u"b: 2\nc: {d: 3}\n"_s},
        {u"parameters"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"c.e"_s}, {u"value"_s, u"4"_s}},
                    QJsonObject{{u"name"_s, u"c.f\\.g"_s}, {u"value"_s, u"4"_s}, {u"forceString"_s, true}},
                    QJsonObject{{u"name"_s, u"h"_s}, {u"value"_s, u"{x,1}"_s}},
                    QJsonObject{{u"name"_s, u"i"_s}, {u"value"_s, u"null"_s}},
                    QJsonObject{{u"name"_s, u"j"_s}, {u"value"_s, u"1.5"_s}},
                    QJsonObject{{u"name"_s, u"k"_s}, {u"value"_s, u"at-$ARGOCD_APP_REVISION-${ARGOCD_APP_NAME}"_s}}}},
        {u"fileParameters"_s, QJsonArray{QJsonObject{{u"name"_s, u"l"_s}, {u"path"_s, u"more.txt"_s}}}},
        {u"skipCrds"_s, true}};
    DesiredRequest request{.application = world.application(world.source({{u"path"_s, u"chart"_s}, {u"helm"_s, helm}}))};
    request.kubernetesVersion = u"1.35.0"_s;

    const auto state = world.state(request);

    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
    const ChartRequest &asked = world.charts->asked;
    QCOMPARE(asked.releaseName, u"web"_s);
    QCOMPARE(asked.ns, u"shop"_s);
    QCOMPARE(asked.kubernetesVersion, u"1.35.0"_s);
    QVERIFY(!asked.withCustomResourceDefinitions);
    QCOMPARE(asked.valueFiles.size(), 1);
    QVERIFY(asked.valueFiles[0].endsWith(u"/chart/values-prod.yaml"));
    QCOMPARE(asked.values,
             (QJsonObject{{u"b"_s, 2},
                          {u"c"_s, QJsonObject{{u"d"_s, 3}, {u"e"_s, 4}, {u"f.g"_s, u"4"_s}}},
                          {u"h"_s, QJsonArray{u"x"_s, 1}},
                          {u"i"_s, QJsonValue::Null},
                          {u"j"_s, u"1.5"_s},
                          {u"k"_s, u"at-%1-web"_s.arg(commit)},
                          {u"l"_s, u"content"_s}}));
}

void GitopsDesiredStateTest::valuesComeFromAnotherSource()
{
    World world;
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    world.repository.push(u"env/prod.yaml"_s, "a: 1\n", u"live"_s);
    const QJsonObject chart = world.source(
        {{u"path"_s, u"chart"_s}, {u"helm"_s, QJsonObject{{u"valueFiles"_s, QJsonArray{u"$values/env/prod.yaml"_s}}}}});
    const QJsonObject values = world.source({{u"ref"_s, u"values"_s}, {u"targetRevision"_s, u"live"_s}});

    const auto state = world.state({.application = world.application(QJsonArray{chart, values})});

    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
    QCOMPARE(state->revisions.size(), 2);
    QVERIFY(world.charts->asked.valueFiles.value(0).endsWith(state->revisions[1] + u"/env/prod.yaml"_s));
}

void GitopsDesiredStateTest::helmHooksBecomePhases()
{
    World world;
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    const QString batch = u"batch/v1"_s;
    world.charts->objects = {annotated(object(u"Job"_s, u"migrate"_s, batch), u"helm.sh/hook"_s, u"pre-install,pre-upgrade"_s),
                             annotated(object(u"Job"_s, u"probe"_s, batch), u"helm.sh/hook"_s, u"test"_s),
                             annotated(object(u"Job"_s, u"undo"_s, batch), u"helm.sh/hook"_s, u"pre-rollback"_s),
                             annotated(object(u"ConfigMap"_s, u"waved"_s), u"argocd.argoproj.io/sync-wave"_s, u"-3"_s)};

    const auto state = world.state({.application = world.application(world.source({{u"path"_s, u"chart"_s}}))});

    QVERIFY(state);
    QCOMPARE(state->objects.size(), 2);
    QCOMPARE(state->objects[0].hook.phases, QStringList{u"PreSync"_s});
    QVERIFY(state->objects[0].isHook());
    QVERIFY(!state->objects[1].isHook());
    QCOMPARE(state->objects[1].hook.wave, -3);
}

void GitopsDesiredStateTest::theLastOfTwoCounts()
{
    World world;
    world.repository.push(u"web/a.yaml"_s, kConfig);
    world.repository.push(u"web/b.yaml"_s, QByteArray(kConfig).replace("\"1\"", "\"2\""));

    const auto state = world.state({.application = world.application(world.source({{u"path"_s, u"web"_s}}))});

    QVERIFY(state);
    QCOMPARE(state->objects.size(), 1);
    QCOMPARE(state->objects[0].object[u"data"][u"a"].toString(), u"2"_s);
    QCOMPARE(state->repeated, QStringList{u"/ConfigMap/shop/one"_s});
}

void GitopsDesiredStateTest::aRepositoryMayChangeItsOwnSource()
{
    World world;
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    world.repository.push(u"chart/.argocd-source-web.yaml"_s, "helm:\n  releaseName: other\n");

    QVERIFY(world.state({.application = world.application(world.source({{u"path"_s, u"chart"_s}}))}));

    QCOMPARE(world.charts->asked.releaseName, u"other"_s);
}

void GitopsDesiredStateTest::whatOnlyArgoMakesIsSaid_data()
{
    QTest::addColumn<QJsonObject>("source");
    QTest::addColumn<QString>("word");
    QTest::newRow("kustomize by its file") << QJsonObject{{u"path"_s, u"kustomized"_s}} << u"kustomize"_s;
    QTest::newRow("kustomize") << QJsonObject{{u"path"_s, u"web"_s}, {u"kustomize"_s, QJsonObject()}} << u"kustomize"_s;
    QTest::newRow("plugin") << QJsonObject{{u"path"_s, u"web"_s}, {u"plugin"_s, QJsonObject()}} << u"plugin"_s;
    QTest::newRow("Helm repository") << QJsonObject{{u"chart"_s, u"redis"_s}} << u"Helm repository"_s;
    QTest::newRow("jsonnet") << QJsonObject{{u"path"_s, u"web"_s},
                                            {u"directory"_s,
                                             QJsonObject{{u"jsonnet"_s, QJsonObject{{u"libs"_s, QJsonArray{u"x"_s}}}}}}}
                             << u"jsonnet"_s;
    QTest::newRow("a place in a list")
        << QJsonObject{{u"path"_s, u"chart"_s},
                       {u"helm"_s,
                        QJsonObject{{u"parameters"_s, QJsonArray{QJsonObject{{u"name"_s, u"a[0].b"_s}, {u"value"_s, u"1"_s}}}}}}}
        << u"a[0].b"_s;
}

void GitopsDesiredStateTest::whatOnlyArgoMakesIsSaid()
{
    QFETCH(QJsonObject, source);
    QFETCH(QString, word);
    World world;
    world.repository.push(u"web/a.yaml"_s, kConfig);
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    world.repository.push(u"kustomized/kustomization.yaml"_s, "resources: []\n");

    const auto state = world.state({.application = world.application(world.source(source))});

    QVERIFY(!state);
    QCOMPARE(static_cast<int>(state.error().kind), static_cast<int>(Error::Kind::Unsupported));
    QVERIFY2(state.error().detail.contains(word), qPrintable(state.error().detail));
}

void GitopsDesiredStateTest::noPathLeadsOutOfTheRepository()
{
    World world;
    world.repository.push(u"chart/Chart.yaml"_s, "name: web\nversion: 1.0.0\n");
    const QJsonObject helm{{u"valueFiles"_s, QJsonArray{u"../../../../../../etc/passwd"_s}}};

    const auto state
        = world.state({.application = world.application(world.source({{u"path"_s, u"chart"_s}, {u"helm"_s, helm}}))});

    QVERIFY(!state);
    QVERIFY2(state.error().detail.contains(u"leads out"), qPrintable(state.error().detail));
}

QTEST_GUILESS_MAIN(GitopsDesiredStateTest)
#include "tst_GitopsDesiredState.moc"
