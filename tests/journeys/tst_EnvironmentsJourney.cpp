// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"

using namespace sentinel;
using namespace sentinel::journeys;

/// One plan, several environments: answers for all, and answers for one alone.
class EnvironmentsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerForOneEnvironmentLeavesTheOthersAlone()
    {
        Person person(m_state.filePath(u"a"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        person.wizard.setStep(u"network"_s);
        QCOMPARE(person.wizard.environment(), QString());
        QCOMPARE(person.wizard.environmentOptions().size(), 3);

        person.types(u"network.host"_s, u"sentinel.example.org"_s);
        person.wizard.setEnvironment(u"staging"_s);
        person.types(u"network.host"_s, u"staging.example.org"_s);

        const auto &plan = person.document().plan();
        QCOMPARE(plan.answers(u"staging"_s).text(u"network.host"), u"staging.example.org"_s);
        QCOMPARE(plan.answers(u"prod"_s).text(u"network.host"), u"sentinel.example.org"_s);
        QVERIFY(person.field(u"network.host"_s).value(u"own"_s).toBool());
        QVERIFY(person.field(u"network.host"_s).value(u"origin"_s).toString().contains(u"staging"_s));

        // All environments show and edit what they share, never the one's own.
        person.wizard.setEnvironment({});
        QCOMPARE(person.field(u"network.host"_s).value(u"value"_s).toString(), u"sentinel.example.org"_s);
        person.wizard.setEnvironment(u"staging"_s);
        person.wizard.reset(u"network.host"_s);
        QCOMPARE(person.document().plan().answers(u"staging"_s).text(u"network.host"), u"sentinel.example.org"_s);
        QVERIFY(!person.field(u"network.host"_s).value(u"own"_s).toBool());
    }

    void allEnvironmentsShowWhatTheyShareEvenWhenTheShownOneHasItsOwn()
    {
        Person person(m_state.filePath(u"b"_s));
        person.document().create(u"prod"_s, {u"staging"_s, u"prod"_s});
        person.wizard.setStep(u"load"_s);
        person.types(u"load.logRetention"_s, u"40d"_s);
        person.wizard.setEnvironment(u"prod"_s);
        person.types(u"load.logRetention"_s, u"200d"_s);
        person.wizard.setEnvironment({});
        QCOMPARE(person.wizard.shownEnvironment(), u"prod"_s);
        QCOMPARE(person.field(u"load.logRetention"_s).value(u"value"_s).toString(), u"40d"_s);
    }

    void theOnlyEnvironmentIsEditedWhereItsAnswerStands()
    {
        Person person(m_state.filePath(u"c"_s));
        const QString path = m_state.filePath(u"one.yaml"_s);
        writeText(
            path,
            "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: one}\nspec:\n  load:\n    logRetention: 30d\n"
            "environments:\n  prod:\n    profile: prod\n    spec:\n      load:\n        logRetention: 60d\n");
        person.document().load(path);
        QVERIFY2(person.document().isOpen(), qPrintable(person.document().trouble().text()));
        QVERIFY(person.wizard.environmentOptions().isEmpty());
        person.wizard.setStep(u"load"_s);
        QCOMPARE(person.field(u"load.logRetention"_s).value(u"value"_s).toString(), u"60d"_s);
        person.types(u"load.logRetention"_s, u"70d"_s);
        QCOMPARE(person.wizard.answers().notation(u"load.logRetention"), u"70d"_s);
        QVERIFY(person.document().plan().text().contains("logRetention: 30d"));
    }

    void anotherEnvironmentIsAddedFromItsProfile()
    {
        Person person(m_state.filePath(u"d"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.wizard.addEnvironment(u"staging"_s);
        QVERIFY2(!person.document().trouble().isPresent(), qPrintable(person.document().trouble().text()));
        QCOMPARE(person.document().plan().environments(), (QStringList{u"prod"_s, u"staging"_s}));
        QCOMPARE(person.wizard.environment(), u"staging"_s);
    }

    void entriesOfAGroupAreTypedFieldByField()
    {
        Person person(m_state.filePath(u"e"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.wizard.setStep(u"network"_s);
        person.wizard.addItem(u"network.egress"_s);
        QCOMPARE(person.field(u"network.egress"_s).value(u"items"_s).toList().size(), 1);
        // An entry that is not finished is no answer yet, and says so.
        person.wizard.answerItem(u"network.egress"_s, 0, u"cidr"_s, u"192.0."_s);
        QVERIFY(!person.field(u"network.egress"_s).value(u"problem"_s).toString().isEmpty());
        person.wizard.answerItem(u"network.egress"_s, 0, u"name"_s, u"mail"_s);
        person.wizard.answerItem(u"network.egress"_s, 0, u"cidr"_s, u"192.0.2.0/24"_s);
        person.wizard.answerItem(u"network.egress"_s, 0, u"port"_s, u"587"_s);
        person.wizard.settle(u"network.egress"_s);
        QVERIFY2(person.field(u"network.egress"_s).value(u"problem"_s).toString().isEmpty(),
                 qPrintable(person.field(u"network.egress"_s).value(u"problem"_s).toString()));
        const auto items = person.wizard.answers().group(u"network.egress");
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().text(u"name"), u"mail"_s);
        QCOMPARE(items.first().integer(u"port"), 587);
        person.wizard.removeItem(u"network.egress"_s, 0);
        QVERIFY(person.wizard.answers().group(u"network.egress").isEmpty());
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(EnvironmentsJourney)
#include "tst_EnvironmentsJourney.moc"
