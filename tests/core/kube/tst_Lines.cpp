// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Lines.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sentinel::kube;

class LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCutOfAStreamGivesTheSameLines();
    void aLineThatIsTooLongIsRefused();
    void theLastLineNeedsNoEnd();
    void aLargeLineInSmallPiecesCostsNoMoreThanItsLength();
};

void LinesTest::anyCutOfAStreamGivesTheSameLines()
{
    const QByteArray stream = "one\n\ntwo and a half\r\n{\"three\":3}\n\r\nfour\n";
    const QByteArrayList wanted{"one", "", "two and a half", "{\"three\":3}", "", "four"};
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        Lines lines(1000);
        QByteArrayList got;
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype size = std::min<qsizetype>(1 + random.bounded(9), stream.size() - at);
            QVERIFY(
                lines.feed(QByteArrayView(stream).sliced(at, size), [&got](QByteArray line) { got.append(std::move(line)); }));
            at += size;
        }
        QCOMPARE(got, wanted);
        QCOMPARE(lines.rest(), QByteArray());
    }
}

void LinesTest::aLineThatIsTooLongIsRefused()
{
    Lines lines(4);
    QByteArrayList got;
    const auto take = [&got](QByteArray line) { got.append(std::move(line)); };
    QVERIFY(lines.feed("1234\n12", take));
    QVERIFY(!lines.feed("345\n", take));
    QCOMPARE(got, QByteArrayList{"1234"});
}

void LinesTest::theLastLineNeedsNoEnd()
{
    Lines lines(100);
    QVERIFY(lines.feed("whole\nhalf", [](QByteArray) { }));
    QCOMPARE(lines.rest(), QByteArray("half"));
    QCOMPARE(lines.rest(), QByteArray());
}

void LinesTest::aLargeLineInSmallPiecesCostsNoMoreThanItsLength()
{
    // Looked through again at every piece, 8 MB in pieces of 16 bytes would be 2 TB of reading.
    Lines lines(64 << 20);
    int count = 0;
    const QByteArray piece(16, 'x');
    for (int each = 0; each < 8 * 1024 * 1024 / 16; ++each) {
        QVERIFY(lines.feed(piece, [&count](QByteArray) { ++count; }));
    }
    QVERIFY(lines.feed("\n", [&count](QByteArray line) { count += static_cast<int>(line.size()); }));
    QCOMPARE(count, 8 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(LinesTest)
#include "tst_Lines.moc"
