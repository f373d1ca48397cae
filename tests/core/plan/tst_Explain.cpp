// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class ExplainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsValueAndReason_data();
    void itTellsValueAndReason();
    void itNamesWhatTheAnswerChanges();
    void whatIsNotThereIsSaid_data();
    void whatIsNotThereIsSaid();
};

void ExplainTest::itTellsValueAndReason_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("source");
    const auto row = [](const char *key, const char *value, const char *reason, const char *source) {
        QTest::newRow(key) << QString::fromUtf8(value) << QString::fromUtf8(reason) << QString::fromUtf8(source);
    };
    row("load.eventsPerSecond", "1200", "answered on line 12 of plan.yaml", "base");
    row("environments.dev.load.eventsPerSecond", "1200", "answered on line 12 of plan.yaml", "base");
    row("network.host", "sentinel.acme.test",
        "answered on line 16 of plan.yaml; dev answers dev.sentinel.acme.test itself; staging answers staging.sentinel.acme.test "
        "itself",
        "base");
    row("environments.dev.network.host", "dev.sentinel.acme.test", "answered on line 23 of plan.yaml", "environment");
    row("clusters[eu-2].network.host", "staging.sentinel.acme.test", "answered on line 28 of plan.yaml", "environment");
    row("hardware.nodeCpu", "dev: 4, staging: 8, prod: 16", "the environments differ; ask for environments.NAME.hardware.nodeCpu",
        "profile");
    row("environments.prod.hardware.nodeCpu", "16", "the profile prod of the environment prod", "profile");
    row("environments.prod.load.eventRetention", "90d", "worked out from load.eventStore = postgresql, load.logRetention = 90d",
        "derived");
    row("environments.dev.delivery.selfHeal", "true", "worked out from delivery.autoSync = true", "derived");
    row("load.eventBytes", "554", "nobody answered, so the usual value stands", "default");
    row("observability.receivers", "email, slack", "answered on line 18 of plan.yaml", "base");
    row("network.egress", "", "nobody answered, so the usual value stands", "default");
    row("metadata.name", "example", "the name of the plan", "base");
    row("environments.dev.profile", "dev", "answered on line 21 of plan.yaml", "base");
    row("clusters[eu-1].context", "eu-1-admin", "answered on line 35 of plan.yaml", "base");
    row("clusters[eu-2].environment", "staging", "answered on line 37 of plan.yaml", "base");
    row("clusters[eu-2].server", "https://kubernetes.default.svc", "nobody answered, so the usual value stands", "default");
}

void ExplainTest::itTellsValueAndReason()
{
    const auto plan = plans::parsed(plans::kReal);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    const QString key = QString::fromUtf8(QTest::currentDataTag());
    const auto explained = plan->explain(key);
    QVERIFY2(explained, qPrintable(explained ? QString() : explained.error().detail));
    QCOMPARE(explained->key, key);
    QTEST(explained->value, "value");
    QTEST(explained->reason, "reason");
    QTEST(sourceName(explained->origin.source), "source");
    QVERIFY(!explained->label.english.isEmpty() && !explained->label.spanish.isEmpty());
}

void ExplainTest::itNamesWhatTheAnswerChanges()
{
    const auto plan = plans::parsed(plans::kReal);
    const auto tls = plan->explain(u"environments.prod.network.tls"_s);
    QVERIFY(tls && tls->effects.contains(u"environments/<name>/cert-manager/"_s));
    QVERIFY(tls->applies);
    for (const QString &field : {u"metadata.name"_s, u"environments.prod.profile"_s, u"clusters[eu-1].context"_s}) {
        const auto explained = plan->explain(field);
        QVERIFY2(explained && !explained->effects.isEmpty(), qPrintable(field));
    }
    const auto vault = plan->explain(u"environments.prod.network.vaultServer"_s);
    QVERIFY(vault && !vault->applies);
}

void ExplainTest::whatIsNotThereIsSaid_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("load.eventPerSecond") << u"\"load.eventsPerSecond\""_s;
    QTest::newRow("environments.qa.load.tenants") << u"\"qa\""_s;
    QTest::newRow("clusters[us-1].context") << u"\"us-1\""_s;
    QTest::newRow("environments.dev") << u"environments.dev.profile"_s;
    QTest::newRow("clusters[eu-1]") << u"clusters[eu-1].context"_s;
    QTest::newRow("") << u"no question"_s;
}

void ExplainTest::whatIsNotThereIsSaid()
{
    QFETCH(QString, part);
    const auto plan = plans::parsed(plans::kReal);
    const auto explained = plan->explain(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!explained);
    QCOMPARE(explained.error().kind, Error::Kind::Invalid);
    QVERIFY2(explained.error().detail.contains(part), qPrintable(explained.error().detail));
}

QTEST_APPLESS_MAIN(ExplainTest)
#include "tst_Explain.moc"
