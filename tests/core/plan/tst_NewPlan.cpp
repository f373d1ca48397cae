// SPDX-License-Identifier: GPL-3.0-or-later
#include "Plans.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

using plan::InstallPlan;

class NewPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileSaysWhatItIsAndHowToCheckIt();
    void itSpeaksTheLanguageAskedFor();
    void onlyRealAnswersAreStored();
    void theOrderOfTheAnswersPlaysNoPart();
    void answersGoWhereTheirKeySays();
    void everyWrongSettingIsSaid();
};

void NewPlanTest::theFileSaysWhatItIsAndHowToCheckIt()
{
    const auto plan = InstallPlan::create({});
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QVERIFY(plan->text().startsWith("# Installation plan of Sentinel."));
    QVERIFY(plan->text().contains("sentinelctl plan check"));
    QVERIFY(plan->text().endsWith('\n'));
    QCOMPARE(plan->environments(), QStringList{u"prod"_s});
    QCOMPARE(plan->name(), u"sentinel"_s);
}

void NewPlanTest::itSpeaksTheLanguageAskedFor()
{
    const auto plan = InstallPlan::create({.language = Language::Spanish});
    QVERIFY(plan);
    QVERIFY(plan->text().startsWith("# Plan de instalación de Sentinel."));
    QCOMPARE(plan->answers(u"prod"_s).decimal(u"load.eventsPerSecond"), 1000.0);
}

void NewPlanTest::onlyRealAnswersAreStored()
{
    const auto plan = InstallPlan::create({.answers = {{u"load.eventsPerSecond"_s, u"1200"_s}, {u"network.host"_s, {}}}});
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QByteArray bare;
    for (const QByteArray &line : plan->text().split('\n')) {
        if (!line.trimmed().startsWith('#')) {
            bare += line + '\n';
        }
    }
    QCOMPARE(bare.trimmed(),
             QByteArray("apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata:\n  name: sentinel\nspec:\n  load:\n"
                        "    eventsPerSecond: 1200\nenvironments:\n  prod:\n    profile: prod"));
}

void NewPlanTest::theOrderOfTheAnswersPlaysNoPart()
{
    const QList<std::pair<QString, QString>> answers{{u"network.host"_s, u"a.b.test"_s},
                                                     {u"load.eventsPerSecond"_s, u"5"_s},
                                                     {u"target.version"_s, u"1.10"_s},
                                                     {u"load.logRetention"_s, u"10d"_s}};
    QList<std::pair<QString, QString>> reversed(answers.crbegin(), answers.crend());
    const auto one = InstallPlan::create({.answers = answers});
    const auto other = InstallPlan::create({.answers = reversed});
    QVERIFY(one && other);
    QCOMPARE(one->text(), other->text());
    QVERIFY2(one->text().contains("version: \"1.10\""), one->text().constData());
    QCOMPARE(one->answers(u"prod"_s).text(u"target.version"), u"1.10"_s);
}

void NewPlanTest::answersGoWhereTheirKeySays()
{
    const auto plan = InstallPlan::create({.name = u"example"_s,
                                           .environments = {u"dev"_s, u"eu"_s},
                                           .profile = u"staging"_s,
                                           .answers = {{u"environments.dev.load.eventsPerSecond"_s, u"5"_s},
                                                       {u"environments.eu.profile"_s, u"prod"_s},
                                                       {u"clusters[eu-1].environment"_s, u"eu"_s},
                                                       {u"clusters[eu-1].context"_s, u"eu-1-admin"_s},
                                                       {u"clusters[eu-1].network.host"_s, u"eu.acme.test"_s},
                                                       {u"observability.receivers"_s, u"slack, email"_s},
                                                       {u"metadata.name"_s, u"renamed"_s}}});
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
    QCOMPARE(plan->name(), u"renamed"_s);
    QCOMPARE(plan->profileOf(u"dev"_s), u"dev"_s);
    QCOMPARE(plan->profileOf(u"eu"_s), u"prod"_s);
    QCOMPARE(plan->answers(u"dev"_s).decimal(u"load.eventsPerSecond"), 5.0);
    QCOMPARE(plan->answers(u"eu"_s).choices(u"observability.receivers"), (QStringList{u"slack"_s, u"email"_s}));
    QCOMPARE(plan->clustersOf(u"eu"_s).first().context, u"eu-1-admin"_s);
    QCOMPARE(plan->answers(u"eu"_s, u"eu-1"_s).text(u"network.host"), u"eu.acme.test"_s);
    QCOMPARE(plan->answers(u"eu"_s, u"eu-1"_s).origin(u"network.host").source, Origin::Source::Cluster);
    QCOMPARE(plan->answers(u"eu"_s).text(u"network.host"), u"sentinel.example.com"_s);
}

void NewPlanTest::everyWrongSettingIsSaid()
{
    const auto plan = InstallPlan::create({.name = u"Bad Name"_s,
                                           .environments = {u"prod"_s, u"prod"_s, u"Über"_s},
                                           .profile = u"prodd"_s,
                                           .answers = {{u"load.evntsPerSecond"_s, u"5"_s}, {u"load.tenants"_s, u"0"_s}}});
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Invalid);
    QStringList rules;
    for (const Finding &finding : plan.error().findings) {
        rules.append(finding.rule);
    }
    rules.sort();
    QCOMPARE(rules,
             (QStringList{u"plan.duplicate-name"_s, u"plan.name"_s, u"plan.name"_s, u"plan.out-of-range"_s, u"plan.unknown-key"_s,
                          u"plan.unknown-profile"_s}));
    QVERIFY(!InstallPlan::create({.answers = {{u"clusters[a].environment"_s, u"nowhere"_s}}}));
    QVERIFY(!InstallPlan::create({.answers = {{u"clusters[a].context"_s, u"x"_s}}}));
}

QTEST_APPLESS_MAIN(NewPlanTest)
#include "tst_NewPlan.moc"
