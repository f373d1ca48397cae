// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OperationRun.h"

#include <QSignalSpy>
#include <QTest>

using namespace sentinel;
using namespace Qt::StringLiterals;

class OperationRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsTellWhenTheyChangeAndOnlyThen();
    void whatAClusterSaysHasNoControlCharacters_data();
    void whatAClusterSaysHasNoControlCharacters();
    void onlyTheNewestLinesAreKept();
    void theEndCarriesItsError();
    void cancellingReachesTheFlow();
};

void OperationRunTest::stepsTellWhenTheyChangeAndOnlyThen()
{
    OperationRun run(u"deploy-20261126-3f9c"_s, u"deploy"_s);
    run.setSteps({{.id = u"bundle"_s, .title = u"Bundle"_s}, {.id = u"health"_s, .title = u"Health"_s}});
    QSignalSpy changed(&run, &OperationRun::stepChanged);
    const QDateTime at = QDateTime::currentDateTimeUtc();
    run.begin(u"health"_s, at);
    run.tell(u"health"_s, u"1 of 2"_s, 1, 2);
    run.tell(u"health"_s, u"1 of 2"_s, 1, 2);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.last().first().toInt(), 1);
    run.end(u"health"_s, OperationStep::State::Done, at, u"all of 2"_s);
    QCOMPARE(run.steps().at(1).state, OperationStep::State::Done);
    QCOMPARE(run.steps().at(0).state, OperationStep::State::Waiting);
}

void OperationRunTest::whatAClusterSaysHasNoControlCharacters_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");
    QTest::newRow("escape sequence") << u"a\x1b[31mred"_s << u"ared"_s;
    QTest::newRow("new lines") << u"one\ntwo\r"_s << u"one two"_s;
    QTest::newRow("bidirectional override") << u"safe\u202Eexe"_s << u"safe exe"_s;
    QTest::newRow("zero width") << u"back\u200Bend"_s << u"back end"_s;
    QTest::newRow("other languages") << u"Año, 日本語"_s << u"Año, 日本語"_s;
}

void OperationRunTest::whatAClusterSaysHasNoControlCharacters()
{
    QFETCH(QString, said);
    QFETCH(QString, shown);
    QCOMPARE(plainLine(said), shown);
    OperationRun run(u"x"_s, u"deploy"_s);
    run.log(said);
    QCOMPARE(run.lines().last(), shown);
}

void OperationRunTest::onlyTheNewestLinesAreKept()
{
    OperationRun run(u"x"_s, u"deploy"_s);
    for (int i = 0; i < 25'000; ++i) {
        run.log(QString::number(i));
    }
    QVERIFY(run.lines().size() <= 10'000);
    QCOMPARE(run.lines().last(), u"24999"_s);
}

void OperationRunTest::theEndCarriesItsError()
{
    OperationRun run(u"x"_s, u"deploy"_s);
    QSignalSpy finished(&run, &OperationRun::finished);
    run.finish(OperationRun::State::Failed, Error{.kind = Error::Kind::Timeout, .doing = u"waiting"_s, .detail = u"too long"_s},
               true);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(run.state(), OperationRun::State::Failed);
    QVERIFY(run.error() && run.error()->kind == Error::Kind::Timeout);
    QVERIFY(run.isResumable());
}

void OperationRunTest::cancellingReachesTheFlow()
{
    OperationRun run(u"x"_s, u"deploy"_s);
    const CancelToken token = run.cancelToken();
    QVERIFY(!token.isCancelled());
    run.cancel();
    QVERIFY(token.isCancelled());
}

QTEST_GUILESS_MAIN(OperationRunTest)
#include "tst_OperationRun.moc"
