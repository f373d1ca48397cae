// SPDX-License-Identifier: GPL-3.0-or-later
// Going back by itself: rules and a job of CI, for those environments whose plan says so, and for no other.
#include "tests/core/bundle/Plans.h"

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

const QString kWorkflow = u".github/workflows/guard.yml"_s;

Answers answers(const Answers &more = {})
{
    return Answers{{u"network.host"_s, u"sentinel.example.com"_s}} + more;
}

} // namespace

class BundleGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsGuardedWithoutSayingSo()
    {
        const Bundle bundle = bundleWith({u"dev"_s, u"prod"_s}, answers());
        for (const File &file : bundle.files) {
            QVERIFY2(!file.path.contains(u"guard"), qPrintable(file.path));
        }
        QVERIFY(!contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s).contains("sentinelctl deploy . --environment dev --guard"));
    }

    void onlyTheEnvironmentThatSaysSoIsGuarded()
    {
        const Bundle bundle = bundleWith({u"staging"_s, u"prod"_s},
                                         answers({{u"environments.staging.delivery.guard"_s, u"true"_s},
                                                  {u"environments.staging.delivery.guardFor"_s, u"5m"_s}}));
        const yaml::Value rules = documentsOf(bundle, u"environments/staging/guard.yaml"_s).first();
        QCOMPARE(textAt(rules, {u"kind"_s}), u"RollbackGuard"_s);
        QCOMPARE(textAt(rules, {u"spec"_s, u"watch"_s}), u"5m"_s);
        QVERIFY(!bundle.find(u"environments/prod/guard.yaml"));
        const yaml::Value workflow = documentsOf(bundle, kWorkflow).first();
        QCOMPARE(workflow.find(u"jobs")->entries().size(), 1);
        QCOMPARE(textAt(workflow, {u"on"_s, u"push"_s, u"branches"_s, u"0"_s}), u"main"_s);
        QCOMPARE(textAt(workflow, {u"jobs"_s, u"staging"_s, u"env"_s, u"SENTINEL_KUBECONFIG"_s}),
                 u"${{ secrets.KUBECONFIG_STAGING }}"_s);
        QCOMPARE(textAt(workflow, {u"jobs"_s, u"staging"_s, u"timeout-minutes"_s}), u"65"_s);
        const QByteArray text = contentOf(bundle, kWorkflow);
        QVERIFY(text.contains("run: sentinelctl guard . --environment staging --arm\n"));
        QVERIFY(text.contains("run: sentinelctl guard . --environment staging --wait 30m\n"));
        QVERIFY(contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.md"_s).contains("sentinelctl deploy . --environment staging --guard"));
        QVERIFY(
            contentOf(bundle, u"docs/DEPLOYMENT_GUIDE.es.md"_s).contains("sentinelctl deploy . --environment staging --guard"));
        QVERIFY(contentOf(bundle, u"README.md"_s).contains("guard.yaml"));
    }

    void eachClusterHasAJobOfItsOwn()
    {
        const Bundle bundle = bundleWith({u"prod"_s},
                                         answers({{u"delivery.guard"_s, u"true"_s},
                                                  {u"clusters[eu-1].environment"_s, u"prod"_s},
                                                  {u"clusters[eu-1].context"_s, u"eu-1-admin"_s},
                                                  {u"clusters[us-1].environment"_s, u"prod"_s},
                                                  {u"clusters[us-1].context"_s, u"us-1-admin"_s},
                                                  {u"clusters[us-1].server"_s, u"https://us-1.example.com:6443"_s}}));
        const yaml::Value workflow = documentsOf(bundle, kWorkflow).first();
        QCOMPARE(workflow.find(u"jobs")->entries().size(), 2);
        QVERIFY(contentOf(bundle, kWorkflow).contains("--environment prod --cluster us-1 --wait 30m"));
        QCOMPARE(textAt(workflow, {u"jobs"_s, u"prod-us-1"_s, u"env"_s, u"SENTINEL_KUBECONFIG"_s}),
                 u"${{ secrets.KUBECONFIG_PROD_US_1 }}"_s);
    }

    void whereHelmDeliversTheJobDeploys()
    {
        const Bundle bundle
            = bundleWith({u"edge"_s}, answers({{u"delivery.guard"_s, u"true"_s}, {u"delivery.method"_s, u"helm"_s}}));
        const QByteArray text = contentOf(bundle, kWorkflow);
        QVERIFY(text.contains("run: sentinelctl deploy . --environment edge --guard --yes\n"));
        QVERIFY(!text.contains("push:"));
    }

    void aQueryGoesToThePrometheusThatIsThere()
    {
        const Answers query{{u"delivery.guard"_s, u"true"_s},
                            {u"delivery.guardQuery"_s, u"sum(rate(errors[5m]))"_s},
                            {u"delivery.guardAbove"_s, u"0.1"_s}};
        const QStringList place{u"spec"_s, u"slo"_s, u"prometheus"_s};
        const QString file = u"environments/staging/guard.yaml"_s;
        QCOMPARE(textAt(documentsOf(bundleWith({u"staging"_s}, answers(query)), file).first(), place),
                 u"sentinel-staging/prometheus:9090"_s);
        const Answers elsewhere = query
            + Answers{{u"observability.prometheus"_s, u"existing"_s},
                      {u"delivery.guardPrometheus"_s, u"monitoring/prometheus-operated:9090"_s}};
        QCOMPARE(textAt(documentsOf(bundleWith({u"staging"_s}, answers(elsewhere)), file).first(), place),
                 u"monitoring/prometheus-operated:9090"_s);
        const auto nowhere
            = generate(planWith({u"staging"_s}, answers(query + Answers{{u"observability.prometheus"_s, u"existing"_s}})));
        QVERIFY(!nowhere);
        QVERIFY(std::ranges::contains(nowhere.error().findings, u"plan.guard-needs-prometheus"_s, &Finding::rule));
    }
};

QTEST_GUILESS_MAIN(BundleGuardTest)
#include "tst_BundleGuard.moc"
