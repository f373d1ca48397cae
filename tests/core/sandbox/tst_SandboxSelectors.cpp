// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/Selectors.h"
#include "core/sandbox/Types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sentinel::sandbox;
using namespace Qt::StringLiterals;

class SelectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsMatchAsOnARealServer_data();
    void labelsMatchAsOnARealServer();
    void brokenSelectorsAreRefused();
    void aSelectorOfAWorkloadReadsAsPeopleWriteIt();
    void fieldsMatchAndUnknownOnesAreRefused();
};

void SelectorsTest::labelsMatchAsOnARealServer_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<bool>("matches");
    const QList<std::pair<const char *, bool>> rows{{"", true},
                                                    {"app=web", true},
                                                    {"app==web", true},
                                                    {"app=db", false},
                                                    {"app!=db", true},
                                                    {"app!=web", false},
                                                    {"none!=x", true},
                                                    {"app", true},
                                                    {"none", false},
                                                    {"!none", true},
                                                    {"!app", false},
                                                    {"app in (db, web)", true},
                                                    {"app in (db)", false},
                                                    {"app notin (db)", true},
                                                    {"none notin (a,b)", true},
                                                    {"none in (a)", false},
                                                    {"app=web,tier=front", true},
                                                    {"app=web,tier=back", false},
                                                    {"app in (web,db),tier,!x", true},
                                                    {"rank>3", true},
                                                    {"rank<3", false},
                                                    {"empty=", true},
                                                    {"app=", false}};
    for (const auto &[text, matches] : rows) {
        QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text) << matches;
    }
}

void SelectorsTest::labelsMatchAsOnARealServer()
{
    QFETCH(QString, selector);
    QFETCH(bool, matches);
    const auto parsed = LabelSelector::parse(selector);
    QVERIFY(parsed);
    QCOMPARE(parsed->matches({{"app"_L1, "web"_L1}, {"tier"_L1, "front"_L1}, {"rank"_L1, "5"_L1}, {"empty"_L1, ""_L1}}), matches);
}

void SelectorsTest::brokenSelectorsAreRefused()
{
    for (const auto &text : {u"a=b=c"_s, u"=x"_s, u"a in b"_s, u"a,,b"_s, u"a in (b"_s}) {
        const auto parsed = LabelSelector::parse(text);
        QVERIFY2(!parsed, qPrintable(text));
        QCOMPARE(parsed.error().code, 400);
    }
}

void SelectorsTest::aSelectorOfAWorkloadReadsAsPeopleWriteIt()
{
    const auto selector = LabelSelector::of(
        {{"matchLabels"_L1, QJsonObject{{"app"_L1, "web"_L1}}},
         {"matchExpressions"_L1,
          QJsonArray{QJsonObject{{"key"_L1, "tier"_L1}, {"operator"_L1, "In"_L1}, {"values"_L1, QJsonArray{"a"_L1, "b"_L1}}}}}});
    QCOMPARE(selector.text(), u"app=web,tier in (a,b)"_s);
    QVERIFY(selector.matches({{"app"_L1, "web"_L1}, {"tier"_L1, "b"_L1}}));
    QVERIFY(!selector.matches({{"app"_L1, "web"_L1}}));
}

void SelectorsTest::fieldsMatchAndUnknownOnesAreRefused()
{
    const QJsonObject pod{{"metadata"_L1, QJsonObject{{"name"_L1, "x"_L1}, {"namespace"_L1, "a"_L1}}},
                          {"spec"_L1, QJsonObject{{"nodeName"_L1, "n1"_L1}}},
                          {"status"_L1, QJsonObject{{"phase"_L1, "Running"_L1}}}};
    QVERIFY(FieldSelector::parse(kinds::pod(), u"status.phase=Running,spec.nodeName!=n2"_s)->matches(pod));
    QVERIFY(!FieldSelector::parse(kinds::pod(), u"metadata.name==y"_s)->matches(pod));
    QVERIFY(FieldSelector::parse(kinds::pod(), {})->matches(pod));
    const auto refused = FieldSelector::parse(kinds::deployment(), u"status.phase=Running"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"field label not supported: status.phase"_s);
}

QTEST_GUILESS_MAIN(SelectorsTest)
#include "tst_SandboxSelectors.moc"
