// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/InstallPlan.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewPlanOfAnyProfileHasNoErrors_data();
    void aNewPlanOfAnyProfileHasNoErrors();
    void everyDefaultIsTakenAsAnAnswer();
    void editsKeepCommentsAndOtherLines();
    void anEnvironmentOverridesTheBase();
};

void ProfilesTest::aNewPlanOfAnyProfileHasNoErrors_data()
{
    QTest::addColumn<QStringList>("environments");
    for (const QString &name : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s, u"dev,staging,prod"_s}) {
        QTest::newRow(qPrintable(name)) << name.split(u',');
    }
}

void ProfilesTest::aNewPlanOfAnyProfileHasNoErrors()
{
    QFETCH(QStringList, environments);
    const auto plan
        = plan::InstallPlan::create({.environments = environments, .answers = {{u"load.eventsPerSecond"_s, u"1200"_s}}});
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QCOMPARE(plan->environments(), environments);
    for (const Finding &finding : plan->check()) {
        QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.rule + u": "_s + finding.sentence));
    }
}

void ProfilesTest::everyDefaultIsTakenAsAnAnswer()
{
    for (const plan::Profile &profile : plan::Catalogue::shipped().profiles()) {
        const auto plan = plan::InstallPlan::create({.environments = {profile.name}});
        QVERIFY(plan);
        const plan::Answers answers = plan->answers(profile.name);
        for (const plan::Question &question : plan::Catalogue::shipped().questions()) {
            const QString notation = answers.notation(question.key);
            if (question.type == plan::AnswerType::Group) {
                continue;
            }
            const auto wrong = plan::InstallPlan::checkAnswer(question.key, notation);
            QVERIFY2(!wrong, qPrintable(question.key + u'=' + notation + u": "_s + (wrong ? wrong->sentence : QString())));
        }
    }
}

void ProfilesTest::editsKeepCommentsAndOtherLines()
{
    const auto plan = plan::InstallPlan::parse(
        "# ours\napiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: example}\nspec:\n"
        "  load: {eventsPerSecond: 100, logRetention: 90d} # agreed\nenvironments:\n  prod: {profile: prod}\n",
        u"p.yaml"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    const auto edited = plan->with(u"load.eventsPerSecond"_s, u"1200"_s);
    QVERIFY2(edited, qPrintable(edited ? QString() : edited.error().detail));
    QByteArray expected = plan->text();
    expected.replace("100,", "1200,");
    QCOMPARE(edited->text(), expected);
}

void ProfilesTest::anEnvironmentOverridesTheBase()
{
    auto plan = plan::InstallPlan::create(
        {.environments = {u"staging"_s, u"prod"_s}, .answers = {{u"load.eventsPerSecond"_s, u"1200"_s}}});
    QVERIFY(plan);
    plan = plan->with(u"environments.staging.load.eventsPerSecond"_s, u"200"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QCOMPARE(plan->answers(u"staging"_s).decimal(u"load.eventsPerSecond"), 200.0);
    QCOMPARE(plan->answers(u"prod"_s).decimal(u"load.eventsPerSecond"), 1200.0);
    plan = plan->with(u"clusters[eu-1].environment"_s, u"prod"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    plan = plan->with(u"clusters[eu-1].context"_s, u"eu-1-admin"_s);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QCOMPARE(plan->clusters().size(), 1);
    QCOMPARE(plan->clusters().first().context, u"eu-1-admin"_s);
    const auto explained = plan->explain(u"load.eventsPerSecond"_s);
    QVERIFY(explained);
    QCOMPARE(explained->value, u"1200"_s);
}

QTEST_APPLESS_MAIN(ProfilesTest)
#include "tst_Profiles.moc"
