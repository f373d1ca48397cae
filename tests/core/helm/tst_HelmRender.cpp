// SPDX-License-Identifier: GPL-3.0-or-later
// With the real helm, 4 and 3: where one is not there its rows are skipped, aloud.
#include "core/helm/ChangeRelease.h"
#include "core/helm/RenderChart.h"
#include "tests/core/bundle/Plans.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace sentinel;
using namespace sentinel::helm;
using namespace Qt::StringLiterals;

class HelmRenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedChartBecomesObjects_data() { programs(); }
    void theShippedChartBecomesObjects();
    void textThatLooksLikeSomethingElseStaysText_data() { programs(); }
    void textThatLooksLikeSomethingElseStaysText();
    void whatTheSchemaRefusesIsSaidInHelmsWords_data() { programs(); }
    void whatTheSchemaRefusesIsSaidInHelmsWords();
    void aClusterThatIsNotThereIsUnreachable_data() { programs(); }
    void aClusterThatIsNotThereIsUnreachable();
    void aFolderWithoutAChartIsNotFound();

private:
    static void programs();
    [[nodiscard]] static Result<HelmBinary> helmOf(const QString &program);
};

namespace {

void put(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    const QString path = folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QJsonObject named(const QList<QJsonObject> &objects, const QString &kind, const QString &name)
{
    for (const QJsonObject &object : objects) {
        if (object[u"kind"].toString() == kind && object[u"metadata"][u"name"].toString() == name) {
            return object;
        }
    }
    return {};
}

} // namespace

void HelmRenderTest::programs()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("helm 4") << u"helm4"_s;
    QTest::newRow("helm 3") << u"helm3"_s;
}

Result<HelmBinary> HelmRenderTest::helmOf(const QString &program)
{
    return QCoro::waitFor(findHelm({program}, {}));
}

#define NEEDS_HELM(program)                                                                                                      \
    const Result<HelmBinary> helm = helmOf(program);                                                                             \
    if (!helm) {                                                                                                                 \
        QSKIP(qPrintable(program + u" is not on PATH"_s));                                                                       \
    }

void HelmRenderTest::theShippedChartBecomesObjects()
{
    QFETCH(QString, program);
    NEEDS_HELM(program)
    const QTemporaryDir folder;
    const bundle::Bundle made = bundle::bundleWith({u"dev"_s});
    for (const bundle::File &file : made.files) {
        put(folder, file.path, file.content);
    }

    ChartRender request{.chart = folder.filePath(u"charts/sentinel"_s), .releaseName = u"sentinel"_s, .ns = u"sentinel-dev"_s};
    request.kubernetesVersion = u"1.35.0"_s;
    request.apiVersions = {u"cert-manager.io/v1/Certificate"_s, u"gateway.networking.k8s.io/v1/HTTPRoute"_s};
    request.valueFiles
        = {folder.filePath(u"environments/dev/values.yaml"_s), folder.filePath(u"environments/dev/version.yaml"_s)};
    const Result<QList<QJsonObject>> objects = QCoro::waitFor(renderChart(*helm, request, {}));

    QVERIFY2(objects, objects ? "" : qPrintable(objects.error().detail));
    QVERIFY(objects->size() > 10);
    const QJsonObject backend = named(*objects, u"Deployment"_s, u"backend"_s);
    QVERIFY(!backend.isEmpty());
    QCOMPARE(backend[u"metadata"][u"annotations"][u"argocd.argoproj.io/sync-wave"].type(), QJsonValue::String);
}

void HelmRenderTest::textThatLooksLikeSomethingElseStaysText()
{
    QFETCH(QString, program);
    NEEDS_HELM(program)
    const QTemporaryDir folder;
    put(folder, u"chart/Chart.yaml"_s, "apiVersion: v2\nname: odd\nversion: 1.0.0\n");
    put(folder, u"chart/templates/map.yaml"_s,
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }}}\n"
        "data: {answer: \"no\", version: {{ .Values.version | quote }}, mode: \"0644\", kube: {{ "
        ".Capabilities.KubeVersion.Version }},\n"
        "  has: {{ .Capabilities.APIVersions.Has \"x.example/v1/Thing\" | quote }}}\n"
        "---\n# nothing here\n---\napiVersion: v1\nkind: List\nitems:\n"
        "  - {apiVersion: v1, kind: ConfigMap, metadata: {name: inner}, immutable: true}\n"
        "---\napiVersion: v1\nkind: Pod\nmetadata: {name: numbers}\nspec: {mode: 0644, count: 9007199254740993, part: 0.5}\n");

    ChartRender request{.chart = folder.filePath(u"chart"_s), .releaseName = u"odd"_s, .ns = u"some-ns"_s};
    request.kubernetesVersion = u"1.34.7"_s;
    request.apiVersions = {u"x.example/v1/Thing"_s};
    request.values = {{u"version"_s, u"1.10"_s}};
    const Result<QList<QJsonObject>> objects = QCoro::waitFor(renderChart(*helm, request, {}));

    QVERIFY2(objects, objects ? "" : qPrintable(objects.error().detail));
    QCOMPARE(objects->size(), 3);
    const QJsonObject data = named(*objects, u"ConfigMap"_s, u"odd"_s)[u"data"].toObject();
    QCOMPARE(data[u"answer"], QJsonValue(u"no"_s));
    QCOMPARE(data[u"version"], QJsonValue(u"1.10"_s));
    QCOMPARE(data[u"mode"], QJsonValue(u"0644"_s));
    QCOMPARE(data[u"kube"], QJsonValue(u"v1.34.7"_s));
    QCOMPARE(data[u"has"], QJsonValue(u"true"_s));
    QCOMPARE(named(*objects, u"ConfigMap"_s, u"inner"_s)[u"immutable"], QJsonValue(true));
    const QJsonObject numbers = named(*objects, u"Pod"_s, u"numbers"_s)[u"spec"].toObject();
    QCOMPARE(numbers[u"mode"].toInteger(), 420);
    QCOMPARE(numbers[u"count"].toInteger(), 9007199254740993);
    QCOMPARE(numbers[u"part"].toDouble(), 0.5);
}

void HelmRenderTest::whatTheSchemaRefusesIsSaidInHelmsWords()
{
    QFETCH(QString, program);
    NEEDS_HELM(program)
    const QTemporaryDir folder;
    put(folder, u"chart/Chart.yaml"_s, "apiVersion: v2\nname: odd\nversion: 1.0.0\n");
    put(folder, u"chart/values.schema.json"_s, R"({"type":"object","properties":{"replicas":{"type":"integer"}}})");
    ChartRender request{.chart = folder.filePath(u"chart"_s), .releaseName = u"odd"_s, .ns = u"some-ns"_s};
    request.values = {{u"replicas"_s, u"three"_s}};

    const Result<QList<QJsonObject>> objects = QCoro::waitFor(renderChart(*helm, request, {}));

    QVERIFY(!objects);
    QCOMPARE(objects.error().kind, Error::Kind::Invalid);
    QVERIFY2(objects.error().detail.contains(u"replicas"), qPrintable(objects.error().detail));
    QVERIFY(!objects.error().detail.contains(u'\n'));
}

void HelmRenderTest::aClusterThatIsNotThereIsUnreachable()
{
    QFETCH(QString, program);
    NEEDS_HELM(program)
    const QTemporaryDir folder;
    put(folder, u"chart/Chart.yaml"_s, "apiVersion: v2\nname: odd\nversion: 1.0.0\n");
    put(folder, u"kubeconfig"_s,
        "apiVersion: v1\nkind: Config\ncurrent-context: a\nclusters: [{name: c, cluster: {server: \"https://127.0.0.1:1\"}}]\n"
        "contexts: [{name: a, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: t}}]\n");
    ReleaseUpgrade request{.target
                           = {.kubeconfig = folder.filePath(u"kubeconfig"_s), .context = u"a"_s, .ns = u"x"_s, .name = u"odd"_s},
                           .chart = folder.filePath(u"chart"_s)};

    const Result<Release> release = QCoro::waitFor(upgradeRelease(*helm, request, {}));

    QVERIFY(!release);
    QVERIFY2(release.error().kind == Error::Kind::Unreachable, qPrintable(release.error().detail));
}

void HelmRenderTest::aFolderWithoutAChartIsNotFound()
{
    const Result<QList<QJsonObject>> objects
        = QCoro::waitFor(renderChart({}, {.chart = u"/nowhere"_s, .releaseName = u"a"_s, .ns = u"b"_s}, {}));
    QVERIFY(!objects);
    QCOMPARE(objects.error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(HelmRenderTest)
#include "tst_HelmRender.moc"
