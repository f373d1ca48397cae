// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowModel.h"

#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace rowmodel;
using namespace Qt::StringLiterals;

class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storeAndViewsEqualTheNaiveModel_data();
    void storeAndViewsEqualTheNaiveModel();
    void aFlushTellsOneChangePerRow();
    void whatCameAndWentIsNotTold();
    void aStandingConsumerCostsNoMoreThanTheObjects();
    void manyChangesAreTextsGivenBack();
    void namespacesStandAsTheServerListsThem();
    void labelsMatchAsKubectlsSelectors_data();
    void labelsMatchAsKubectlsSelectors();
    void aViewFindsItsRows();
    void theEndOfAnEarlierObjectOfThatNameIsNoEnd();
};

void RowsTest::storeAndViewsEqualTheNaiveModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

void RowsTest::storeAndViewsEqualTheNaiveModel()
{
    QFETCH(quint32, seed);
    World world(seed);
    for (int round = 0; round < 40; ++round) {
        for (int step = 0; step < 25; ++step) {
            world.step();
        }
        world.flush();
        for (int which = 0; which < 3; ++which) {
            Mirror &mirror = *world.mirrors[static_cast<size_t>(which)];
            QVERIFY(mirror.isTrue);
            QCOMPARE(mirror.shown, world.expected(which));
            const QStringList told = mirror.shown;
            mirror.readAll();
            QCOMPARE(told, mirror.shown);
        }
    }
}

void RowsTest::aFlushTellsOneChangePerRow()
{
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    Pod pod{.ns = u"shop"_s, .name = u"web"_s, .uid = u"1"_s, .version = 1};
    mailbox.change(Cells(pod).cells);
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    QCOMPARE(store.flush().inserted.size(), size_t{1});
    for (int restarts = 1; restarts <= 100; ++restarts) {
        pod.restarts = restarts;
        ++pod.version;
        mailbox.change(Cells(pod).cells);
    }
    QVERIFY(mailbox.take(batch));
    QCOMPARE(batch.rows.size(), 1);
    store.apply(batch);
    const ChangeSet changes = store.flush();
    QCOMPARE(changes.changed.size(), size_t{1});
    const Columns expected = Columns{1} << kVersion | Columns{1} << store.column(Field::Restarts);
    QCOMPARE(changes.changedColumns, std::vector<Columns>{expected});
    QVERIFY(!mailbox.take(batch));
    QVERIFY(store.flush().isEmpty());
}

void RowsTest::whatCameAndWentIsNotTold()
{
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    const Pod pod{.ns = u"shop"_s, .name = u"web"_s, .uid = u"1"_s, .version = 1};
    mailbox.change(Cells(pod).cells);
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    mailbox.remove(Cells(pod).cells);
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    QVERIFY(store.flush().isEmpty());
    QCOMPARE(store.size(), 0);
}

void RowsTest::aStandingConsumerCostsNoMoreThanTheObjects()
{
    RowMailbox mailbox(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    Pod pod{.ns = u"shop"_s, .uid = u"1"_s};
    for (int event = 0; event < 200'000; ++event) {
        pod.name = u"web-%1"_s.arg(event % 500);
        pod.status = u"Reason-%1"_s.arg(event); // each a word of its own
        pod.version = event + 1;
        mailbox.change(Cells(pod).cells);
    }
    QVERIFY(mailbox.take(batch));
    QCOMPARE(batch.rows.size(), 500);
    QVERIFY2(batch.rows.textBytes() < 3'000'000, qPrintable(QString::number(batch.rows.textBytes())));
}

void RowsTest::manyChangesAreTextsGivenBack()
{
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    ObjectView view(store);
    view.setFilter({.text = u"web reason"_s});
    for (int event = 0; event < 100'000; ++event) {
        const Pod pod{.ns = u"shop"_s,
                      .name = u"web-%1"_s.arg(event),
                      .uid = QString::number(event),
                      .version = event + 1,
                      .status = u"Reason-%1"_s.arg(event)};
        mailbox.change(Cells(pod).cells);
        if (event >= 100) {
            const Pod old{.ns = u"shop"_s, .name = u"web-%1"_s.arg(event - 100), .uid = QString::number(event - 100)};
            mailbox.remove(Cells(old).cells);
        }
        if (event % 50 == 49) {
            QVERIFY(mailbox.take(batch));
            store.apply(batch);
            view.apply(store.flush());
        }
    }
    QCOMPARE(store.size(), 100);
    QCOMPARE(view.size(), 100);
    QVERIFY(store.rows().textBytes() < 2'100'000);
    QVERIFY(store.end() < 300); // ids are used again
}

void RowsTest::namespacesStandAsTheServerListsThem()
{
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    for (const QString &ns : {u"b"_s, u"a"_s, u"a-b"_s, u"a0"_s}) {
        mailbox.put(Cells({.ns = ns, .name = u"x"_s, .uid = ns}).cells);
    }
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    const ObjectView view(store);
    QStringList order;
    for (qsizetype at = 0; at < view.size(); ++at) {
        order.append(store.name(view.row(at)).ns);
    }
    QCOMPARE(order, (QStringList{u"a-b"_s, u"a"_s, u"a0"_s, u"b"_s})); // "/" stands between "-" and "0"
}

void RowsTest::labelsMatchAsKubectlsSelectors_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<bool>("passes");
    QTest::newRow("none") << u""_s << true;
    QTest::newRow("equal") << u"app=web"_s << true;
    QTest::newRow("equal, twice") << u"app==web"_s << true;
    QTest::newRow("other value") << u"app=we"_s << false;
    QTest::newRow("part of a key") << u"pp=web"_s << false;
    QTest::newRow("unequal") << u"app!=db"_s << true;
    QTest::newRow("unequal to what it is") << u"app!=web"_s << false;
    QTest::newRow("unequal, key not there") << u"zone!=x"_s << true;
    QTest::newRow("there") << u"tier"_s << true;
    QTest::newRow("not there") << u"!zone"_s << true;
    QTest::newRow("not there but is") << u"!tier"_s << false;
    QTest::newRow("both") << u"app=web, tier=front"_s << true;
    QTest::newRow("one of both") << u"app=web,tier=back"_s << false;
    QTest::newRow("a set") << u"app in (web)"_s << false; // not understood: nothing rather than everything
}

void RowsTest::labelsMatchAsKubectlsSelectors()
{
    QFETCH(QString, selector);
    QFETCH(bool, passes);
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    mailbox.put(Cells({.ns = u"a"_s, .name = u"x"_s, .labels = u"\napp=web\ntier=front\n"_s}).cells);
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    ObjectView view(store);
    view.setFilter({.labels = selector});
    QCOMPARE(view.size(), passes ? 1 : 0);
}

void RowsTest::aViewFindsItsRows()
{
    World world(5);
    for (int step = 0; step < 500; ++step) {
        world.step();
    }
    world.flush();
    QVERIFY(world.plain.size() > 10);
    for (ObjectView *view : {&world.plain, &world.byRestarts, &world.filtered}) {
        for (qsizetype at = 0; at < view->size(); ++at) {
            QCOMPARE(view->position(view->row(at)), at);
        }
    }
}

void RowsTest::theEndOfAnEarlierObjectOfThatNameIsNoEnd()
{
    RowMailbox mailbox(rowLayout(kPods));
    ObjectStore store(rowLayout(kPods));
    RowBatch batch(rowLayout(kPods));
    const Pod old{.ns = u"shop"_s, .name = u"web"_s, .uid = u"1"_s, .version = 5};
    const Pod now{.ns = u"shop"_s, .name = u"web"_s, .uid = u"2"_s, .version = 6};
    mailbox.change(Cells(now).cells);
    mailbox.remove(Cells(old).cells);
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    QCOMPARE(store.size(), 1);
    mailbox.remove(Cells(old).cells);
    mailbox.change(Cells(old).cells); // told after its end
    QVERIFY(mailbox.take(batch));
    store.apply(batch);
    QCOMPARE(store.size(), 1);
    QCOMPARE(store.string(0, kUid), u"2"_s);
}

QTEST_APPLESS_MAIN(RowsTest)
#include "tst_Rows.moc"
