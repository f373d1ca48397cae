// SPDX-License-Identifier: GPL-3.0-or-later
// A generated bundle goes the whole way: pushed by the real git, rendered by the real helm, synced by the controllers.
#include "core/gitops/Application.h"
#include "core/gitops/CheckOut.h"
#include "core/gitops/PushBundle.h"
#include "core/helm/RenderChart.h"
#include "core/sandbox/delivery/CertificateController.h"
#include "core/sandbox/delivery/RepositoryMap.h"
#include "core/yaml/Json.h"
#include "tests/core/bundle/Plans.h"
#include "tests/core/sandbox/delivery/DeliveryCluster.h"

#include <QProcess>
#include <QStandardPaths>

using namespace sentinel;
using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DeliveryBundleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theBundleOfAProfileBecomesHealthy_data();
    void theBundleOfAProfileBecomesHealthy();
};

namespace {

const QString kUrl = u"https://git.example.com/platform/sentinel.git"_s;

class HelmRenderer final : public Renderer
{
public:
    explicit HelmRenderer(helm::HelmBinary helm)
        : m_helm(std::move(helm))
    {
    }
    Async<QList<QJsonObject>> render(RenderRequest request, CancelToken cancel) override
    {
        const QString chart = request.folder + u'/' + request.path;
        helm::ChartRender wanted{.chart = chart, .releaseName = request.releaseName, .ns = request.ns};
        wanted.kubernetesVersion = request.kubernetesVersion;
        wanted.apiVersions = request.apiVersions;
        wanted.values = request.values;
        for (const QString &file : request.valueFiles) {
            wanted.valueFiles.append(chart + u'/' + file);
        }
        return helm::renderChart(m_helm, wanted, cancel);
    }

private:
    helm::HelmBinary m_helm;
};

Async<Repositories::Checkout> checkedOut(QString repository, QString revision, QString cache, CancelToken cancel)
{
    const auto out = co_await gitops::checkOut({.repository = repository, .revision = revision, .cache = cache}, cancel);
    if (!out) {
        co_return failure(out);
    }
    co_return Repositories::Checkout{.folder = out->folder, .revision = out->commit};
}

/// Everything the workload controllers would bring about, at once.
void finishWorkloads(Store &store)
{
    for (const Type *type : {&kinds::deployment(), &kinds::statefulSet(), &kinds::daemonSet(), &kinds::job(),
                             &kinds::autoscaler(), &kinds::volumeClaim()}) {
        const QList<QJsonObject> objects = store.list(*type);
        for (const QJsonObject &object : objects) {
            const qint64 replicas = numberAt(object, {u"spec", u"replicas"}, 1);
            (void)store.change(*type, namespaceOf(object), nameOf(object), [&](QJsonObject &live) {
                live[u"status"_s] = QJsonObject{
                    {u"observedGeneration"_s, numberAt(live, {u"metadata", u"generation"})},
                    {u"phase"_s, u"Bound"_s},
                    {u"replicas"_s, replicas},
                    {u"updatedReplicas"_s, replicas},
                    {u"readyReplicas"_s, replicas},
                    {u"availableReplicas"_s, replicas},
                    {u"conditions"_s, QJsonArray{QJsonObject{{u"type"_s, u"Complete"_s}, {u"status"_s, u"True"_s}}}}};
                return true;
            });
        }
    }
    const Type *ingress = typeOfKind(u"networking.k8s.io/v1", u"Ingress");
    const QList<QJsonObject> routes = store.list(*ingress);
    for (const QJsonObject &route : routes) {
        (void)store.change(*ingress, namespaceOf(route), nameOf(route), [](QJsonObject &live) {
            live[u"status"_s] = json(R"({"loadBalancer": {"ingress": [{"ip": "192.0.2.1"}]}})");
            return true;
        });
    }
}

} // namespace

void DeliveryBundleTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"helm"_s).isEmpty() || QStandardPaths::findExecutable(u"git"_s).isEmpty()) {
        QSKIP("helm and git are not on PATH");
    }
}

void DeliveryBundleTest::theBundleOfAProfileBecomesHealthy_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("dev") << u"dev"_s;
    QTest::newRow("prod") << u"prod"_s;
}

void DeliveryBundleTest::theBundleOfAProfileBecomesHealthy()
{
    QFETCH(QString, profile);
    const Result<helm::HelmBinary> helm = QCoro::waitFor(helm::findHelm({u"helm"_s}, {}));
    QVERIFY(helm);
    const QTemporaryDir folder;
    const bundle::Bundle made = bundle::bundleWith({profile},
                                                   {{u"delivery.method"_s, u"argocd"_s},
                                                    {u"delivery.repository"_s, kUrl},
                                                    {u"delivery.autoSync"_s, u"true"_s},
                                                    {u"network.tls"_s, u"selfSigned"_s}});
    QVERIFY(bundle::write(made, folder.filePath(u"bundle"_s)));
    QProcess init;
    init.start(u"git"_s, {u"init"_s, u"-q"_s, u"--bare"_s, folder.filePath(u"bare"_s)});
    QVERIFY(init.waitForFinished() && init.exitCode() == 0);
    const auto pushed = QCoro::waitFor(gitops::pushBundle(
        {.bundle = folder.filePath(u"bundle"_s), .repository = folder.filePath(u"bare"_s), .branch = u"main"_s}, {}));
    QVERIFY2(pushed, pushed ? "" : qPrintable(pushed.error().detail));

    testing::ManualClock clock;
    Store store(clock);
    HelmRenderer renderer(*helm);
    RepositoryMap repositories([cache = folder.filePath(u"cache"_s)](QString repository, QString revision, CancelToken cancel) {
        return checkedOut(repository, revision, cache, cancel);
    });
    repositories.add(kUrl, folder.filePath(u"bare"_s));
    DeliveryWorld world{.store = store,
                        .clock = clock,
                        .apply = [&store](const Type &type, const QJsonObject &object, const QString &,
                                          bool) { return simpleApply(store, type, object); },
                        .renderer = renderer,
                        .repositories = repositories};
    seedArgoCd(store);
    seedCertManager(store);
    ApplicationController applications(world);
    ApplicationSetController sets(world);
    IssuerController issuers(world);
    CertificateController certificates(world, issuers);
    for (const bundle::File &file : made.files) {
        if (file.path.startsWith(u"argocd/") && file.path.endsWith(u".yaml")) {
            const Result<QList<QJsonObject>> objects = yaml::readObjects(file.content, file.path);
            QVERIFY(objects);
            for (const QJsonObject &object : *objects) {
                QVERIFY(store.create(*typeOfKind(object[u"apiVersion"].toString(), object[u"kind"].toString()), object));
            }
        }
    }
    const auto find = [&store](const QString &name) {
        return gitops::readApplication(store.find(kinds::application(), u"argocd"_s, name).value_or(QJsonObject()));
    };
    const QString name = u"sentinel-%1-in-cluster"_s.arg(profile);
    // helm and git take real time, the cluster its own.
    bool done = false;
    const auto look = [&] {
        clock.advance(1s);
        finishWorkloads(store);
        const Result<gitops::Application> application = find(name);
        const Result<gitops::Application> platform = find(name + u"-platform"_s);
        const auto isFine = [](const Result<gitops::Application> &each) {
            return each && each->sync == u"Synced" && each->health == u"Healthy" && !each->isBusy();
        };
        done = isFine(application) && isFine(platform);
        return done;
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(look(), 60000); }();
    const Result<gitops::Application> app = find(name);
    QVERIFY(app);
    for (const gitops::ApplicationResource &resource : app->resources) {
        if (!done && (resource.sync != u"Synced" || (!resource.health.isEmpty() && resource.health != u"Healthy"))) {
            qWarning() << resource.kind << resource.name << resource.sync << resource.health << resource.message;
        }
    }
    QVERIFY2(done, qPrintable(app->operation.message + u' ' + app->sync + u' ' + app->health));
    QCOMPARE(app->operation.phase, u"Succeeded"_s);
    QCOMPARE(app->revisions, QStringList{pushed->commit});
    QVERIFY(app->history.size() >= 1);
    QVERIFY(app->resources.size() > 15);
    QVERIFY(!app->images.isEmpty());
    QVERIFY(app->conditions.isEmpty());
}

QTEST_GUILESS_MAIN(DeliveryBundleTest)
#include "tst_DeliveryBundle.moc"
