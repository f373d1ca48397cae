// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"

#include <QProcess>

using namespace sentinel;
using namespace sentinel::journeys;

/// What was answered is there again after a crash, a closed window, or a change of mind.
class DraftsJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDraftSurvivesTheDeathOfTheProgram()
    {
        const QString drafts = m_state.filePath(u"crash"_s);
        QProcess console;
        console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        console.start(QCoreApplication::applicationFilePath(), {u"--answer-and-hang"_s, drafts});
        QVERIFY(console.waitForStarted());
        QVERIFY(console.waitForReadyRead(20'000));
        QCOMPARE(console.readLine().trimmed(), "kept"_ba);
        console.kill();
        QVERIFY(console.waitForFinished());
        QCOMPARE(console.exitStatus(), QProcess::CrashExit);

        Person person(drafts);
        person.wizard.listDrafts();
        QCOMPARE(person.rows("drafts")->count(), 1);
        person.wizard.resume(person.rows("drafts")->rows().first().value(u"id"_s).toString());
        QVERIFY(person.document().isOpen());
        QCOMPARE(person.wizard.step(), u"network"_s);
        QCOMPARE(person.wizard.answers().text(u"network.host"), u"events.example.org"_s);
    }

    void aDraftOfASavedPlanIsOfferedAndBothWaysLeadOn()
    {
        const QString drafts = m_state.filePath(u"offer"_s);
        const QString file = m_state.filePath(u"saved.yaml"_s);
        {
            Person person(drafts);
            person.wizard.begin({}, u"prod"_s, {});
            person.document().saveAs(file);
            QVERIFY(!person.document().isDirty());
            person.types(u"load.eventsPerSecond"_s, u"777"_s);
            person.wizard.leave();
        }
        Person person(drafts);
        person.wizard.begin(file, {}, {});
        QVERIFY(!person.wizard.offeredDraft().isEmpty());
        QCOMPARE(person.wizard.answers().decimal(u"load.eventsPerSecond"), 1000.0);
        person.wizard.resume(person.wizard.offeredDraft());
        QCOMPARE(person.wizard.answers().decimal(u"load.eventsPerSecond"), 777.0);
        QCOMPARE(person.document().path(), file);
        QVERIFY(person.document().isDirty());

        person.wizard.leave();
        person.wizard.begin(file, {}, {});
        person.wizard.discardDraft(person.wizard.offeredDraft());
        QVERIFY(person.wizard.offeredDraft().isEmpty());
        person.wizard.leave();
        person.wizard.begin(file, {}, {});
        QVERIFY(person.wizard.offeredDraft().isEmpty());
    }

    void savingTakesTheDraftAway()
    {
        const QString drafts = m_state.filePath(u"saved"_s);
        Person person(drafts);
        person.wizard.begin({}, u"dev"_s, {});
        person.wizard.keepDraft();
        QCOMPARE(console::PlanDrafts(drafts).all().size(), 1);
        person.document().saveAs(m_state.filePath(u"dev.yaml"_s));
        person.wizard.keepDraft();
        QVERIFY(console::PlanDrafts(drafts).all().isEmpty());
        QVERIFY(person.wizard.draftText().contains(u"dev.yaml"_s));
    }

    void discardingLeavesNothingBehind()
    {
        const QString drafts = m_state.filePath(u"discarded"_s);
        Person person(drafts);
        person.wizard.begin({}, u"dev"_s, {});
        person.types(u"load.eventsPerSecond"_s, u"5"_s);
        person.wizard.keepDraft();
        QCOMPARE(console::PlanDrafts(drafts).all().size(), 1);
        person.wizard.discard();
        QVERIFY(!person.document().isOpen());
        QVERIFY(console::PlanDrafts(drafts).all().isEmpty());
    }

    void aDraftWhoseDescriptionIsLostStillHoldsItsAnswers()
    {
        const QString drafts = m_state.filePath(u"torn"_s);
        {
            Person person(drafts);
            person.wizard.begin({}, u"dev"_s, {});
            person.types(u"load.eventsPerSecond"_s, u"5"_s);
            person.wizard.leave();
        }
        const QString id = console::PlanDrafts(drafts).all().first().id;
        writeText(drafts + u'/' + id + u".json"_s, "{\"name\": \"x");
        Person person(drafts);
        person.wizard.resume(id);
        QVERIFY(person.document().isOpen());
        QCOMPARE(person.wizard.answers().decimal(u"load.eventsPerSecond"), 5.0);
    }

    void aNameThatLeavesTheFolderIsNoDraft()
    {
        Person person(m_state.filePath(u"names"_s));
        person.wizard.resume(u"../saved"_s);
        QVERIFY(!person.document().isOpen());
        QVERIFY(person.document().trouble().isPresent());
    }

private:
    QTemporaryDir m_state;
};

/// The program that is going to be killed: answers, waits for the draft to be kept by itself, says so, and never ends.
static int answerAndHang(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Person person(QString::fromLocal8Bit(argv[2]));
    person.wizard.begin({}, u"prod"_s, {});
    person.wizard.setStep(u"network"_s);
    QObject::connect(&person.wizard, &console::PlanController::draftChanged, &application, [&person] {
        if (person.wizard.draftText().startsWith(u"Draft saved"_s)) {
            puts("kept");
            fflush(stdout);
        }
    });
    person.wizard.answer(u"network.host"_s, u"events.example.org"_s);
    return application.exec();
}

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--answer-and-hang") == 0) {
        return answerAndHang(argc, argv);
    }
    QCoreApplication application(argc, argv);
    DraftsJourney journey;
    return QTest::qExec(&journey, argc, argv);
}
#include "tst_DraftsJourney.moc"
