// SPDX-License-Identifier: GPL-3.0-or-later
// What argocd-server adds where there is one, and that nothing rests on it.
#include "core/gitops/ArgoLogin.h"
#include "core/gitops/HookWaves.h"
#include "core/gitops/ServerTree.h"
#include "core/gitops/SyncPreview.h"
#include "tests/core/gitops/Repository.h"
#include "tests/fakes/FakeCluster.h"
#include "tests/support/Tries.h"

using namespace sentinel;
using namespace sentinel::gitops;
using namespace Qt::StringLiterals;
using testing::Act;
using testing::FakeCluster;

namespace {

template <typename T>
Result<T> ended(Async<T> task)
{
    std::optional<Result<T>> answer;
    QObject context;
    deliver(std::move(task), &context, [&answer](const Result<T> &result) { answer = result; });
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer, 10'000); }();
    return answer ? *answer : failure(Error::Kind::Internal, u"waiting"_s, u"it hangs"_s);
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

kube::Object application(const QJsonObject &source, const QString &destination = u"https://kubernetes.default.svc"_s)
{
    return {{u"apiVersion"_s, u"argoproj.io/v1alpha1"_s},
            {u"kind"_s, u"Application"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, u"we b"_s}, {u"namespace"_s, u"team"_s}}},
            {u"spec"_s,
             QJsonObject{{u"project"_s, u"p&q"_s},
                         {u"source"_s, source},
                         {u"destination"_s, QJsonObject{{u"server"_s, destination}, {u"namespace"_s, u"shop"_s}}}}}};
}

const QJsonObject kChart{
    {u"repoURL"_s, u"https://charts.example.com"_s}, {u"chart"_s, u"web"_s}, {u"targetRevision"_s, u"1.2.3"_s}};

/// A cluster whose proxy leads to an Argo CD that says what it is told to say.
struct World
{
    World()
    {
        cluster->sent = [this](const kube::RawRequest &request) -> Result<kube::RawAnswer> {
            asked.append(request.path);
            return answer(request);
        };
        services.cache = folder.filePath(u"cache"_s);
        services.server = [this](const kube::Object &, const CancelToken &) {
            const Promise<ArgoServer> promise;
            isThere ? promise.keep(server()) : promise.keep(failure(Error::Kind::NotFound, u"x"_s, u"There is no login."_s));
            return promise.answer();
        };
    }
    [[nodiscard]] ArgoServer server() const { return {.api = cluster, .prefix = u"/proxy"_s, .address = u"argo.example.com"_s}; }

    QTemporaryDir folder;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    SourceServices services;
    std::function<Result<kube::RawAnswer>(const kube::RawRequest &)> answer;
    QStringList asked;
    bool isThere = true;
};

Application one(const QString &name)
{
    Application made;
    made.name = name;
    made.ns = u"team"_s;
    made.project = u"p&q"_s;
    return made;
}

QJsonObject node(const QString &kind, const QString &name, const QString &parentKind = {}, const QString &parent = {},
                 const QString &health = {})
{
    QJsonObject made{{u"kind"_s, kind}, {u"namespace"_s, u"shop"_s}, {u"name"_s, name}};
    if (!parent.isEmpty()) {
        made.insert(u"parentRefs"_s,
                    QJsonArray{QJsonObject{{u"kind"_s, parentKind}, {u"namespace"_s, u"shop"_s}, {u"name"_s, parent}}});
    }
    if (!health.isEmpty()) {
        made.insert(u"health"_s, QJsonObject{{u"status"_s, health}});
    }
    return made;
}

} // namespace

class GitopsServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAServerRefusesIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, int status, const char *body, Error::Kind kind, const QString &word) {
            QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind) << word;
        };
        row("no token", 401, R"({"message": "invalid session"})", Error::Kind::Unauthorized, u"argocd login"_s);
        row("not allowed", 403, "{\"message\": \"permission denied: \\u001b[31mapplications\"}", Error::Kind::Forbidden,
            u"permission denied"_s);
        row("not there", 404, "{}", Error::Kind::NotFound, u"argo.example.com"_s);
        row("a gateway", 502, "<html>bad gateway</html>", Error::Kind::Unreachable, u"502"_s);
        row("too busy", 503, R"({"message": "no endpoints available"})", Error::Kind::Unreachable, u"no endpoints"_s);
        row("a page", 200, "<html>log in</html>", Error::Kind::Invalid, u"no Argo CD"_s);
        row("a list", 200, "[1, 2]", Error::Kind::Invalid, u"no Argo CD"_s);
        row("half an answer", 200, R"({"nodes": [{"kind")", Error::Kind::Invalid, u"no Argo CD"_s);
    }
    void whatAServerRefusesIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(QString, word);
        World world;
        world.answer = [&](const kube::RawRequest &) -> Result<kube::RawAnswer> {
            return kube::RawAnswer{.status = status, .body = body};
        };
        const auto told = ended(serverTree(world.server(), one(u"web"_s), {}));
        QVERIFY(!told);
        QCOMPARE(static_cast<int>(told.error().kind), kind);
        QVERIFY2(told.error().detail.contains(word), qPrintable(told.error().detail));
        QVERIFY(!told.error().detail.contains(u'\x1b'));
    }

    void namesAreNeverPartsOfAPath()
    {
        World world;
        world.answer
            = [](const kube::RawRequest &) -> Result<kube::RawAnswer> { return kube::RawAnswer{.status = 200, .body = "{}"}; };
        QVERIFY(ended(serverTree(world.server(), one(u"../a?b#c"_s), {})));
        QCOMPARE(world.asked.first(),
                 u"/proxy/api/v1/applications/..%2Fa%3Fb%23c/resource-tree?appNamespace=team&project=p%26q"_s);
        QVERIFY(ended(serverManifests(world.server(), one(u"web"_s), {u"a b"_s, u"c"_s}, {})));
        QVERIFY(world.asked.last().endsWith(u"&revisions=a%20b&sourcePositions=1&revisions=c&sourcePositions=2"));
    }

    void aServerThatIsSlowIsGivenUp()
    {
        World world;
        world.cluster->hang(Act::Request);
        CancelSource stop;
        std::optional<Result<QJsonObject>> answer;
        deliver(serverTree(world.server(), one(u"web"_s), stop.token()), this,
                [&answer](const Result<QJsonObject> &result) { answer = result; });
        QCoreApplication::processEvents();
        QVERIFY(!answer);
        stop.cancel();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }

    void itsTreeIsLaidOverOurs()
    {
        ResourceTree own;
        own.nodes = {{.kind = u"Service"_s, .ns = u"shop"_s, .name = u"web"_s, .children = 1, .health = {.status = u"Healthy"_s}},
                     {.kind = u"Pod"_s, .ns = u"shop"_s, .name = u"web-1"_s, .parent = 0, .depth = 1},
                     {.kind = u"Widget"_s, .ns = u"shop"_s, .name = u"w"_s}};
        own.notes = {u"Not read: Widget."_s};
        const QJsonObject told{
            {u"nodes"_s,
             QJsonArray{node(u"Service"_s, u"web"_s, {}, {}, u"Degraded"_s), node(u"Widget"_s, u"w"_s, {}, {}, u"Progressing"_s),
                        node(u"Pod"_s, u"web-1"_s, u"Service"_s, u"web"_s, u"Healthy"_s),
                        node(u"Pod"_s, u"w-1"_s, u"Widget"_s, u"w"_s), node(u"Gear"_s, u"g"_s, u"Pod"_s, u"w-1"_s),
                        node(u"Loop"_s, u"a"_s, u"Loop"_s, u"b"_s), node(u"Loop"_s, u"b"_s, u"Loop"_s, u"a"_s),
                        QJsonValue(u"nonsense"_s), node({}, u"nameless"_s, u"Widget"_s, u"w"_s)}}};
        const ResourceTree tree = enriched(own, told, u"argo.example.com"_s);
        QStringList lines;
        for (const TreeNode &each : tree.nodes) {
            lines.append(QString(each.depth, u'-') + each.name + u' ' + each.health.status + (each.isTold ? u"+"_s : QString()));
        }
        // Where both know something, ours holds.
        QCOMPARE(lines, (QStringList{u"web Healthy"_s, u"-web-1 Healthy"_s, u"w Progressing"_s, u"-w-1 +"_s, u"--g +"_s}));
        QCOMPARE(tree.nodes[2].children, 1);
        QCOMPARE(tree.nodes[4].parent, 3);
        QVERIFY(tree.nodes[2].healthIsTold && !tree.nodes[0].healthIsTold);
        QCOMPARE(tree.notes.size(), 2);
        QVERIFY2(tree.notes.last().contains(u"argo.example.com"), qPrintable(tree.notes.last()));
        QCOMPARE(enriched(own, {}, u"x"_s).nodes.size(), own.nodes.size());
        QCOMPARE(enriched(own, {{u"nodes"_s, 7}}, u"x"_s).notes, own.notes);
    }

    void whatOnlyItRendersIsAskedOfIt()
    {
        World world;
        const QJsonObject config{{u"apiVersion"_s, u"v1"_s},
                                 {u"kind"_s, u"ConfigMap"_s},
                                 {u"metadata"_s, QJsonObject{{u"name"_s, u"web"_s}}},
                                 {u"data"_s, QJsonObject{{u"a"_s, u"1"_s}}}};
        const QJsonObject secret{{u"apiVersion"_s, u"v1"_s},
                                 {u"kind"_s, u"Secret"_s},
                                 {u"metadata"_s, QJsonObject{{u"name"_s, u"key"_s}, {u"namespace"_s, u"shop"_s}}},
                                 {u"data"_s, QJsonObject{{u"word"_s, u"++++++++"_s}}}};
        world.answer = [&](const kube::RawRequest &request) -> Result<kube::RawAnswer> {
            if (!request.path.contains(u"/manifests?")) {
                return kube::RawAnswer{.status = 403, .body = "{}"};
            }
            const QJsonArray manifests{QString::fromUtf8(text(config)), QString::fromUtf8(text(secret))};
            return kube::RawAnswer{.status = 200, .body = text({{u"manifests"_s, manifests}, {u"revision"_s, u"1.2.3"_s}})};
        };
        const DesiredRequest request{.application = application(kChart), .tracking = Tracking::None};
        const auto state = ended(desiredState(request, world.services, {}));
        QVERIFY2(state, qPrintable(state ? QString() : state.error().detail));
        QCOMPARE(state->revisions, QStringList{u"1.2.3"_s});
        QCOMPARE(state->objects.size(), 2);
        QCOMPARE(state->objects[0].object[u"metadata"][u"namespace"].toString(), u"shop"_s);
        QVERIFY(state->objects[1].isMasked && !state->objects[0].isMasked);
        QVERIFY2(state->notes.last().contains(u"argo.example.com"), qPrintable(state->notes.last()));
        // A masked Secret is never compared as if the mask were its content, and never missing from the answer.
        world.cluster->serve(applicationType());
        const auto preview = ended(previewSync(world.cluster, request, world.services, true, {}));
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().detail));
        const auto hidden = std::ranges::find(preview->objects, u"Secret"_s, &ObjectDifference::objectKind);
        QVERIFY(hidden != preview->objects.cend() && hidden->kind == ObjectDifference::Kind::Unknown);
        QVERIFY(world.cluster->effects().isEmpty());
    }

    void withoutItSuchASourceIsUnsupportedAndSaysWhy()
    {
        World world;
        DesiredRequest request{.application = application(kChart), .tracking = Tracking::None};
        world.isThere = false;
        const auto none = ended(desiredState(request, world.services, {}));
        QVERIFY(!none && none.error().kind == Error::Kind::Unsupported);
        QVERIFY2(none.error().detail.contains(u"Helm repository") && none.error().detail.contains(u"There is no login."),
                 qPrintable(none.error().detail));
        world.isThere = true;
        world.answer = [](const kube::RawRequest &) -> Result<kube::RawAnswer> {
            return kube::RawAnswer{.status = 200, .body = R"({"manifests": ["[]"]})"};
        };
        QCOMPARE(ended(desiredState(request, world.services, {})).error().kind, Error::Kind::Unsupported);
        // What a history entry deployed from another chart it cannot be asked for.
        world.asked.clear();
        QJsonObject other = kChart;
        other.insert(u"chart"_s, u"other"_s);
        request.sources = {other};
        QCOMPARE(ended(desiredState(request, world.services, {})).error().kind, Error::Kind::Unsupported);
        QVERIFY(world.asked.isEmpty());
    }

    void anotherClusterIsComparedByItAndByNobodyElse()
    {
        World world;
        QByteArray items = R"({"items": [
            {"kind": "ConfigMap", "namespace": "shop", "name": "same", "targetState": "{'a': 1}", "normalizedLiveState": "{'data': {'a': '1'}}", "predictedLiveState": "{'data': {'a': '1'}}"},
            {"kind": "ConfigMap", "namespace": "shop", "name": "other", "targetState": "{'a': 1}", "normalizedLiveState": "{'data': {'a': '1'}}", "predictedLiveState": "{'data': {'a': '2'}}"},
            {"kind": "ConfigMap", "namespace": "shop", "name": "new", "targetState": "{'a': 1}", "normalizedLiveState": "null"},
            {"kind": "ConfigMap", "namespace": "shop", "name": "old", "targetState": "null", "normalizedLiveState": "{'a': 1}"},
            {"kind": "Job", "namespace": "shop", "name": "hook", "hook": true, "targetState": "{'a': 1}"}]})";
        items.replace('\'', "\\\""); // texts within the text
        world.answer
            = [&](const kube::RawRequest &) -> Result<kube::RawAnswer> { return kube::RawAnswer{.status = 200, .body = items}; };
        DesiredRequest request{.application = application({{u"repoURL"_s, u"/nowhere"_s}}, u"https://far.example.com"_s)};
        const auto preview = ended(previewSync(world.cluster, request, world.services, false, {}));
        QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().detail));
        QStringList lines;
        for (const ObjectDifference &each : preview->objects) {
            lines.append(u"%1 %2"_s.arg(each.name).arg(static_cast<int>(each.kind)));
        }
        QCOMPARE(lines, (QStringList{u"other 0"_s, u"new 1"_s, u"old 2"_s}));
        QCOMPARE(preview->compared, 4);
        QVERIFY2(preview->notes.last().contains(u"far.example.com"), qPrintable(preview->notes.last()));
        world.isThere = false;
        const auto alone = ended(previewSync(world.cluster, request, world.services, false, {}));
        QVERIFY(!alone && alone.error().kind == Error::Kind::Unsupported);
        // The API server's own address is no other cluster.
        QVERIFY(isElsewhere(*readApplication(request.application), u"https://near.example.com:6443"_s));
        QVERIFY(!isElsewhere(*readApplication(request.application), u"https://far.example.com:443"_s));
        QVERIFY(!isElsewhere(*readApplication(application({})), u"https://near.example.com"_s));
        QVERIFY(distantTree(request.application).notes.first().contains(u"far.example.com"));
    }

    void aClusterGivenByNameIsTheOneItsSecretNames()
    {
        World world;
        kube::Object named = application({});
        QJsonObject spec = named[u"spec"].toObject();
        spec.insert(u"destination"_s, QJsonObject{{u"name"_s, u"prod"_s}});
        named.insert(u"spec"_s, spec);
        const QString address = u"https://near.example.com:6443"_s;
        QVERIFY(*ended(runsElsewhere(world.cluster, named, address, {}))); // nobody explains the name
        const auto names = [&world](const QString &server) {
            world.cluster->put({{u"apiVersion"_s, u"v1"_s},
                                {u"kind"_s, u"Secret"_s},
                                {u"metadata"_s, QJsonObject{{u"name"_s, u"cluster-prod"_s}, {u"namespace"_s, u"team"_s}}},
                                {u"data"_s,
                                 QJsonObject{{u"name"_s, QString::fromLatin1("prod"_ba.toBase64())},
                                             {u"server"_s, QString::fromLatin1(server.toLatin1().toBase64())}}}});
        };
        names(u"https://kubernetes.default.svc"_s);
        QVERIFY(!*ended(runsElsewhere(world.cluster, named, address, {})));
        names(address);
        QVERIFY(!*ended(runsElsewhere(world.cluster, named, address, {})));
        names(u"https://far.example.com"_s);
        QVERIFY(*ended(runsElsewhere(world.cluster, named, address, {})));
        world.cluster->failNext(Act::List, Error::Kind::Forbidden);
        QVERIFY(*ended(runsElsewhere(world.cluster, named, address, {})));
        world.cluster->failNext(Act::List, Error::Kind::Unreachable);
        QVERIFY(!ended(runsElsewhere(world.cluster, named, address, {})));
    }

    void aFileOfJsonnetIsNeverLeftOut()
    {
        Repository repository;
        repository.push(u"web/a.yaml"_s, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        repository.push(u"web/b.jsonnet"_s, "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'b'}}\n");
        World world;
        world.isThere = false;
        const QJsonObject source{{u"repoURL"_s, repository.bare}, {u"path"_s, u"web"_s}, {u"targetRevision"_s, u"main"_s}};
        DesiredRequest request{.application = application(source)};
        QCOMPARE(ended(desiredState(request, world.services, {})).error().kind, Error::Kind::Unsupported);
        QJsonObject without = source;
        without.insert(u"directory"_s, QJsonObject{{u"exclude"_s, u"*.jsonnet"_s}});
        request.application = application(without);
        QCOMPARE(ended(desiredState(request, world.services, {}))->objects.size(), 1);
    }

    void wavesOfHooksAreReadFromTheRevisionThatIsDeployed()
    {
        Repository repository;
        const QString first
            = repository.push(u"web/a.yaml"_s,
                              "apiVersion: batch/v1\nkind: Job\nmetadata: {name: m, namespace: shop, "
                              "annotations: {argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: '-5'}}\n");
        repository.push(u"web/a.yaml"_s,
                        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: m, namespace: shop, annotations: "
                        "{argocd.argoproj.io/hook: PreSync}}\n");
        World world;
        kube::Object object
            = application({{u"repoURL"_s, repository.bare}, {u"path"_s, u"web"_s}, {u"targetRevision"_s, u"main"_s}});
        object.insert(u"status"_s,
                      QJsonDocument::fromJson(R"({"operationState": {"phase": "Succeeded", "syncResult": {"revision": "REV",
            "resources": [{"group": "batch", "kind": "Job", "namespace": "shop", "name": "m", "hookType": "PreSync"}]}}})"_ba
                                                  .replace("REV", first.toLatin1()))
                          .object());
        QVERIFY(hasHooks(*readApplication(object)));
        const auto waves = ended(hookWaves({.application = object}, world.services, {}));
        QVERIFY2(waves, qPrintable(waves ? QString() : waves.error().detail));
        QCOMPARE(waves->value(u"batch/Job/shop/m"_s), -5);
    }

    void aLoginIsForItsOwnServerOnly()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"config"_s);
        QCOMPARE(readArgoLogins(file)->size(), 0);
        put(file, R"(contexts:
- {name: a, server: "argo.example.com:443", user: a}
- {name: b, server: argo.example.com, user: b}
- {name: c, server: "[::1]:8080", user: c}
servers:
- {server: "argo.example.com:443", certificate-authority-data: UEVN}
- {server: argo.example.com, grpc-web-root-path: below}
- {server: "[::1]:8080", plain-text: true}
users:
- {name: a, auth-token: t.o.k}
- {name: b, auth-token: u.o.k}
- {name: c}
current-context: a
)");
        const auto logins = readArgoLogins(file);
        QVERIFY2(logins, qPrintable(logins ? QString() : logins.error().detail));
        QCOMPARE(logins->size(), 2); // one has no token
        const auto found = loginFor(*logins, QUrl(u"https://ARGO.example.com/"_s));
        QVERIFY(found && found->token == "t.o.k" && found->authority == "PEM");
        QCOMPARE(loginFor(*logins, QUrl(u"https://argo.example.com/below"_s))->token, "u.o.k");
        for (const QString &other :
             {u"https://argo.example.com:444"_s, u"http://argo.example.com:443"_s, u"https://evil.example.com"_s,
              u"https://argo.example.com.evil.com"_s, u"https://argo.example.com/x"_s}) {
            QVERIFY2(!loginFor(*logins, QUrl(other)), qPrintable(other));
        }
        put(file, "contexts: [\n");
        QCOMPARE(readArgoLogins(file).error().kind, Error::Kind::Invalid);
        put(file, "- just\n- a list\n");
        QCOMPARE(readArgoLogins(file)->size(), 0);
        QVERIFY(argoToken(" a.b-c_D9\n"));
        for (const QByteArray &bad : {"a b"_ba, "a\r\nCookie: x"_ba, ""_ba, "a;b"_ba}) {
            QVERIFY(!argoToken(bad));
        }
    }
};

QTEST_GUILESS_MAIN(GitopsServerTest)
#include "tst_GitopsServer.moc"
