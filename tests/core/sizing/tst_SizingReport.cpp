// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/SizingReport.h"
#include "core/yaml/Emit.h"
#include "core/yaml/Read.h"
#include "tests/core/sizing/Plans.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::sizing;
using namespace Qt::StringLiterals;

class SizingReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEnvironmentStandsAtTheTop();
    void severalEnvironmentsAreNamedAndSummed();
    void quantitiesAreWrittenAsKubernetesDoes();
    void explainingAddsTheFigures();
    void theDocumentReadsBackAsItIs();
};

void SizingReportTest::oneEnvironmentStandsAtTheTop()
{
    const Sizing sizing = sized(u"prod"_s);
    const yaml::Value document = reportDocument({sizing});
    QCOMPARE(document.find(u"apiVersion")->text(), u"console.sentinel/v1"_s);
    QCOMPARE(document.find(u"kind")->text(), u"SizingReport"_s);
    QCOMPARE(document.find(u"environment")->text(), u"prod"_s);
    QCOMPARE(document.find(u"items")->items().size(), sizing.components.size());
    for (const yaml::Value &item : document.find(u"items")->items()) {
        for (const QString &key :
             {u"component"_s, u"replicas"_s, u"requests"_s, u"limits"_s, u"storage"_s, u"iops"_s, u"formula"_s}) {
            QVERIFY2(item.find(key), qPrintable(key));
        }
        QVERIFY(item.find({u"requests", u"cpu"}) && item.find({u"limits", u"memory"}));
        QVERIFY(!item.find(u"formula")->text().isEmpty());
    }
    const yaml::Value &pool = document.find(u"nodePools")->items().first();
    for (const QString &key : {u"name"_s, u"count"_s, u"cpu"_s, u"memory"_s, u"disk"_s}) {
        QVERIFY2(pool.find(key), qPrintable(key));
    }
    QCOMPARE(document.find({u"totals", u"nodes"})->text(), QString::number(sizing.totals.nodes));
    QCOMPARE(document.find(u"verdicts")->items().size(), sizing.verdicts.size());
    QCOMPARE(document.find(u"verdicts")->items().first().find(u"severity")->text(), u"warning"_s);
}

void SizingReportTest::severalEnvironmentsAreNamedAndSummed()
{
    const Sizing staging = sized(u"staging"_s);
    const Sizing prod = sized(u"prod"_s);
    const yaml::Value document = reportDocument({staging, prod});
    QVERIFY(!document.find(u"environment"));
    QCOMPARE(document.find(u"items")->items().size(), staging.components.size() + prod.components.size());
    QCOMPARE(document.find(u"items")->items().first().find(u"environment")->text(), u"staging"_s);
    QCOMPARE(document.find(u"items")->items().last().find(u"environment")->text(), u"prod"_s);
    QCOMPARE(document.find({u"totals", u"nodes"})->text(), QString::number(staging.totals.nodes + prod.totals.nodes));
    QCOMPARE(document.find({u"totals", u"storage"})->text(), (staging.totals.storage + prod.totals.storage).toString());
    QCOMPARE(document.find(u"environments")->items().size(), 2);
    QCOMPARE(document.find(u"environments")->items().first().find({u"totals", u"nodes"})->text(),
             QString::number(staging.totals.nodes));
}

void SizingReportTest::quantitiesAreWrittenAsKubernetesDoes()
{
    const yaml::Value document
        = reportDocument({sized(u"prod"_s, {{u"load.eventsPerSecond"_s, u"100"_s}, {u"load.logRetention"_s, u"30d"_s}})});
    for (const yaml::Value &item : document.find(u"items")->items()) {
        if (item.find(u"component")->text() == u"postgresql"_s) {
            QCOMPARE(item.find({u"requests", u"cpu"})->text(), u"4"_s);
            QCOMPARE(item.find({u"requests", u"cpu"})->kind(), yaml::Value::Kind::String);
            QCOMPARE(item.find({u"requests", u"memory"})->text(), u"16Gi"_s);
            QCOMPARE(item.find(u"storage")->text(), u"318Gi"_s); // 340.6 GB
            return;
        }
    }
    QFAIL("no postgresql");
}

void SizingReportTest::explainingAddsTheFigures()
{
    const Sizing sizing = sized(u"dev"_s);
    QVERIFY(!reportDocument({sizing}).find(u"items")->items().first().find(u"figures"));
    const yaml::Value explained = reportDocument({sizing}, true);
    const yaml::Value &figure = explained.find(u"items")->items().first().find(u"figures")->items().first();
    for (const QString &key :
         {u"id"_s, u"label"_s, u"value"_s, u"unit"_s, u"display"_s, u"formula"_s, u"worked"_s, u"source"_s, u"inputs"_s}) {
        QVERIFY2(figure.find(key), qPrintable(key));
    }
    QVERIFY(!explained.find(u"environments")->items().first().find(u"figures")->items().isEmpty());
}

void SizingReportTest::theDocumentReadsBackAsItIs()
{
    const yaml::Value document = reportDocument({sized(u"edge"_s), sized(u"prod"_s)}, true);
    const auto again = yaml::read(yaml::emit(document).text, u"report.yaml"_s);
    QVERIFY(again.has_value());
    QVERIFY(*again == document);
}

QTEST_GUILESS_MAIN(SizingReportTest)
#include "tst_SizingReport.moc"
