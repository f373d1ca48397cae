// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: what counts, what is accepted, and that nothing of a cluster acts in them.
#include "core/preflight/ReportDocument.h"
#include "core/yaml/Json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace sentinel;
using namespace sentinel::preflight;
using namespace Qt::StringLiterals;

namespace {

Report example()
{
    Report report{.bundle = u"<b>plan</b>"_s, .environment = u"staging"_s, .cluster = u"eu"_s};
    Check failed = fail(u"preflight.capacity"_s, u"<script>alert(1)</script> \"x\""_s, u"Add nodes."_s, u"hardware.nodeCpu"_s);
    failed.details = {u"<img src=x onerror=1>"_s};
    report.checks
        = {notChecked(u"preflight.clock"_s, u"Nobody said."_s, u"someone"_s), failed,
           pass(u"preflight.kubernetes-version"_s, u"Good."_s), warn(u"preflight.dns"_s, u"No address."_s, u"Make one."_s)};
    report.sort();
    return report;
}

} // namespace

class PreflightReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsExplained()
    {
        const QStringList ids = ruleIds();
        QVERIFY(ids.size() > 25);
        for (const QString &id : ids) {
            QVERIFY(id.startsWith(u"preflight."_s));
            QCOMPARE(ids.count(id), 1);
            QVERIFY(!ruleOf(id).title.isEmpty() && !ruleOf(id).why.isEmpty());
        }
    }
    void aReportIsInTheOrderOfTheRules()
    {
        QCOMPARE(example().checks.first().rule, u"preflight.kubernetes-version"_s);
        QCOMPARE(example().checks.last().rule, u"preflight.clock"_s);
    }
    void aFailStandsUntilSomebodyAcceptsIt()
    {
        Report report = example();
        QVERIFY(!report.isClear());
        QCOMPARE(report.failedRules(), QStringList{u"preflight.capacity"_s});
        const QList<Override> unused
            = accept(report, {{u"preflight.capacity"_s, u"nodes come tonight"_s}, {u"preflight.dns"_s, u"only a warning"_s}});
        QVERIFY(report.isClear());
        QCOMPARE(unused, (QList<Override>{{u"preflight.dns"_s, u"only a warning"_s}}));
        QCOMPARE(report.count(State::Fail), 1); // it is still one
    }
    void theDocumentHoldsAllOfIt()
    {
        Report report = example();
        std::ignore = accept(report, {{u"preflight.capacity"_s, u"why not"_s}});
        const QJsonObject document = yaml::toJson(reportDocument(report)).toObject();
        QCOMPARE(document[u"kind"].toString(), u"PreflightReport"_s);
        QCOMPARE(document[u"ready"].toBool(), true);
        QCOMPARE(document[u"summary"][u"fail"].toInt(), 1);
        QCOMPARE(document[u"items"].toArray().size(), 4);
        QVERIFY(std::ranges::any_of(document[u"items"].toArray(), [](const QJsonValue &item) {
            return item[u"overriddenBy"].toString() == "why not"_L1 && item[u"answer"].toString() == "hardware.nodeCpu"_L1;
        }));
    }
    void nothingOfAClusterActsInThePage()
    {
        const QByteArray page = reportHtml(example());
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(!page.contains("<b>plan"));
        QVERIFY(page.contains("&lt;script&gt;"));
        QVERIFY(page.contains("default-src 'none'")); // and loads nothing
        QVERIFY(!page.contains("http://") && !page.contains("https://"));
        QVERIFY(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
    }
    void theTextBeginsWithTheWorst()
    {
        const QString text = reportText(example());
        QVERIFY(text.indexOf(u"[failed]"_s) < text.indexOf(u"[look]"_s));
        QVERIFY(text.indexOf(u"[look]"_s) < text.indexOf(u"[not checked]"_s));
        QVERIFY(text.contains(u"Answer of the plan: hardware.nodeCpu"_s));
    }
};

QTEST_GUILESS_MAIN(PreflightReportTest)
#include "tst_PreflightReport.moc"
