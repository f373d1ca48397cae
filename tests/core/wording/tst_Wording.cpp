// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/Wording.h"

#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFindingWithAPlaceOpensWithIt();
    void theRemedyFollowsTheSentence();
    void aFileWithoutALineIsNamedOnce();
    void everyKindHasATitleAndAllButCancelledANextStep();
};

void WordingTest::aFindingWithAPlaceOpensWithIt()
{
    const Finding finding{.rule = u"plan.type"_s, .sentence = u"Not a number."_s, .where = {u"plan.yaml"_s, 8, 3}};
    QCOMPARE(wording::line(finding), u"plan.yaml:8:3: Not a number."_s);
}

void WordingTest::theRemedyFollowsTheSentence()
{
    const Finding finding{.sentence = u"Too small."_s, .remedy = u"Write 3."_s};
    QCOMPARE(wording::line(finding), u"Too small. Write 3."_s);
}

void WordingTest::aFileWithoutALineIsNamedOnce()
{
    const Error missing{
        .kind = Error::Kind::NotFound, .detail = u"plan.yaml does not exist."_s, .where = {.file = u"plan.yaml"_s}};
    QCOMPARE(wording::line(missing), u"plan.yaml does not exist."_s);
    const Error other{.kind = Error::Kind::Invalid, .detail = u"It is empty."_s, .where = {.file = u"plan.yaml"_s}};
    QCOMPARE(wording::line(other), u"plan.yaml: It is empty."_s);
}

void WordingTest::everyKindHasATitleAndAllButCancelledANextStep()
{
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
        const auto problem = wording::describe({.kind = Error::Kind(kind), .doing = u"reading the plan"_s, .detail = u"No."_s});
        QVERIFY(problem.title.contains(u"reading the plan"));
        QCOMPARE(problem.explanation, u"No."_s);
        QCOMPARE(problem.nextStep.isEmpty(), Error::Kind(kind) == Error::Kind::Cancelled);
    }
}

QTEST_APPLESS_MAIN(WordingTest)
#include "tst_Wording.moc"
