// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"

#include <QElapsedTimer>

using namespace sentinel;
using namespace sentinel::journeys;

/// From the first run to a bundle on disk, and what a person meets on the way.
class ProductionPlanJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_state.isValid()); }

    void firstRunOffersEveryProfile()
    {
        Person person(m_state.filePath(u"a"_s));
        QStringList names;
        for (const auto &row : person.rows("profiles")->rows()) {
            names.append(row.value(u"name"_s).toString());
            QVERIFY(!row.value(u"summary"_s).toString().isEmpty());
        }
        names.sort();
        QCOMPARE(names, (QStringList{u"dev"_s, u"edge"_s, u"prod"_s, u"staging"_s}));
        QVERIFY(!person.document().isOpen());
    }

    void aProductionPlanOfRealSizeBecomesABundleThatVerifiesClean()
    {
        Person person(m_state.filePath(u"b"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QVERIFY(person.document().isOpen());
        QCOMPARE(person.wizard.step(), u"target"_s);

        person.wizard.next();
        QCOMPARE(person.wizard.step(), u"load"_s);
        person.types(u"load.eventsPerSecond"_s, u"1200"_s);
        person.types(u"load.logRetention"_s, u"90d"_s);
        person.wizard.setStep(u"availability"_s);
        person.types(u"availability.level"_s, u"zone"_s);
        person.types(u"availability.zones"_s, u"3"_s);
        QCOMPARE(person.field(u"availability.zones"_s).value(u"value"_s).toString(), u"3"_s);

        person.wizard.setStep(u"hardware"_s);
        QVERIFY(person.hardware.sentence().contains(u"1,200"_s));
        QVERIFY(person.hardware.sentence().contains(u"90 days"_s));
        QVERIFY(Person::rowsOf(&person.hardware, "nodes")->count() >= 3);

        QVERIFY(person.reviews());
        QVERIFY2(person.review.isReady(), qPrintable(person.review.headline()));
        const QString folder = m_state.filePath(u"b/bundle"_s);
        QVERIFY2(person.writes(folder), qPrintable(person.review.trouble().text()));
        const auto findings = bundle::verify(folder);
        QVERIFY(findings.has_value());
        QVERIFY(findings->isEmpty());
    }

    void everyStepGoesOnWithTheUsualValues()
    {
        for (const QString &profile : {u"edge"_s, u"dev"_s, u"staging"_s, u"prod"_s}) {
            Person person(m_state.filePath(u"c-"_s + profile));
            person.wizard.begin({}, profile, {});
            for (int step = 0; step < 9; ++step) {
                const QString before = person.wizard.step();
                person.wizard.next();
                QVERIFY2(person.wizard.step() != before, qPrintable(profile + u' ' + before));
            }
            QCOMPARE(person.wizard.step(), u"review"_s);
        }
    }

    void anAnswerThatIsNoneSaysWhyAndDoesNotReachThePlan()
    {
        Person person(m_state.filePath(u"d"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.wizard.setStep(u"load"_s);
        const QByteArray before = person.document().plan().text();

        person.wizard.answer(u"load.logRetention"_s, u"90"_s);

        const auto field = person.field(u"load.logRetention"_s);
        QCOMPARE(field.value(u"value"_s).toString(), u"90"_s);
        QVERIFY(!field.value(u"problem"_s).toString().isEmpty());
        QCOMPARE(person.document().plan().text(), before);

        QSignalSpy focus(&person.wizard, &console::PlanController::focusWanted);
        QSignalSpy said(&person.wizard, &console::PlanController::announced);
        person.wizard.next();
        QCOMPARE(person.wizard.step(), u"load"_s);
        QCOMPARE(focus.value(0).value(0).toString(), u"load.logRetention"_s);
        QVERIFY(said.value(0).value(0).toString().contains(u'1'));

        person.wizard.answer(u"load.logRetention"_s, u"90d"_s);
        QVERIFY(person.field(u"load.logRetention"_s).value(u"problem"_s).toString().isEmpty());
        person.wizard.next();
        QCOMPARE(person.wizard.step(), u"hardware"_s);
    }

    void aProblemJumpsToItsAnswerAndIsGoneWhenMended()
    {
        Person person(m_state.filePath(u"e"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"availability.level"_s, u"node"_s);
        person.types(u"availability.nodes"_s, u"2"_s);
        person.types(u"availability.failoverTarget"_s, u"5s"_s);
        QVERIFY(person.reviews());
        QVERIFY(!person.review.isReady());

        QString key;
        for (const auto &row : Person::rowsOf(&person.review, "findings")->rows()) {
            if (row.value(u"key"_s).toString() == u"availability.failoverTarget"_s) {
                key = row.value(u"key"_s).toString();
                QVERIFY(!row.value(u"remedy"_s).toString().isEmpty());
            }
        }
        QVERIFY(!key.isEmpty());
        QSignalSpy focus(&person.wizard, &console::PlanController::focusWanted);
        person.wizard.jump(key);
        QCOMPARE(person.wizard.step(), u"availability"_s);
        QCOMPARE(focus.value(0).value(0).toString(), key);
        QVERIFY(!person.field(key).value(u"problem"_s).toString().isEmpty());

        person.types(key, u"30s"_s);
        QVERIFY(person.field(key).value(u"problem"_s).toString().isEmpty());
        person.types(u"availability.nodes"_s, u"3"_s);
        QVERIFY(person.reviews());
        QTRY_VERIFY_WITH_TIMEOUT(person.review.isReady(), 20'000);
    }

    void aFileThatIsNoPlanIsRefusedWithItsPlace()
    {
        Person person(m_state.filePath(u"f"_s));
        const QString path = m_state.filePath(u"broken.yaml"_s);
        writeText(
            path,
            "apiVersion: console.sentinel/v1\nkind: InstallPlan\nmetadata: {name: x}\nspec:\n  load:\n    eventsPerSecond: many\n"
            "environments:\n  prod: {profile: prod}\n");
        person.document().load(path);
        QVERIFY(!person.document().isOpen());
        QVERIFY(person.document().trouble().isPresent());
        QVERIFY2(person.document().trouble().text().contains(u"broken.yaml:6:22"_s),
                 qPrintable(person.document().trouble().text()));
    }

    void undoTakesBackAnAnswerAndRedoBringsItAgain()
    {
        Person person(m_state.filePath(u"g"_s));
        person.wizard.begin({}, u"prod"_s, {});
        const QByteArray before = person.document().plan().text();
        // Four keystrokes of one answer are one step to undo.
        for (const QString &text : {u"1"_s, u"12"_s, u"120"_s, u"1200"_s}) {
            person.wizard.answer(u"load.eventsPerSecond"_s, text);
        }
        person.wizard.settle(u"load.eventsPerSecond"_s);
        const QByteArray after = person.document().plan().text();
        QVERIFY(after != before);
        person.document().undo();
        QCOMPARE(person.document().plan().text(), before);
        person.document().redo();
        QCOMPARE(person.document().plan().text(), after);
    }

    void aKeystrokeIsCheckedWithinFiveMilliseconds()
    {
        Person person(m_state.filePath(u"h"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.wizard.setStep(u"load"_s);
        QList<qint64> times;
        for (int round = 0; round < 60; ++round) {
            QElapsedTimer timer;
            timer.start();
            person.wizard.answer(u"load.eventsPerSecond"_s, QString::number(1000 + round));
            times.append(timer.nsecsElapsed());
        }
        std::ranges::sort(times);
        const double median = double(times.at(times.size() / 2)) / 1e6;
        qInfo("median %.2f ms a keystroke", median);
        QVERIFY2(median <= 5.0, qPrintable(QString::number(median)));
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(ProductionPlanJourney)
#include "tst_ProductionPlanJourney.moc"
