// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"
#include "tests/support/Tries.h"

#include <QTranslator>

using namespace sentinel;
using namespace sentinel::journeys;

/// Says every sentence of the program with a mark in front, so a test sees which were asked for again.
class Marking : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"»"_s + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

class LanguagesJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSwitchOfLanguageReachesEveryTextAndNoAnswer()
    {
        Person person(m_state.filePath(u"a"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.wizard.setStep(u"load"_s);
        person.types(u"load.eventsPerSecond"_s, u"1200"_s);
        const QString label = person.field(u"load.eventsPerSecond"_s).value(u"label"_s).toString();
        const QString question = person.wizard.stepQuestion();
        const QString profile = person.rows("profiles")->rows().first().value(u"summary"_s).toString();
        const QString sentence = person.hardware.sentence();
        const QByteArray text = person.document().plan().text();

        person.wizard.setLanguageName(u"es"_s);

        QVERIFY(person.field(u"load.eventsPerSecond"_s).value(u"label"_s).toString() != label);
        QVERIFY(person.wizard.stepQuestion() != question);
        QVERIFY(person.rows("profiles")->rows().first().value(u"summary"_s).toString() != profile);
        QVERIFY(person.hardware.sentence() != sentence); // 1.200 and 1,200
        QCOMPARE(person.field(u"load.eventsPerSecond"_s).value(u"value"_s).toString(), u"1200"_s);
        QCOMPARE(person.document().plan().text(), text);

        person.wizard.setLanguageName(u"en"_s);
        QCOMPARE(person.field(u"load.eventsPerSecond"_s).value(u"label"_s).toString(), label);
        QCOMPARE(person.hardware.sentence(), sentence);
    }

    void sentencesMadeInCodeFollowTheTranslator()
    {
        Person person(m_state.filePath(u"b"_s));
        person.wizard.begin({}, u"prod"_s, {});
        const auto tile
            = [&person] { return Person::rowsOf(&person.hardware, "tiles")->rows().first().value(u"label"_s).toString(); };
        QVERIFY(!tile().startsWith(u'»'));
        Marking marking;
        QVERIFY(QCoreApplication::installTranslator(&marking));
        QTRY_VERIFY(tile().startsWith(u'»'));
        QCoreApplication::removeTranslator(&marking);
        QTRY_VERIFY(!tile().startsWith(u'»'));
    }

    void everyStepHasItsTextsInBothLanguages()
    {
        Person person(m_state.filePath(u"c"_s));
        person.wizard.begin({}, u"prod"_s, {});
        for (const auto &step : person.wizard.steps()) {
            person.wizard.setStep(step.toMap().value(u"id"_s).toString());
            for (const QString &language : {u"en"_s, u"es"_s}) {
                person.wizard.setLanguageName(language);
                for (const auto *model : {person.rows("questions"), person.rows("moreQuestions")}) {
                    for (const auto &row : model->rows()) {
                        QVERIFY2(!row.value(u"label"_s).toString().isEmpty(), qPrintable(row.value(u"key"_s).toString()));
                    }
                }
            }
        }
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(LanguagesJourney)
#include "tst_LanguagesJourney.moc"
