// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/bundle/Plans.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

yaml::Value setOf(const Bundle &bundle, const QString &name)
{
    return documentsOf(bundle, u"argocd/applicationsets/"_s + name + u".yaml"_s).first();
}

const QStringList kSpec{u"spec"_s, u"template"_s, u"spec"_s};

QStringList texts(const yaml::Value *list)
{
    QStringList all;
    for (const yaml::Value &item : list ? list->items() : QList<yaml::Value>()) {
        all.append(item.text());
    }
    return all;
}

/// Puts the generator's element into a template text, as Argo CD's Go template does for the two names we use.
QString rendered(QString text, const yaml::Value &element)
{
    for (const QString &key : element.keys()) {
        text.replace(u"{{ ."_s + key + u" }}"_s, element.find(key)->text());
    }
    return text;
}

} // namespace

class BundleArgoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollbackPauseIsLeftAlone_data();
    void rollbackPauseIsLeftAlone();
    void applicationsAreNamedByEnvironmentAndCluster();
    void everyNameATemplateUsesIsInEveryElement();
    void platformStandsOneWaveEarlier();
    void automaticSyncFollowsTheAnswers();
    void windowHoldsBackNobodyByHand();
    void projectAllowsItsNamespaceAndNothingElse();
    void clusterIssuerNeedsItsKindAndNamespaceAllowed();
    void valueFilesExistBesideTheChart();
    void platformPicksExactlyTheFilesBesideTheChart();
    void folderInTheRepositoryIsPutInFront();
    void deletingASetKeepsWhatRuns();
    void sameNameForTwoApplicationsIsSaid_data();
    void sameNameForTwoApplicationsIsSaid();
};

void BundleArgoTest::rollbackPauseIsLeftAlone_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("pointer");
    for (const QString &version : {u"2.14"_s, u"3.0"_s}) {
        QTest::addRow("Argo CD %s", qPrintable(version)) << version << u"/spec/syncPolicy"_s;
    }
    for (const QString &version : {u"3.1"_s, u"3.3"_s, u"3.6"_s}) {
        QTest::addRow("Argo CD %s", qPrintable(version)) << version << u"/spec/syncPolicy/automated/enabled"_s;
    }
}

void BundleArgoTest::rollbackPauseIsLeftAlone()
{
    QFETCH(QString, version);
    QFETCH(QString, pointer);
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"target.argocdVersion"_s, version}});
    for (const QString &name : {u"prod"_s, u"prod-platform"_s}) {
        const yaml::Value set = setOf(bundle, name);
        QCOMPARE(textAt(set, {u"apiVersion"_s}), u"argoproj.io/v1alpha1"_s);
        QCOMPARE(textAt(set, {u"spec"_s, u"ignoreApplicationDifferences"_s, u"0"_s, u"jsonPointers"_s, u"0"_s}), pointer);
        const QString compared
            = textAt(set, {u"spec"_s, u"template"_s, u"metadata"_s, u"annotations"_s, u"argocd.argoproj.io/compare-options"_s});
        QCOMPARE(compared, version == u"2.14" || version == u"3.0" || version == u"3.1" ? u"ServerSideDiff=true"_s : QString());
        QCOMPARE(textAt(set, {u"spec"_s, u"goTemplate"_s}), u"true"_s);
        QCOMPARE(texts(set.find({u"spec", u"goTemplateOptions"})), QStringList{u"missingkey=error"_s});
    }
}

void BundleArgoTest::applicationsAreNamedByEnvironmentAndCluster()
{
    const Bundle bundle = bundleWith({u"staging"_s, u"prod"_s});
    QStringList names;
    for (const QString &name : {u"staging"_s, u"staging-platform"_s, u"prod"_s, u"prod-platform"_s}) {
        const yaml::Value set = setOf(bundle, name);
        for (const yaml::Value &element :
             set.find({u"spec", u"generators"})->items().first().find({u"list", u"elements"})->items()) {
            names.append(rendered(textAt(set, {u"spec"_s, u"template"_s, u"metadata"_s, u"name"_s}), element));
        }
    }
    QCOMPARE(names,
             (QStringList{u"sentinel-staging-in-cluster"_s, u"sentinel-staging-in-cluster-platform"_s,
                          u"sentinel-prod-in-cluster"_s, u"sentinel-prod-in-cluster-platform"_s}));
}

void BundleArgoTest::everyNameATemplateUsesIsInEveryElement()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    for (const QString &name : {u"prod"_s, u"prod-platform"_s}) {
        const yaml::Value set = setOf(bundle, name);
        const yaml::Value element
            = set.find({u"spec", u"generators"})->items().first().find({u"list", u"elements"})->items().first();
        const QString text = QString::fromUtf8(contentOf(bundle, u"argocd/applicationsets/"_s + name + u".yaml"_s));
        QVERIFY(text.contains(u"{{ .cluster }}"));
        QVERIFY(!rendered(text, element).contains(u"{{"));
    }
}

void BundleArgoTest::platformStandsOneWaveEarlier()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const QStringList wave{u"spec"_s, u"template"_s, u"metadata"_s, u"annotations"_s, u"argocd.argoproj.io/sync-wave"_s};
    QCOMPARE(textAt(setOf(bundle, u"prod-platform"_s), wave).toInt() + 1, textAt(setOf(bundle, u"prod"_s), wave).toInt());
}

void BundleArgoTest::automaticSyncFollowsTheAnswers()
{
    const Bundle manual = bundleWith({u"prod"_s});
    QVERIFY(!setOf(manual, u"prod"_s).find({u"spec", u"template", u"spec", u"syncPolicy", u"automated"}));
    const Bundle automatic = bundleWith({u"prod"_s}, {{u"delivery.autoSync"_s, u"true"_s}, {u"delivery.prune"_s, u"false"_s}});
    const yaml::Value set = setOf(automatic, u"prod"_s);
    QCOMPARE(textAt(set, kSpec + QStringList{u"syncPolicy"_s, u"automated"_s, u"prune"_s}), u"false"_s);
    QCOMPARE(textAt(set, kSpec + QStringList{u"syncPolicy"_s, u"automated"_s, u"selfHeal"_s}), u"true"_s);
    QVERIFY(texts(set.find({u"spec", u"template", u"spec", u"syncPolicy", u"syncOptions"})).contains(u"ServerSideApply=true"_s));
}

void BundleArgoTest::windowHoldsBackNobodyByHand()
{
    const Bundle bundle = bundleWith(
        {u"prod"_s},
        {{u"delivery.syncWindows"_s, u"[{kind: deny, schedule: '0 18 * * 5', duration: 2d, timeZone: Europe/Madrid}]"_s}});
    const yaml::Value window
        = documentsOf(bundle, u"argocd/projects/prod.yaml"_s).first().find({u"spec", u"syncWindows"})->items().first();
    QCOMPARE(textAt(window, {u"kind"_s}), u"deny"_s);
    QCOMPARE(textAt(window, {u"schedule"_s}), u"0 18 * * 5"_s);
    QCOMPARE(textAt(window, {u"duration"_s}), u"48h"_s); // Go knows no days
    QCOMPARE(textAt(window, {u"timeZone"_s}), u"Europe/Madrid"_s);
    QCOMPARE(textAt(window, {u"manualSync"_s}), u"true"_s);
}

void BundleArgoTest::projectAllowsItsNamespaceAndNothingElse()
{
    const yaml::Value project
        = documentsOf(bundleWith({u"prod"_s}, {{u"security.priorityClasses"_s, u"false"_s}}), u"argocd/projects/prod.yaml"_s)
              .first();
    QCOMPARE(textAt(project, {u"metadata"_s, u"name"_s}), u"sentinel-prod"_s);
    QCOMPARE(project.find({u"spec", u"destinations"})->items().size(), 2);
    QCOMPARE(textAt(project, {u"spec"_s, u"destinations"_s, u"0"_s, u"namespace"_s}), u"sentinel-prod"_s);
    QCOMPARE(textAt(project, {u"spec"_s, u"destinations"_s, u"1"_s, u"namespace"_s}), u"sentinel-prod-host"_s);
    QCOMPARE(project.find({u"spec", u"clusterResourceWhitelist"})->items().size(), 3);
    QCOMPARE(textAt(project, {u"spec"_s, u"clusterResourceWhitelist"_s, u"0"_s, u"kind"_s}), u"Namespace"_s);
    const yaml::Value bare = documentsOf(bundleWith({u"prod"_s},
                                                    {{u"security.priorityClasses"_s, u"false"_s},
                                                     {u"observability.prometheus"_s, u"none"_s},
                                                     {u"observability.loki"_s, u"none"_s},
                                                     {u"observability.watchdog"_s, u"none"_s}}),
                                         u"argocd/projects/prod.yaml"_s)
                                 .first();
    QCOMPARE(bare.find({u"spec", u"destinations"})->items().size(), 1);
    QCOMPARE(bare.find({u"spec", u"clusterResourceWhitelist"})->items().size(), 1);
    QCOMPARE(project.find({u"spec", u"sourceRepos"})->items().size(), 1);
}

void BundleArgoTest::clusterIssuerNeedsItsKindAndNamespaceAllowed()
{
    const yaml::Value project
        = documentsOf(bundleWith({u"prod"_s}, {{u"network.issuerScope"_s, u"cluster"_s}}), u"argocd/projects/prod.yaml"_s)
              .first();
    QCOMPARE(textAt(project, {u"spec"_s, u"destinations"_s, u"2"_s, u"namespace"_s}), u"cert-manager"_s);
    QStringList kinds;
    for (const yaml::Value &one : project.find({u"spec", u"clusterResourceWhitelist"})->items()) {
        kinds.append(textAt(one, {u"kind"_s}));
    }
    QVERIFY(kinds.contains(u"ClusterIssuer"_s));
}

void BundleArgoTest::valueFilesExistBesideTheChart()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const yaml::Value set = setOf(bundle, u"prod"_s);
    QCOMPARE(textAt(set, kSpec + QStringList{u"source"_s, u"path"_s}), u"charts/sentinel"_s);
    QCOMPARE(textAt(set, kSpec + QStringList{u"source"_s, u"helm"_s, u"releaseName"_s}), u"sentinel"_s);
    const QStringList files = texts(set.find({u"spec", u"template", u"spec", u"source", u"helm", u"valueFiles"}));
    QVERIFY(files.size() >= 2);
    for (QString file : files) {
        QVERIFY(file.startsWith(u"../../"));
        QVERIFY2(bundle.find(file.sliced(6)), qPrintable(file));
    }
}

void BundleArgoTest::platformPicksExactlyTheFilesBesideTheChart()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    const QString include
        = textAt(setOf(bundle, u"prod-platform"_s), kSpec + QStringList{u"source"_s, u"directory"_s, u"include"_s});
    QCOMPARE(include, u"{namespace.yaml,priority-classes.yaml,cert-manager/*.yaml,network-policies/*.yaml}"_s);
    // Every object below the environment's folder is matched, and nothing that is no object.
    for (const File &file : bundle.files) {
        if (file.path.startsWith(u"environments/prod/")) {
            const QString name = file.path.sliced(18);
            const bool matched = name == u"namespace.yaml" || name == u"priority-classes.yaml"
                || name.startsWith(u"cert-manager/") || name.startsWith(u"network-policies/");
            const bool isObject = name != u"values.yaml" && name != u"version.yaml" && name != u"secrets.example.yaml";
            QCOMPARE(matched, isObject);
        }
    }
}

void BundleArgoTest::folderInTheRepositoryIsPutInFront()
{
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"delivery.path"_s, u"deploy/sentinel"_s}});
    QCOMPARE(textAt(setOf(bundle, u"prod"_s), kSpec + QStringList{u"source"_s, u"path"_s}), u"deploy/sentinel/charts/sentinel"_s);
    QCOMPARE(textAt(setOf(bundle, u"prod-platform"_s), kSpec + QStringList{u"source"_s, u"path"_s}),
             u"deploy/sentinel/environments/prod"_s);
}

void BundleArgoTest::deletingASetKeepsWhatRuns()
{
    const Bundle bundle = bundleWith({u"prod"_s});
    QCOMPARE(textAt(setOf(bundle, u"prod"_s), {u"spec"_s, u"syncPolicy"_s, u"preserveResourcesOnDeletion"_s}), u"true"_s);
    const yaml::Value space = documentsOf(bundle, u"environments/prod/namespace.yaml"_s).first();
    QCOMPARE(textAt(space, {u"metadata"_s, u"annotations"_s, u"argocd.argoproj.io/sync-options"_s}),
             u"Prune=false,Delete=false"_s);
    QCOMPARE(textAt(space, {u"metadata"_s, u"labels"_s, u"pod-security.kubernetes.io/enforce"_s}), u"restricted"_s);
}

void BundleArgoTest::sameNameForTwoApplicationsIsSaid_data()
{
    QTest::addColumn<QByteArray>("clusters");
    QTest::addColumn<bool>("clash");
    QTest::newRow("of two environments") << QByteArray("  - {name: b-c, environment: a}\n  - {name: c, environment: a-b}\n")
                                         << true;
    QTest::newRow("of the two layers") << QByteArray("  - {name: eu, environment: a}\n  - {name: eu-platform, environment: a}\n")
                                       << true;
    QTest::newRow("no clash") << QByteArray("  - {name: eu, environment: a}\n  - {name: us, environment: a-b}\n") << false;
}

void BundleArgoTest::sameNameForTwoApplicationsIsSaid()
{
    QFETCH(QByteArray, clusters);
    QFETCH(bool, clash);
    const QByteArray text = "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: example}\n"
                            "environments:\n  a: {profile: dev}\n  a-b: {profile: dev}\nclusters:\n"
        + clusters;
    const Result<plan::InstallPlan> plan = plan::InstallPlan::parse(text, u"plan.yaml"_s);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(std::ranges::contains(bundleOf(*plan).findings, u"bundle.same-name"_s, &Finding::rule), clash);
}

QTEST_GUILESS_MAIN(BundleArgoTest)
#include "tst_BundleArgo.moc"
