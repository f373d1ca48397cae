// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundle/Plans.h"

#include "core/bundle/Generators.h"
#include "core/bundle/Images.h"
#include "core/bundle/Manifest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

class BundleGenerateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutIsTheOneTheReadmeDescribes();
    void planIsCarriedByteForByte();
    void chartIsCarriedByteForByte();
    void samePlanGivesTheSameBytes();
    void neitherLocaleNorTimeZoneNorFolderChangesAByte();
    void planWithErrorsIsRefusedWithItsFindings();
    void planThatCannotWorkIsRefusedWithItsVerdicts();
    void databaseTakesTheConnectionsOfEveryPod();
    void manifestNamesEveryOtherFileWithSizeAndSum();
    void everyYamlFileReadsBack();
    void everyGeneratedLineWithAnAnswerSaysWhich();
    void noTemplatePlaceholderIsLeft();
    void noLinkOfADocumentLeadsNowhere();
    void imageCatalogueEqualsItsFile();
    void mirrorTakesThePlaceOfPublicRegistriesOnly();
    void externalDatabaseBringsNoImage();
    void valuesDifferingOnAClusterAreItsOverridesOnly();
    void planWithoutClustersHasNoClusterFolder();
    void secretsAreNamedAndNeverHeld();
    void secretsListIsNoKindKubernetesKnows();
    void helmPlanHasNoArgoFolder();
    void missingPartsAreSaidInFindings();
    void guideSaysHowManyPodsTheChartReallyRuns();
    void digestsGetAPlaceWhenAskedFor();
    void openShiftChoosesItsOwnUser();
};

void BundleGenerateTest::layoutIsTheOneTheReadmeDescribes()
{
    const Bundle bundle = bundleWith({u"staging"_s, u"prod"_s});
    QStringList paths;
    for (const File &file : bundle.files) {
        if (!file.path.startsWith(u"charts/sentinel/")) {
            paths.append(file.path);
        }
    }
    const QStringList expected{u"README.md"_s,
                               u"argocd/README.md"_s,
                               u"argocd/applicationsets/prod-platform.yaml"_s,
                               u"argocd/applicationsets/prod.yaml"_s,
                               u"argocd/applicationsets/staging-platform.yaml"_s,
                               u"argocd/applicationsets/staging.yaml"_s,
                               u"argocd/projects/prod.yaml"_s,
                               u"argocd/projects/staging.yaml"_s,
                               u"bundle.json"_s,
                               u"docs/DEPLOYMENT_GUIDE.es.md"_s,
                               u"docs/DEPLOYMENT_GUIDE.md"_s};
    for (const QString &path : expected) {
        QVERIFY2(paths.contains(path), qPrintable(path));
    }
    for (const QString &name : {u"values.yaml"_s, u"version.yaml"_s, u"namespace.yaml"_s, u"secrets.example.yaml"_s,
                                u"cert-manager/issuer.yaml"_s, u"network-policies/default-deny.yaml"_s}) {
        QVERIFY2(paths.contains(u"environments/prod/"_s + name), qPrintable(name));
    }
    QVERIFY(std::ranges::is_sorted(bundle.files, {}, &File::path));
    QVERIFY(bundle.find(u"charts/sentinel/Chart.yaml"));
    QCOMPARE(bundle.name, u"example"_s);
}

void BundleGenerateTest::planIsCarriedByteForByte()
{
    const plan::InstallPlan plan = planWith({u"dev"_s});
    QCOMPARE(contentOf(bundleOf(plan), u"sentinel-plan.yaml"_s), plan.text());
}

void BundleGenerateTest::chartIsCarriedByteForByte()
{
    const Bundle bundle = bundleWith({u"dev"_s});
    const QString folder = QStringLiteral(SENTINEL_SOURCE_DIR "/resources/");
    int compared = 0;
    for (const File &file : bundle.files) {
        if (file.path.startsWith(u"charts/") || file.path.startsWith(u"containers/")) {
            QFile original(folder + file.path);
            QVERIFY2(original.open(QIODevice::ReadOnly), qPrintable(file.path));
            QCOMPARE(file.content, original.readAll());
            ++compared;
        }
    }
    QVERIFY(compared > 15);
}

void BundleGenerateTest::samePlanGivesTheSameBytes()
{
    const plan::InstallPlan plan = planWith({u"dev"_s, u"staging"_s, u"prod"_s});
    const Bundle first = bundleOf(plan);
    const Bundle second = bundleOf(*plan::InstallPlan::parse(plan.text(), u"elsewhere.yaml"_s));
    QCOMPARE(first.files.size(), second.files.size());
    for (qsizetype i = 0; i < first.files.size(); ++i) {
        QCOMPARE(first.files[i].path, second.files[i].path);
        QCOMPARE(first.files[i].content, second.files[i].content);
    }
}

void BundleGenerateTest::neitherLocaleNorTimeZoneNorFolderChangesAByte()
{
    const plan::InstallPlan plan = planWith({u"prod"_s});
    const QByteArray usual = contentOf(bundleOf(plan), kManifestPath.toString());
    const QByteArray zone = qgetenv("TZ");
    const QString folder = QDir::currentPath();
    QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Chile));
    qputenv("TZ", "America/Santiago");
    QDir::setCurrent(QDir::tempPath());
    const QByteArray elsewhere = contentOf(*generate(plan, Language::Spanish), kManifestPath.toString());
    QDir::setCurrent(folder);
    qputenv("TZ", zone);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(elsewhere, usual); // it holds the sum of every file
}

void BundleGenerateTest::planWithErrorsIsRefusedWithItsFindings()
{
    const Result<Bundle> bundle = generate(planWith({u"prod"_s}, {{u"availability.zones"_s, u"2"_s}}));
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().kind, Error::Kind::Invalid);
    QCOMPARE(bundle.error().findings.first().severity, Severity::Error); // its sentence is the error's
    QCOMPARE(bundle.error().detail, bundle.error().findings.first().sentence);
    QVERIFY(std::ranges::any_of(bundle.error().findings,
                                [](const Finding &one) { return one.severity != Severity::Error; })); // warnings come along
}

void BundleGenerateTest::planThatCannotWorkIsRefusedWithItsVerdicts()
{
    const Answers load{{u"load.eventsPerSecond"_s, u"10000"_s}};
    const Result<Bundle> bundle = generate(planWith({u"prod"_s}, load));
    QVERIFY(!bundle);
    QCOMPARE(bundle.error().kind, Error::Kind::Invalid);
    QCOMPARE(bundle.error().findings.first().rule, u"sizing.no-single-postgresql"_s);
    QVERIFY(generate(planWith({u"prod"_s}, load + Answers{{u"load.eventStore"_s, u"loki"_s}}))); // what the remedy says
}

void BundleGenerateTest::databaseTakesTheConnectionsOfEveryPod()
{
    // A worker holds a connection for each of its four processes, a backend up to twenty; a fifth stays free.
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"load.eventsPerSecond"_s, u"1200"_s}});
    const yaml::Value values = documentsOf(bundle, u"environments/prod/values.yaml"_s).first();
    const int workers = textAt(values, {u"worker"_s, u"replicas"_s}).toInt();
    const int backends = textAt(values, {u"backend"_s, u"autoscaling"_s, u"maxReplicas"_s}).toInt();
    const int most = textAt(values, {u"postgresql"_s, u"maxConnections"_s}).toInt();
    QVERIFY(workers > 50 && backends >= 3);
    QVERIFY2(most * 0.8 >= workers * 4 + backends * 20, qPrintable(QString::number(most)));
    const Bundle small = bundleWith({u"dev"_s});
    QCOMPARE(textAt(documentsOf(small, u"environments/dev/values.yaml"_s).first(), {u"postgresql"_s, u"maxConnections"_s}),
             u"200"_s);
}

void BundleGenerateTest::manifestNamesEveryOtherFileWithSizeAndSum()
{
    const Bundle bundle = bundleWith({u"dev"_s});
    const Result<Manifest> manifest = readManifest(contentOf(bundle, kManifestPath.toString()));
    QVERIFY(manifest);
    QCOMPARE(manifest->items.size(), bundle.files.size() - 1);
    QCOMPARE(manifest->environments, QStringList{u"dev"_s});
    for (const ManifestEntry &entry : manifest->items) {
        const QByteArray content = contentOf(bundle, entry.path);
        QCOMPARE(entry.size, content.size());
        QCOMPARE(entry.sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
}

void BundleGenerateTest::everyYamlFileReadsBack()
{
    const Bundle bundle = bundleWith({u"edge"_s, u"prod"_s}, {{u"network.exposure"_s, u"gateway"_s}});
    for (const File &file : bundle.files) {
        if (file.mediaType == u"application/yaml" && !file.path.contains(u"/templates/")) {
            const Result<QList<yaml::Value>> documents = yaml::readAll(file.content, file.path);
            QVERIFY2(documents && !documents->isEmpty(), qPrintable(file.path));
            QVERIFY2(file.content.startsWith('#') || file.path == u"sentinel-plan.yaml" || file.path.startsWith(u"charts/"),
                     qPrintable(file.path));
        }
    }
}

void BundleGenerateTest::everyGeneratedLineWithAnAnswerSaysWhich()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const File *values = bundle.find(u"environments/prod/values.yaml");
    QVERIFY(values);
    const QList<QByteArray> lines = values->content.split('\n');
    qsizetype host = 0;
    while (host < lines.size() && !lines[host].startsWith("host:")) {
        ++host;
    }
    QVERIFY(host < lines.size());
    const auto origin = std::ranges::find_if(values->origins, [host](const yaml::LineOrigin &one) {
        return one.first <= host + 1 && host + 1 <= one.last && one.key == u"network.host";
    });
    QVERIFY(origin != values->origins.end());
    for (const yaml::LineOrigin &one : values->origins) {
        QVERIFY2(plan::Catalogue::shipped().find(one.key), qPrintable(one.key));
    }
}

void BundleGenerateTest::noTemplatePlaceholderIsLeft()
{
    for (const QString &tls : {u"selfSigned"_s, u"vault"_s, u"acmeDns01"_s, u"acmeHttp01"_s, u"none"_s}) {
        for (const QString &method : {u"argocd"_s, u"helm"_s}) {
            const Bundle bundle = bundleWith(
                {u"prod"_s}, {{u"network.tls"_s, tls}, {u"delivery.method"_s, method}, {u"network.issuerScope"_s, u"cluster"_s}});
            for (const File &file : bundle.files) {
                if (file.mediaType == u"text/markdown") {
                    const qsizetype open = file.content.indexOf("{{");
                    QVERIFY2(open < 0, file.content.mid(open, 60).constData());
                    QVERIFY2(!file.content.contains("||") && !file.content.contains("``\n`"), qPrintable(file.path));
                }
            }
        }
    }
}

void BundleGenerateTest::noLinkOfADocumentLeadsNowhere()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    static const QRegularExpression link(uR"(\]\(([^)#:]+)\))"_s);
    int seen = 0;
    for (const File &file : bundle.files) {
        auto matches = link.globalMatch(file.mediaType == u"text/markdown" ? QString::fromUtf8(file.content) : QString());
        while (matches.hasNext()) {
            const QString target = QDir::cleanPath(file.path.section(u'/', 0, -2) + u'/' + matches.next().captured(1));
            QVERIFY2(bundle.find(target.startsWith(u'/') ? target.mid(1) : target), qPrintable(file.path + u": "_s + target));
            ++seen;
        }
    }
    QVERIFY(seen >= 4);
}

void BundleGenerateTest::imageCatalogueEqualsItsFile()
{
    QFile file(QStringLiteral(SENTINEL_SOURCE_DIR "/resources/catalog/images.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<yaml::Value> document = yaml::read(file.readAll(), file.fileName());
    QVERIFY(document);
    const QList<yaml::Value> items = document->find(u"images")->items();
    const std::span<const Image> packed = shippedImages();
    QCOMPARE(packed.size(), static_cast<size_t>(items.size()));
    for (size_t i = 0; i < packed.size(); ++i) {
        const yaml::Value &item = items[static_cast<qsizetype>(i)];
        QCOMPARE(packed[i].component, textAt(item, {u"component"_s}));
        QCOMPARE(packed[i].own, item.find(u"own")->boolean());
        QCOMPARE(packed[i].registry, textAt(item, {u"registry"_s}));
        QCOMPARE(packed[i].repository, textAt(item, {u"repository"_s}));
        QCOMPARE(packed[i].tag, textAt(item, {u"tag"_s}));
        QCOMPARE(packed[i].when, textAt(item, {u"when"_s}));
    }
}

void BundleGenerateTest::mirrorTakesThePlaceOfPublicRegistriesOnly()
{
    const Bundle bundle = bundleWith({u"prod"_s},
                                     {{u"target.mirrorRegistry"_s, u"mirror.example.com/hub"_s},
                                      {u"target.imageRegistry"_s, u"registry.example.com/own"_s},
                                      {u"target.insideLook"_s, u"true"_s},
                                      {u"target.version"_s, u"2.3.4"_s}});
    const QByteArray list = contentOf(bundle, u"images/images.txt"_s);
    QVERIFY(list.contains("registry.example.com/own/sentinel-backend:2.3.4\n"));
    QVERIFY(list.contains("mirror.example.com/hub/library/redis:"));
    QVERIFY(list.contains("registry.example.com/own/sentinel-patroni:"));
    QVERIFY(list.contains("registry.example.com/own/sentinel-preflight:1\n"));
    QVERIFY(!list.contains("docker.io"));
}

void BundleGenerateTest::externalDatabaseBringsNoImage()
{
    const Bundle bundle
        = bundleWith({u"prod"_s}, {{u"storage.database"_s, u"external"_s}, {u"storage.databaseHost"_s, u"db.example.com"_s}});
    QVERIFY(!contentOf(bundle, u"images/images.txt"_s).contains("postgres:"));
    const yaml::Value values = documentsOf(bundle, u"environments/prod/values.yaml"_s).first();
    QVERIFY(!values.find(u"postgresql"));
    QCOMPARE(textAt(values, {u"database"_s, u"host"_s}), u"db.example.com"_s);
}

namespace {

plan::InstallPlan planOnClusters()
{
    const QByteArray text = "apiVersion: console.sentinel/v1\n"
                            "kind: InstallPlan\n"
                            "metadata: {name: example}\n"
                            "environments:\n"
                            "  prod: {profile: prod}\n"
                            "clusters:\n"
                            "  - {name: eu-1, environment: prod, context: eu-1-admin}\n"
                            "  - {name: us-1, environment: prod, context: us-1-admin, server: https://us-1.example.com:6443}\n";
    const Result<plan::InstallPlan> plan = plan::InstallPlan::parse(text, u"plan.yaml"_s);
    if (!plan) {
        qFatal("%s", qPrintable(plan.error().detail));
    }
    return *plan;
}

} // namespace

void BundleGenerateTest::valuesDifferingOnAClusterAreItsOverridesOnly()
{
    const Bundle same = bundleOf(planOnClusters());
    QCOMPARE(documentsOf(same, u"clusters/eu-1/values.yaml"_s).first().keys(), QStringList());
    const yaml::Value cluster = documentsOf(same, u"clusters/us-1/cluster.yaml"_s).first();
    QCOMPARE(textAt(cluster, {u"spec"_s, u"environment"_s}), u"prod"_s);
    QCOMPARE(textAt(cluster, {u"spec"_s, u"server"_s}), u"https://us-1.example.com:6443"_s);
}

void BundleGenerateTest::planWithoutClustersHasNoClusterFolder()
{
    const Bundle bundle = bundleWith({u"dev"_s, u"prod"_s});
    QVERIFY(std::ranges::none_of(bundle.files, [](const File &file) { return file.path.startsWith(u"clusters/"); }));
}

void BundleGenerateTest::secretsAreNamedAndNeverHeld()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"network.tls"_s, u"acmeDns01"_s}});
    for (const File &file : bundle.files) {
        if (file.path.startsWith(u"charts/") || file.mediaType != u"application/yaml") {
            continue;
        }
        for (const yaml::Value &document : documentsOf(bundle, file.path)) {
            QVERIFY2(textAt(document, {u"kind"_s}) != u"Secret", qPrintable(file.path));
        }
        QVERIFY2(!file.content.contains("stringData"), qPrintable(file.path));
    }
    // No value in a command line: every option that could carry one names a file or a pipe.
    const QByteArray guide = contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s);
    QVERIFY(guide.contains("kubectl -n sentinel-prod create secret generic sentinel-database"));
    static const QRegularExpression literal(uR"(--from-literal=(?!type=git|url=))"_s);
    QVERIFY(!literal.match(QString::fromUtf8(guide)).hasMatch());
    QVERIFY(!guide.contains("--docker-password"));
}

void BundleGenerateTest::secretsListIsNoKindKubernetesKnows()
{
    const yaml::Value list = documentsOf(bundleWith({u"prod"_s}), u"environments/prod/secrets.example.yaml"_s).first();
    QCOMPARE(textAt(list, {u"apiVersion"_s}), u"console.sentinel/v1"_s);
    QCOMPARE(textAt(list, {u"kind"_s}), u"RequiredSecretList"_s);
    QCOMPARE(textAt(list, {u"items"_s, u"0"_s, u"name"_s}), u"sentinel-database"_s);
    QCOMPARE(textAt(list, {u"items"_s, u"0"_s, u"keys"_s, u"0"_s, u"key"_s}), u"password"_s);
}

void BundleGenerateTest::helmPlanHasNoArgoFolder()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"delivery.method"_s, u"helm"_s}});
    QVERIFY(std::ranges::none_of(bundle.files, [](const File &file) { return file.path.startsWith(u"argocd/"); }));
    QVERIFY(!contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s).contains("Argo CD"));
}

void BundleGenerateTest::missingPartsAreSaidInFindings()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"load.scaler"_s, u"keda"_s}, {u"network.mesh"_s, u"linkerd"_s}});
    for (const QString &rule : {u"bundle.no-backup"_s, u"bundle.keda-needed"_s, u"bundle.mesh-needed"_s}) {
        const auto found = std::ranges::find(bundle.findings, rule, &Finding::rule);
        QVERIFY2(found != bundle.findings.end(), qPrintable(rule));
        QVERIFY(found->severity != Severity::Error);
        QVERIFY(!found->remedy.isEmpty());
    }
}

void BundleGenerateTest::guideSaysHowManyPodsTheChartReallyRuns()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const auto row = [&bundle](const QString &guide, const QByteArray &component) {
        const QByteArray text = contentOf(bundle, guide);
        const qsizetype begin = text.indexOf("| " + component + " |");
        return begin < 0 ? QByteArray() : text.mid(begin, text.indexOf('\n', begin) - begin);
    };
    const QString english = u"docs/DEPLOYMENT_GUIDE.md"_s;
    QVERIFY(row(english, "postgresql").startsWith("| postgresql | 3 |"));
    QVERIFY(row(u"docs/DEPLOYMENT_GUIDE.es.md"_s, "redis").startsWith("| redis | 3 |"));
    const yaml::Value values = documentsOf(bundle, u"environments/prod/values.yaml"_s).first();
    QCOMPARE(textAt(values, {u"patroni"_s, u"replicas"_s}), u"3"_s);
    QCOMPARE(textAt(values, {u"redisSentinel"_s, u"nodes"_s}), u"3"_s);
    QVERIFY(row(english, "prometheus").startsWith("| prometheus | 2 |"));
    QCOMPARE(textAt(values, {u"observability"_s, u"prometheus"_s, u"replicas"_s}), u"2"_s);
}

void BundleGenerateTest::digestsGetAPlaceWhenAskedFor()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"security.imageDigests"_s, u"true"_s}});
    const yaml::Value version = documentsOf(bundle, u"environments/prod/version.yaml"_s).first();
    QVERIFY(version.find({u"images", u"backend", u"digest"}));
    QCOMPARE(textAt(version, {u"images"_s, u"patroni"_s, u"digest"_s}), QString());
    QVERIFY(!version.find({u"images", u"postgresql"}));
    QVERIFY(!version.find({u"images", u"migration"}));
}

void BundleGenerateTest::openShiftChoosesItsOwnUser()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"target.distribution"_s, u"openshift"_s}});
    const yaml::Value values = documentsOf(bundle, u"environments/prod/values.yaml"_s).first();
    const yaml::Value *user = values.find({u"podSecurity", u"runAsUser"});
    QVERIFY(user && user->isNull());
}

QTEST_GUILESS_MAIN(BundleGenerateTest)
#include "tst_BundleGenerate.moc"
