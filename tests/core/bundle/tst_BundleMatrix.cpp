// SPDX-License-Identifier: GPL-3.0-or-later
// Every profile, every way in and every kind of TLS, through the real Helm 3 and 4: strict lint, the chart's own schema,
// rendering, and what must be true of the rendered objects together with those beside the chart.
#include "tests/core/bundle/Plans.h"

#include "core/bundle/Folder.h"

#include <QDir>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

struct Ran
{
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ran run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) {
        return {};
    }
    return {.code = process.exitCode(), .output = process.readAllStandardOutput(), .errors = process.readAllStandardError()};
}

QStringList valueFiles(const QString &environment)
{
    const QString folder = u"environments/"_s + environment;
    return {u"-f"_s, folder + u"/values.yaml"_s, u"-f"_s, folder + u"/version.yaml"_s};
}

/// Images of every container of the documents.
void collectImages(const yaml::Value &value, QSet<QString> &images)
{
    for (const yaml::Entry &entry : value.entries()) {
        if ((entry.key == u"containers" || entry.key == u"initContainers") && entry.value.isList()) {
            for (const yaml::Value &container : entry.value.items()) {
                images.insert(textAt(container, {u"image"_s}));
            }
        }
        collectImages(entry.value, images);
    }
    for (const yaml::Value &item : value.items()) {
        collectImages(item, images);
    }
}

QStringList names(const QList<yaml::Value> &documents, const QString &kind)
{
    QStringList all;
    for (const yaml::Value &document : documents) {
        if (textAt(document, {u"kind"_s}) == kind) {
            all.append(textAt(document, {u"metadata"_s, u"name"_s}));
        }
    }
    all.sort();
    return all;
}

} // namespace

class BundleMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realHelmAcceptsTheBundle_data();
    void realHelmAcceptsTheBundle();
    void productionPlanOfRealSizeRenders();

private:
    QList<yaml::Value> render(const QString &helm, const QString &environment, const QString &folder);
    void checkObjects(const QList<yaml::Value> &documents, const Bundle &bundle, const QString &environment);

    QStringList m_helms;
};

void BundleMatrixTest::initTestCase()
{
    for (const QString &name : {u"helm3"_s, u"helm4"_s}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (path.isEmpty()) {
            QSKIP(qPrintable(name + u" is not on the PATH; installers/tools/fetch brings it."_s));
        }
        m_helms.append(path);
    }
}

void BundleMatrixTest::realHelmAcceptsTheBundle_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<Answers>("answers");
    for (const QString &profile : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
        for (const QString &exposure : {u"ingress"_s, u"gateway"_s}) {
            for (const QString &tls :
                 {u"none"_s, u"selfSigned"_s, u"ca"_s, u"acmeHttp01"_s, u"acmeDns01"_s, u"vault"_s, u"existingSecret"_s}) {
                QTest::addRow("%s, %s, %s", qPrintable(profile), qPrintable(exposure), qPrintable(tls))
                    << profile << Answers{{u"network.exposure"_s, exposure}, {u"network.tls"_s, tls}};
            }
        }
    }
    QTest::newRow("external database") << u"prod"_s
                                       << Answers{{u"storage.database"_s, u"external"_s},
                                                  {u"storage.databaseHost"_s, u"db.example.com"_s}};
    QTest::newRow("OpenShift") << u"prod"_s << Answers{{u"target.distribution"_s, u"openshift"_s}};
    QTest::newRow("by Helm, mirrored, own classes")
        << u"prod"_s
        << Answers{{u"delivery.method"_s, u"helm"_s},       {u"target.mirrorRegistry"_s, u"mirror.example.com/hub"_s},
                   {u"target.pullSecret"_s, u"pull"_s},     {u"storage.class"_s, u"fast"_s},
                   {u"security.imageDigests"_s, u"true"_s}, {u"security.priorityClasses"_s, u"false"_s},
                   {u"network.issuerScope"_s, u"cluster"_s}};
    QTest::newRow("what the platform has already") << u"prod"_s
                                                   << Answers{{u"observability.prometheus"_s, u"existing"_s},
                                                              {u"observability.loki"_s, u"existing"_s},
                                                              {u"network.apiServer"_s, u"[{cidr: 10.0.0.0/24}]"_s},
                                                              {u"network.nodeLocalDns"_s, u"true"_s}};
    QTest::newRow("nothing measured") << u"staging"_s
                                      << Answers{{u"observability.prometheus"_s, u"none"_s},
                                                 {u"observability.loki"_s, u"none"_s},
                                                 {u"observability.automation"_s, u"false"_s}};
    QTest::newRow("everything there is") << u"prod"_s
                                         << Answers{{u"observability.ai"_s, u"true"_s},
                                                    {u"observability.aiGpu"_s, u"true"_s},
                                                    {u"observability.truthsync"_s, u"true"_s},
                                                    {u"observability.receivers"_s, u"email,slack,discord,webhook"_s},
                                                    {u"observability.mailUser"_s, u"sentinel"_s},
                                                    {u"observability.lokiEndpoint"_s, u"https://minio.example.com:9000"_s},
                                                    {u"load.scaler"_s, u"keda"_s},
                                                    {u"hardware.spotWorkers"_s, u"4"_s},
                                                    {u"target.distribution"_s, u"eks"_s},
                                                    {u"security.quota"_s, u"true"_s},
                                                    {u"security.imageDigests"_s, u"true"_s}};
    QTest::newRow("Istio") << u"prod"_s << Answers{{u"network.mesh"_s, u"istio-ambient"_s}};
    QTest::newRow("Linkerd, fixed numbers") << u"staging"_s
                                            << Answers{{u"network.mesh"_s, u"linkerd"_s}, {u"load.scaler"_s, u"none"_s}};
    QTest::newRow("not exposed") << u"dev"_s << Answers{{u"network.exposure"_s, u"none"_s}, {u"network.tls"_s, u"none"_s}};
}

QList<yaml::Value> BundleMatrixTest::render(const QString &helm, const QString &environment, const QString &folder)
{
    const QStringList files = valueFiles(environment);
    const Ran lint = run(
        helm, QStringList{u"lint"_s, u"--strict"_s, u"charts/sentinel"_s, u"--namespace"_s, u"sentinel-"_s + environment} + files,
        folder);
    if (lint.code != 0) {
        QTest::qFail((lint.output + lint.errors).constData(), __FILE__, __LINE__);
        return {};
    }
    const Ran rendered = run(helm,
                             QStringList{u"template"_s, u"sentinel"_s, u"charts/sentinel"_s, u"--namespace"_s,
                                         u"sentinel-"_s + environment, u"--kube-version"_s, u"1.35.0"_s}
                                 + files,
                             folder);
    const Result<QList<yaml::Value>> documents = yaml::readAll(rendered.output, u"rendered.yaml"_s);
    if (rendered.code != 0 || !documents) {
        QTest::qFail(rendered.code != 0 ? rendered.errors.constData() : qPrintable(documents.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *documents;
}

void BundleMatrixTest::checkObjects(const QList<yaml::Value> &documents, const Bundle &bundle, const QString &environment)
{
    QSet<QString> images;
    for (const yaml::Value &document : documents) {
        QVERIFY(!textAt(document, {u"apiVersion"_s}).isEmpty() && !textAt(document, {u"kind"_s}).isEmpty());
        static const QStringList kClusterWide{u"Namespace"_s, u"ClusterRole"_s, u"ClusterRoleBinding"_s};
        const QString own = u"sentinel-"_s + environment;
        const QString space = textAt(document, {u"metadata"_s, u"namespace"_s});
        const bool isWhereItBelongs = kClusterWide.contains(textAt(document, {u"kind"_s}))
            ? space.isEmpty() && textAt(document, {u"metadata"_s, u"name"_s}).startsWith(own + u'-')
            : space == own || space == own + u"-host"_s;
        QVERIFY2(isWhereItBelongs, qPrintable(textAt(document, {u"metadata"_s, u"name"_s})));
        collectImages(document, images);
    }
    QStringList sorted(images.begin(), images.end());
    sorted.sort();
    QCOMPARE(sorted.join(u'\n').toUtf8() + '\n', contentOf(bundle, u"images/images.txt"_s));
    // The certificate asks an issuer that lies beside the chart.
    for (const yaml::Value &document : documents) {
        if (textAt(document, {u"kind"_s}) == u"Certificate") {
            const QList<yaml::Value> issuers
                = documentsOf(bundle, u"environments/"_s + environment + u"/cert-manager/issuer.yaml"_s);
            const QString kind = textAt(document, {u"spec"_s, u"issuerRef"_s, u"kind"_s});
            QVERIFY(names(issuers, kind).contains(textAt(document, {u"spec"_s, u"issuerRef"_s, u"name"_s})));
        }
    }
    // No object has two owners.
    for (const File &file : bundle.files) {
        if (file.path.startsWith(u"environments/"_s + environment + u"/network-policies/"_s)) {
            const yaml::Value own = documentsOf(bundle, file.path).first();
            const QString name = textAt(own, {u"metadata"_s, u"name"_s});
            const QString space = textAt(own, {u"metadata"_s, u"namespace"_s});
            QVERIFY2(std::ranges::none_of(documents,
                                          [&name, &space](const yaml::Value &other) {
                                              return textAt(other, {u"kind"_s}) == u"NetworkPolicy"
                                                  && textAt(other, {u"metadata"_s, u"name"_s}) == name
                                                  && textAt(other, {u"metadata"_s, u"namespace"_s}) == space;
                                          }),
                     qPrintable(name));
        }
    }
}

void BundleMatrixTest::realHelmAcceptsTheBundle()
{
    QFETCH(QString, profile);
    QFETCH(Answers, answers);
    const Bundle bundle = bundleWith({profile}, answers);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bundle"_s);
    QVERIFY(write(bundle, path));
    QList<QList<yaml::Value>> rendered;
    for (const QString &helm : std::as_const(m_helms)) {
        rendered.append(render(helm, profile, path));
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    QVERIFY(rendered[0] == rendered[1]); // Helm 3 and 4 agree
    checkObjects(rendered[0], bundle, profile);
}

void BundleMatrixTest::productionPlanOfRealSizeRenders()
{
    const Bundle bundle = bundleWith({u"prod"_s},
                                     {{u"load.eventsPerSecond"_s, u"1200"_s},
                                      {u"load.logRetention"_s, u"90d"_s},
                                      {u"availability.level"_s, u"zone"_s},
                                      {u"availability.zones"_s, u"3"_s}});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bundle"_s);
    QVERIFY(write(bundle, path));
    for (const QString &helm : std::as_const(m_helms)) {
        const QList<yaml::Value> documents = render(helm, u"prod"_s, path);
        if (QTest::currentTestFailed()) {
            return;
        }
        checkObjects(documents, bundle, u"prod"_s);
    }
}

QTEST_GUILESS_MAIN(BundleMatrixTest)
#include "tst_BundleMatrix.moc"
