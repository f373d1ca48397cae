// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include <QRandomGenerator>
#include <QTest>
#include <iterator>
#include <tuple>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

#define ENVIRONMENTS "environments: {prod: {profile: prod}}\n"

struct Mistake
{
    const char *name;
    const char *text;
    const char *place;
};

constexpr Mistake kInTheWholeFile[] = {
    {"no apiVersion", "kind: InstallPlan\nmetadata: {name: a}\n" ENVIRONMENTS, "1:1 plan.missing apiVersion"},
    {"no kind", "apiVersion: console.sentinel/v1\nmetadata: {name: a}\n" ENVIRONMENTS, "1:1 plan.missing kind"},
    {"other apiVersion", "apiVersion: v1\nkind: InstallPlan\nmetadata: {name: a}\n" ENVIRONMENTS, "1:13 plan.kind apiVersion"},
    {"other kind", "apiVersion: console.sentinel/v1\nkind: Secret\nmetadata: {name: a}\n" ENVIRONMENTS, "2:7 plan.kind kind"},
    {"no name", "apiVersion: console.sentinel/v1\nkind: InstallPlan\n" ENVIRONMENTS, "1:1 plan.missing metadata.name"},
    {"bad name", "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: My Plan}\n" ENVIRONMENTS,
     "3:18 plan.name metadata.name"},
};

// After a good head of three lines.
constexpr Mistake kAfterTheHead[] = {
    {"unknown part", ENVIRONMENTS "extra: 1\n", "5:1 plan.unknown-key extra"},
    {"no environment", "", "1:1 plan.missing environments"},
    {"empty environments", "environments: {}\n", "4:15 plan.missing environments"},
    {"environments as list", "environments: [prod]\n", "4:15 plan.wrong-type environments"},
    {"bad environment name", "environments: {Prod: {profile: prod}}\n", "4:16 plan.name environments.Prod"},
    {"environment name too long", "environments: {an-environment-with-a-long-name: {profile: prod}}\n",
     "4:16 plan.name environments.an-environment-with-a-long-name"},
    {"unknown profile", "environments: {prod: {profile: production}}\n", "4:32 plan.unknown-profile environments.prod.profile"},
    {"unknown field of an environment", "environments: {prod: {profile: prod, spce: {}}}\n",
     "4:38 plan.unknown-key environments.prod.spce"},
    {"cluster without name", ENVIRONMENTS "clusters:\n  - environment: prod\n", "6:5 plan.missing clusters[0]"},
    {"cluster without environment", ENVIRONMENTS "clusters:\n  - name: eu-1\n", "6:5 plan.missing clusters[eu-1].environment"},
    {"cluster of an unknown environment", ENVIRONMENTS "clusters:\n  - {name: eu-1, environment: prd}\n",
     "6:31 plan.unknown-environment clusters[eu-1].environment"},
    {"two clusters of one name", ENVIRONMENTS "clusters:\n  - {name: a, environment: prod}\n  - {name: a, environment: prod}\n",
     "7:12 plan.duplicate-name clusters[a]"},
    {"bad address of a cluster", ENVIRONMENTS "clusters:\n  - {name: a, environment: prod, server: nowhere}\n",
     "6:42 plan.wrong-form clusters[a].server"},
    {"clusters as map", ENVIRONMENTS "clusters: {a: b}\n", "5:11 plan.wrong-type clusters"},
    {"in an environment", "environments:\n  prod:\n    spec: {load: {tenants: x}}\n",
     "6:28 plan.wrong-type environments.prod.load.tenants"},
    {"in a cluster", ENVIRONMENTS "clusters:\n  - {name: a, environment: prod, spec: {load: {tenants: x}}}\n",
     "6:57 plan.wrong-type clusters[a].load.tenants"},
};

// Below "spec:", which is line 4.
constexpr Mistake kInAnswers[] = {
    {"unknown step", "  loda: {eventsPerSecond: 5}\n", "5:3 plan.unknown-key loda"},
    {"unknown question", "  load: {eventPerSecond: 5}\n", "5:10 plan.unknown-key load.eventPerSecond"},
    {"text for a number", "  load:\n    eventsPerSecond: many\n", "6:22 plan.wrong-type load.eventsPerSecond"},
    {"quoted number", "  load:\n    eventsPerSecond: \"12\"\n", "6:22 plan.wrong-type load.eventsPerSecond"},
    {"not a number", "  load:\n    eventsPerSecond: .nan\n", "6:22 plan.wrong-type load.eventsPerSecond"},
    {"fraction for a whole number", "  load:\n    tenants: 1.5\n", "6:14 plan.wrong-type load.tenants"},
    {"too small", "  load: {eventsPerSecond: 0.01}\n", "5:27 plan.out-of-range load.eventsPerSecond"},
    {"too large", "  load: {eventsPerSecond: 2000000}\n", "5:27 plan.out-of-range load.eventsPerSecond"},
    {"duration without unit", "  load: {logRetention: 90}\n", "5:24 plan.wrong-type load.logRetention"},
    {"duration too short", "  load: {logRetention: 1h}\n", "5:24 plan.out-of-range load.logRetention"},
    {"yes for a boolean", "  load: {payloadIndex: yes}\n", "5:24 plan.wrong-type load.payloadIndex"},
    {"boolean for a text", "  delivery: {revision: true}\n", "5:24 plan.wrong-type delivery.revision"},
    {"no value", "  load:\n    logRetention:\n", "6:18 plan.no-value load.logRetention"},
    {"map for a value", "  load: {logRetention: {a: b}}\n", "5:24 plan.wrong-type load.logRetention"},
    {"unknown choice", "  network: {tls: acme}\n", "5:18 plan.wrong-type network.tls"},
    {"unknown version", "  target: {kubernetesVersion: 1.30}\n", "5:31 plan.wrong-type target.kubernetesVersion"},
    {"choice twice", "  observability: {receivers: [email, email]}\n", "5:30 plan.wrong-type observability.receivers"},
    {"unknown one of many", "  observability: {receivers: [email, fax]}\n", "5:38 plan.wrong-type observability.receivers"},
    {"quantity", "  hardware: {nodeMemory: 64GB}\n", "5:26 plan.wrong-type hardware.nodeMemory"},
    {"negative quantity", "  hardware: {nodeMemory: -1Gi}\n", "5:26 plan.out-of-range hardware.nodeMemory"},
    {"host with scheme", "  network: {host: https://a.b}\n", "5:19 plan.wrong-form network.host"},
    {"host as address", "  network: {host: 10.0.0.1}\n", "5:19 plan.wrong-form network.host"},
    {"pattern", "  network: {ingressClass: Nginx_1}\n", "5:27 plan.wrong-form network.ingressClass"},
    {"port", "  storage: {databasePort: 70000}\n", "5:27 plan.wrong-type storage.databasePort"},
    {"mailbox", "  network: {acmeEmail: nobody}\n", "5:24 plan.wrong-form network.acmeEmail"},
    {"address", "  network: {rfc2136Server: dns}\n", "5:28 plan.wrong-form network.rfc2136Server"},
    {"web address", "  network: {vaultServer: vault}\n", "5:26 plan.wrong-form network.vaultServer"},
    {"password in an address", "  delivery: {repository: \"https://u:geheim@git.acme.test/x.git\"}\n",
     "5:26 plan.literal-secret delivery.repository"},
    {"public password as a text", "  storage: {databaseUser: Admin}\n", "5:27 plan.public-secret storage.databaseUser"},
    {"public password as a secret", "  security: {databaseSecret: changeme}\n",
     "5:30 plan.public-secret security.databaseSecret"},
    {"value instead of a secret's name", "  security: {databaseSecret: \"S3cret!\"}\n",
     "5:30 plan.wrong-form security.databaseSecret"},
    {"line break in a text", "  target: {version: \"1\\n2\"}\n", "5:21 plan.wrong-form target.version"},
    {"group as map", "  network: {egress: {name: a}}\n", "5:21 plan.wrong-type network.egress"},
    {"unknown field of a group", "  network:\n    egress:\n      - {name: a, cidr: 10.0.0.0/8, prot: 1}\n",
     "7:37 plan.unknown-key network.egress[0]"},
    {"address inside a network", "  network:\n    egress:\n      - {name: a, cidr: 10.1.0.0/8}\n",
     "7:25 plan.wrong-form network.egress[0].cidr"},
    {"field of a group missing", "  network:\n    egress:\n      - {cidr: 10.0.0.0/8}\n",
     "7:9 plan.missing network.egress[0].name"},
    {"entry that is no map", "  network:\n    egress: [a]\n", "6:14 plan.wrong-type network.egress[0]"},
};

} // namespace

class PlanErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMistakeIsSaidAtItsPlace_data();
    void eachMistakeIsSaidAtItsPlace();
    void everyMistakeOfAFileIsSaidAtOnce();
    void syntaxErrorsKeepTheirPlace_data();
    void syntaxErrorsKeepTheirPlace();
    void aNewerPlanIsRefusedAsSuch();
    void unknownKeysSuggestTheOneMeant_data();
    void unknownKeysSuggestTheOneMeant();
    void literalSecretsAreNotRepeated();
    void aMissingFileSaysSo();
    void mangledTextIsAPlanOrAnErrorWithAPlace();
};

void PlanErrorsTest::eachMistakeIsSaidAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    for (const Mistake &each : kInTheWholeFile) {
        QTest::newRow(each.name) << QByteArray(each.text) << QString::fromUtf8(each.place);
    }
    for (const Mistake &each : kAfterTheHead) {
        QTest::newRow(each.name) << plans::kHead + each.text << QString::fromUtf8(each.place);
    }
    for (const Mistake &each : kInAnswers) {
        QTest::newRow(each.name) << plans::kHead + "spec:\n" + each.text + ENVIRONMENTS << QString::fromUtf8(each.place);
    }
}

void PlanErrorsTest::eachMistakeIsSaidAtItsPlace()
{
    QFETCH(QByteArray, text);
    const auto plan = plans::parsed(text);
    QVERIFY2(!plan, "taken as a plan");
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QCOMPARE(plans::places(plan.error()).size(), 1);
    QTEST(plans::places(plan.error()).first(), "place");
    const Finding &finding = plan.error().findings.first();
    QCOMPARE(finding.where.file, u"plan.yaml"_s);
    QCOMPARE(finding.severity, Severity::Error);
    QVERIFY2(finding.sentence.endsWith(u'.') || finding.sentence.endsWith(u'?'), qPrintable(finding.sentence));
    QCOMPARE(plan.error().detail, finding.sentence);
    QCOMPARE(plan.error().where, finding.where);
}

void PlanErrorsTest::everyMistakeOfAFileIsSaidAtOnce()
{
    const auto plan
        = plans::parsed("apiVersion: console.sentinel/v1\nkind: Install\nmetadata: {name: a}\nspec:\n  load:\n"
                        "    eventsPerSecond: x\n    tenants: 0\n  nowhere: {}\nenvironments:\n  prod: {profile: nope}\n"
                        "clusters:\n  - {name: B, environment: prod}\n");
    QVERIFY(!plan);
    QCOMPARE(plans::places(plan.error()),
             (QStringList{u"2:7 plan.kind kind"_s, u"6:22 plan.wrong-type load.eventsPerSecond"_s,
                          u"7:14 plan.out-of-range load.tenants"_s, u"8:3 plan.unknown-key nowhere"_s,
                          u"10:19 plan.unknown-profile environments.prod.profile"_s, u"12:12 plan.name clusters[B]"_s}));
}

void PlanErrorsTest::syntaxErrorsKeepTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("duplicate key") << plans::kHead + "spec:\n  load: {}\n  load: {}\n" << 6;
    QTest::newRow("duplicate environment") << plans::kHead + "environments:\n  prod: {}\n  prod: {}\n" << 6;
    QTest::newRow("unclosed quote") << plans::kHead + "spec: \"open\n" << 4;
    QTest::newRow("tab") << plans::kHead + "spec:\n\tload: {}\n" << 5;
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("a list") << QByteArray("- a\n") << 1;
}

void PlanErrorsTest::syntaxErrorsKeepTheirPlace()
{
    QFETCH(QByteArray, text);
    const auto plan = plans::parsed(text);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QTEST(plan.error().where.line, "line");
    QCOMPARE(plan.error().where.file, u"plan.yaml"_s);
    QVERIFY(!plan.error().findings.isEmpty());
    QVERIFY(!plan.error().detail.isEmpty());
}

void PlanErrorsTest::aNewerPlanIsRefusedAsSuch()
{
    const auto plan = plans::parsed("apiVersion: console.sentinel/v2\nkind: InstallPlan\nnewThings: {}\n");
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Unsupported);
    QCOMPARE(plan.error().where.toString(), u"plan.yaml:1:13"_s);
    QVERIFY(plan.error().detail.contains(u"console.sentinel/v2"_s));
}

void PlanErrorsTest::unknownKeysSuggestTheOneMeant_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QString>("meant");
    QTest::newRow("missing letter") << QByteArray("load: {evntsPerSecond: 5}") << u"load.eventsPerSecond"_s;
    QTest::newRow("upper case") << QByteArray("load: {eventspersecond: 5}") << u"load.eventsPerSecond"_s;
    QTest::newRow("under the wrong step") << QByteArray("target: {host: a.b}") << u"network.host"_s;
    QTest::newRow("step") << QByteArray("netwrok: {host: a.b}") << u"network"_s;
    QTest::newRow("choice") << QByteArray("network: {tls: selfsigned}") << u"selfSigned"_s;
    QTest::newRow("nothing near") << QByteArray("load: {zzzzzz: 5}") << QString();
}

void PlanErrorsTest::unknownKeysSuggestTheOneMeant()
{
    QFETCH(QByteArray, spec);
    QFETCH(QString, meant);
    const auto plan = plans::parsed(plans::kHead + "spec: {" + spec + "}\nenvironments: {prod: {}}\n");
    QVERIFY(!plan);
    const QString sentence = plan.error().findings.first().sentence;
    QCOMPARE(sentence.contains(u"Did you mean"_s), !meant.isEmpty());
    QVERIFY2(sentence.contains(u"\"%1\""_s.arg(meant)) || meant.isEmpty(), qPrintable(sentence));
}

void PlanErrorsTest::literalSecretsAreNotRepeated()
{
    for (const auto &[spec, secret] :
         {std::pair("security: {appSecret: \"Tr0ub4dor&3\"}", "Tr0ub4dor"),
          std::pair("delivery: {repository: \"https://u:Tr0ub4dor@git.acme.test/x\"}", "Tr0ub4dor")}) {
        const auto plan = plans::parsed(plans::kHead + "spec: {" + spec + "}\nenvironments: {prod: {}}\n");
        QVERIFY(!plan);
        for (const Finding &finding : plan.error().findings) {
            QVERIFY2(!(finding.sentence + finding.remedy).contains(QLatin1StringView(secret)), qPrintable(finding.sentence));
        }
    }
}

void PlanErrorsTest::aMissingFileSaysSo()
{
    const auto plan = plan::InstallPlan::load(u"/nonexistent/plan.yaml"_s);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::NotFound);
}

void PlanErrorsTest::mangledTextIsAPlanOrAnErrorWithAPlace()
{
    // A fixed seed: a failure must come again.
    QRandomGenerator random(7);
    const QByteArray pieces[] = {"{",   "}",  "[",    "]",  ":",    "- ", "\n",   "  ",   "\"",   "#",
                                 "&a ", "*a", "null", "-1", "1e99", "\t", "\xff", "prod", "spec:"};
    int plansLeft = 0;
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = plans::kReal;
        for (int slip = random.bounded(1, 4); slip > 0; --slip) {
            const auto at = random.bounded(static_cast<int>(text.size()));
            const QByteArray &piece = pieces[random.bounded(static_cast<int>(std::size(pieces)))];
            text.replace(at, random.bounded(0, 6), piece);
        }
        const auto plan = plans::parsed(text);
        if (plan) {
            ++plansLeft;
            std::ignore = plan->check();
            continue;
        }
        QVERIFY2(!plan.error().findings.isEmpty() && !plan.error().detail.isEmpty(), text.constData());
        for (const Finding &finding : plan.error().findings) {
            QVERIFY2(finding.where.isKnown() && finding.where.line <= text.count('\n') + 1,
                     (finding.sentence.toUtf8() + text).constData());
        }
    }
    QVERIFY2(plansLeft > 50 && plansLeft < 2900, qPrintable(QString::number(plansLeft)));
}

QTEST_APPLESS_MAIN(PlanErrorsTest)
#include "tst_PlanErrors.moc"
