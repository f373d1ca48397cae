// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include "core/sizing/Sizing.h"

#include <QTest>
#include <algorithm>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

/// Nothing to complain about: every example replaced, one cluster.
const QByteArray kClean = "apiVersion: console.sentinel/v1\n"
                          "kind: InstallPlan\n"
                          "metadata: {name: example}\n"
                          "spec:\n"
                          "  target: {imageRegistry: registry.acme.test/sentinel}\n"
                          "  load: {eventsPerSecond: 100}\n"
                          "  network: {host: sentinel.acme.test, acmeEmail: platform@acme.test}\n"
                          "  delivery: {repository: \"https://git.acme.test/sentinel.git\"}\n"
                          "environments:\n"
                          "  prod:\n"
                          "    profile: prod\n"
                          "clusters:\n"
                          "  - {name: eu-1, environment: prod}\n";

Result<plan::InstallPlan> changed(const QString &answers)
{
    auto plan = plans::parsed(kClean);
    for (const QString &answer : answers.split(u' ', Qt::SkipEmptyParts)) {
        if (!plan) {
            return plan;
        }
        const qsizetype equals = answer.indexOf(u'=');
        plan = plan->with(answer.left(equals), answer.sliced(equals + 1));
    }
    return plan;
}

const Finding *find(const Findings &findings, const QString &rule)
{
    const auto found = std::ranges::find(findings, rule, &Finding::rule);
    return found == findings.end() ? nullptr : &*found;
}

struct Case
{
    const char *rule;
    const char *fires;
    const char *silent;
};

// Each rule once broken, and once kept by the narrowest margin.
constexpr Case kCases[] = {
    {"plan.failover-needs-three", "availability.failoverTarget=8s availability.zones=2", "availability.failoverTarget=8s"},
    {"plan.zones-for-zone-level", "availability.zones=2", "availability.zones=3"},
    {"plan.nodes-for-node-level", "availability.level=node availability.nodes=2", "availability.level=node availability.nodes=3"},
    {"plan.nodes-fewer-than-zones", "availability.nodes=2", "availability.nodes=3"},
    {"plan.uptime-needs-spare", "availability.level=none availability.uptime=99.9", "availability.level=none"},
    {"plan.uptime-needs-zones", "availability.level=node availability.uptime=99.95", "availability.uptime=99.95"},
    {"plan.production-without-spare", "availability.level=none", "availability.level=none environments.prod.profile=staging"},
    {"plan.database-volume", "storage.databaseVolume=900Gi", "storage.databaseVolume=1Ti"},
    {"plan.volume-beyond-storage", "storage.databaseVolume=2Ti storage.maxVolume=1Ti",
     "storage.databaseVolume=2Ti storage.maxVolume=2Ti"},
    {"plan.largest-volume", "storage.maxVolume=900Gi", "storage.maxVolume=1Ti"},
    {"plan.event-retention-longer", "load.eventRetention=91d", "load.eventRetention=90d"},
    {"plan.events-need-loki", "load.eventStore=loki observability.loki=none", "observability.loki=none"},
    {"plan.guard-needs-prometheus", "delivery.guard=true delivery.guardQuery=up observability.prometheus=existing",
     "delivery.guard=true delivery.guardQuery=up"},
    {"plan.loki-store", "observability.lokiReplicas=2 observability.lokiStore=filesystem", "observability.lokiReplicas=2"},
    {"plan.loki-single-volume", "observability.lokiStore=filesystem",
     "observability.lokiStore=filesystem availability.level=none"},
    {"plan.alerts-need-prometheus", "observability.receivers=email observability.prometheus=none",
     "observability.prometheus=none"},
    {"plan.example-host", "network.host=sentinel.example.com",
     "network.host=sentinel.example.com network.exposure=none network.tls=ca"},
    {"plan.example-registry", "target.imageRegistry=registry.example.com/sentinel", "target.imageRegistry=registry.acme.test"},
    {"plan.example-email", "network.acmeEmail=admin@example.com", "network.acmeEmail=admin@example.com network.tls=ca"},
    {"plan.example-repository", "delivery.repository=https://git.example.com/x.git",
     "delivery.repository=https://git.example.com/x.git delivery.method=helm"},
    {"plan.example-database", "storage.database=external", "storage.database=external storage.databaseHost=db.acme.test"},
    {"plan.example-vault", "network.tls=vault", "network.tls=vault network.vaultServer=https://vault.acme.test"},
    {"plan.example-acme-service", "network.acmeServer=custom",
     "network.acmeServer=custom network.acmeUrl=https://ca.acme.test/dir"},
    {"plan.example-project", "network.tls=acmeDns01 network.dnsProvider=cloudDns",
     "network.tls=acmeDns01 network.dnsProvider=cloudDns network.cloudDnsProject=acme-dns"},
    {"plan.example-dns-server", "network.tls=acmeDns01", "network.tls=acmeDns01 network.rfc2136Server=198.51.100.53:53"},
    {"plan.azure-subscription", "network.tls=acmeDns01 network.dnsProvider=azureDns",
     "network.tls=acmeDns01 network.dnsProvider=azureDns network.azureSubscription=12345678-1234-1234-1234-123456789abc"},
    {"plan.azure-principal", "network.tls=acmeDns01 network.dnsProvider=azureDns network.azureSecret=a/b",
     "network.tls=acmeDns01 network.dnsProvider=azureDns network.azureSecret=a/b "
     "network.azureClientId=12345678-1234-1234-1234-123456789abc network.azureTenant=12345678-1234-1234-1234-123456789abc"},
    {"plan.route53-key-pair", "network.tls=acmeDns01 network.dnsProvider=route53 network.route53Secret=a/b",
     "network.tls=acmeDns01 network.dnsProvider=route53 network.route53Secret=a/b "
     "network.route53AccessKeyId=AKIAIOSFODNN7EXAMPLE"},
    {"plan.private-name-public-authority", "network.host=sentinel.acme.internal",
     "network.host=sentinel.acme.internal network.tls=ca"},
    {"plan.shared-host", "environments.qa.profile=staging",
     "environments.qa.profile=staging environments.qa.network.host=qa.acme.test"},
    {"plan.shared-bucket", "environments.qa.profile=staging",
     "environments.qa.profile=staging environments.qa.storage.backupBucket=qa-backup"},
    {"plan.acme-needs-a-way-in", "network.exposure=none network.tls=acmeHttp01", "network.exposure=none"},
    {"plan.no-tls", "network.tls=none", "network.tls=none network.exposure=none"},
    {"plan.self-signed-production", "network.tls=selfSigned", "network.tls=selfSigned environments.prod.profile=dev"},
    {"plan.acme-staging-production", "network.acmeServer=letsencryptStaging", "network.acmeServer=letsencrypt"},
    {"plan.renewal-too-late", "network.certificateRenewBefore=90d", "network.certificateRenewBefore=89d"},
    {"plan.no-network-policies", "security.networkPolicies=false", "security.networkPolicies=true"},
    {"plan.no-backup", "storage.backupTarget=none", "storage.backupTarget=none environments.prod.profile=dev"},
    {"plan.production-auto-sync", "delivery.autoSync=true", "delivery.autoSync=true delivery.method=helm"},
    {"plan.heal-without-sync", "delivery.selfHeal=true", "delivery.selfHeal=true delivery.autoSync=true"},
    {"plan.unprotected-production", "security.protection=open", "security.protection=confirm"},
    {"plan.floating-tag", "target.version=latest", "target.version=1.0.0"},
    {"plan.same-secret", "security.redisSecret=sentinel-app", "security.redisSecret=sentinel-app2"},
    {"plan.keda-needs-metrics", "load.scaler=keda observability.prometheus=none", "load.scaler=keda"},
    {"plan.example-loki", "observability.loki=existing",
     "observability.loki=existing observability.lokiUrl=https://loki.acme.test/otlp"},
    {"plan.example-mail", "observability.receivers=email",
     "observability.receivers=email observability.mailTo=oncall@acme.test observability.mailServer=smtp.acme.test:587"},
    {"plan.shared-log-bucket", "environments.qa.profile=prod",
     "environments.qa.profile=prod environments.qa.observability.lokiBucket=qa-logs"},
    {"plan.no-cluster", "clusters[eu-1]=", "delivery.method=argocd"},
};

} // namespace

class PlanRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanWithNothingLeftToMendHasNoFindings();
    void eachRuleFiresWhenBrokenAndOnlyThen_data();
    void eachRuleFiresWhenBrokenAndOnlyThen();
    void everyRuleHasItsCase();
    void findingsPointAtTheAnswerAPersonWrote();
    void theSameFindingOfTwoEnvironmentsIsSaidOnce();
    void aClusterWithAnswersOfItsOwnIsCheckedToo();
    void findingsSpeakBothLanguages();
    void rulesAndSizingAgreeOnTheDatabaseVolume();
};

void PlanRulesTest::aPlanWithNothingLeftToMendHasNoFindings()
{
    const auto plan = plans::parsed(kClean);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    for (const Finding &finding : plan->check()) {
        QFAIL(qPrintable(finding.rule + u": "_s + finding.sentence));
    }
}

void PlanRulesTest::eachRuleFiresWhenBrokenAndOnlyThen_data()
{
    QTest::addColumn<QString>("fires");
    QTest::addColumn<QString>("silent");
    for (const Case &each : kCases) {
        QTest::newRow(each.rule) << QString::fromUtf8(each.fires) << QString::fromUtf8(each.silent);
    }
}

void PlanRulesTest::eachRuleFiresWhenBrokenAndOnlyThen()
{
    QFETCH(QString, fires);
    QFETCH(QString, silent);
    const QString rule = QString::fromUtf8(QTest::currentDataTag());
    const auto broken = changed(fires);
    QVERIFY2(broken, qPrintable(broken ? QString() : broken.error().detail));
    const Findings findings = broken->check();
    const Finding *finding = find(findings, rule);
    QVERIFY2(finding, "silent though broken");
    QVERIFY(!finding->sentence.isEmpty() && !finding->remedy.isEmpty());
    QVERIFY2(!finding->sentence.contains(u'{') && !finding->sentence.contains(u"  "_s), qPrintable(finding->sentence));
    const auto kept = changed(silent);
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    QVERIFY2(!find(kept->check(), rule), "fires though kept");
}

void PlanRulesTest::everyRuleHasItsCase()
{
    for (const plan::Rule &rule : plan::Catalogue::shipped().rules()) {
        QVERIFY2(std::ranges::any_of(kCases, [&](const Case &each) { return rule.id == QLatin1StringView(each.rule); }),
                 qPrintable(rule.id));
    }
    QVERIFY(plan::Catalogue::shipped().rules().size() >= 20);
}

void PlanRulesTest::findingsPointAtTheAnswerAPersonWrote()
{
    const auto plan = changed(u"environments.prod.availability.zones=2"_s);
    QVERIFY(plan);
    const Findings findings = plan->check();
    const Finding *finding = find(findings, u"plan.zones-for-zone-level"_s);
    QVERIFY(finding);
    QCOMPARE(finding->path, u"environments.prod.availability.zones"_s);
    QCOMPARE(finding->object, u"prod"_s);
    QCOMPARE(finding->severity, Severity::Error);
    const QByteArray line = plan->text().split('\n').at(finding->where.line - 1);
    QVERIFY2(line.contains("zones: 2"), line.constData());
    QCOMPARE(line.mid(finding->where.column - 1, 1), QByteArray("2"));
    // Errors come first.
    QVERIFY(std::ranges::is_sorted(findings, std::ranges::greater(), &Finding::severity));
}

void PlanRulesTest::theSameFindingOfTwoEnvironmentsIsSaidOnce()
{
    const auto plan = changed(u"environments.qa.profile=staging availability.zones=2"_s);
    QVERIFY(plan);
    const Findings findings = plan->check();
    QCOMPARE(std::ranges::count(findings, u"plan.zones-for-zone-level"_s, &Finding::rule), 1);
    QCOMPARE(find(findings, u"plan.zones-for-zone-level"_s)->object, u"prod, qa"_s);
}

void PlanRulesTest::aClusterWithAnswersOfItsOwnIsCheckedToo()
{
    const auto plan = changed(u"clusters[eu-1].availability.zones=2"_s);
    QVERIFY(plan);
    const Findings findings = plan->check();
    const Finding *finding = find(findings, u"plan.zones-for-zone-level"_s);
    QVERIFY(finding);
    QCOMPARE(finding->path, u"clusters[eu-1].availability.zones"_s);
    QCOMPARE(finding->object, u"eu-1"_s);
}

void PlanRulesTest::findingsSpeakBothLanguages()
{
    const auto plan = changed(u"availability.zones=2"_s);
    QVERIFY(plan);
    QVERIFY(find(plan->check(Language::English), u"plan.zones-for-zone-level"_s)->sentence.startsWith(u"Surviving"_s));
    QVERIFY(find(plan->check(Language::Spanish), u"plan.zones-for-zone-level"_s)->sentence.startsWith(u"Sobrevivir"_s));
}

void PlanRulesTest::rulesAndSizingAgreeOnTheDatabaseVolume()
{
    for (const QString &load :
         {u"load.eventsPerSecond=100"_s, u"load.eventsPerSecond=731 load.peakFactor=7"_s,
          u"load.eventsPerSecond=300 load.payloadIndex=true"_s, u"load.eventsPerSecond=90 load.batchSize=1"_s,
          u"load.eventsPerSecond=5000 load.eventStore=loki load.eventBytes=2000"_s}) {
        const auto plan = changed(load);
        QVERIFY(plan);
        const sizing::Sizing sized = sizing::size(plan->answers(u"prod"_s));
        const sizing::Figure *volume = sized.figure(u"postgresql.volume");
        QVERIFY(volume);
        const auto whole = static_cast<qint64>(std::ceil(volume->value / (1024.0 * 1024 * 1024) - 1e-9));
        const QString below = load + u" storage.maxVolume=500Ti storage.databaseVolume=%1Gi"_s.arg(whole - 1);
        const QString enough = load + u" storage.maxVolume=500Ti storage.databaseVolume=%1Gi"_s.arg(whole);
        QVERIFY2(find(changed(below)->check(), u"plan.database-volume"_s), qPrintable(below));
        QVERIFY2(!find(changed(enough)->check(), u"plan.database-volume"_s), qPrintable(enough));
    }
}

QTEST_APPLESS_MAIN(PlanRulesTest)
#include "tst_PlanRules.moc"
