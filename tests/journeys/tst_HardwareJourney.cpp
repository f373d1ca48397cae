// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/Journey.h"

using namespace sentinel;
using namespace sentinel::journeys;

/// What a person reads off the hardware page, and what they can try on it.
class HardwareJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTileOpensAFormulaWithTheAnswersItComesFrom()
    {
        Person person(m_state.filePath(u"a"_s));
        person.wizard.begin({}, u"prod"_s, {});
        const auto tiles = Person::rowsOf(&person.hardware, "tiles")->rows();
        QCOMPARE(tiles.size(), 5);
        for (const auto &tile : tiles) {
            const QString id = tile.value(u"id"_s).toString();
            QVERIFY2(!tile.value(u"figure"_s).toString().isEmpty(), qPrintable(id));
            person.hardware.select(id);
            QVERIFY2(!person.hardware.formula().value(u"symbols"_s).toString().isEmpty(), qPrintable(id));
            QVERIFY2(!person.hardware.formula().value(u"worked"_s).toStringList().isEmpty(), qPrintable(id));
            QVERIFY2(Person::rowsOf(&person.hardware, "comesFrom")->count() > 0, qPrintable(id));
        }
    }

    void aLinkOfTheFormulaLeadsToItsQuestion()
    {
        Person person(m_state.filePath(u"b"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.hardware.select(u"storage.total"_s);
        const auto source = Person::rowsOf(&person.hardware, "comesFrom")->rows().first();
        person.wizard.jump(source.value(u"key"_s).toString());
        QCOMPARE(person.wizard.step(), console::stepOf(source.value(u"key"_s).toString()));
        QVERIFY(!person.field(source.value(u"key"_s).toString()).isEmpty());
    }

    void aLostNodeEmptiesItsColumnAndMovesItsPods()
    {
        Person person(m_state.filePath(u"c"_s));
        person.wizard.begin({}, u"prod"_s, {});
        auto *nodes = Person::rowsOf(&person.hardware, "nodes");
        QVERIFY(nodes->count() >= 3);
        person.hardware.toggleLostNode();
        const QString lost = person.hardware.lostNode();
        QVERIFY(!lost.isEmpty());
        QVERIFY(nodes->find(lost).value(u"lost"_s).toBool());
        QVERIFY(nodes->find(lost).value(u"blocks"_s).toList().isEmpty());
        int moved = 0;
        for (const auto &node : nodes->rows()) {
            for (const auto &block : node.value(u"blocks"_s).toList()) {
                moved += block.toMap().value(u"moved"_s).toBool() ? 1 : 0;
            }
        }
        QVERIFY(moved > 0);
        QVERIFY2(person.hardware.verdict().contains(lost), qPrintable(person.hardware.verdict()));
        // A production plan is sized to survive exactly this.
        QCOMPARE(person.hardware.verdictStatus(), 1);

        person.hardware.toggleLostNode();
        QVERIFY(person.hardware.lostNode().isEmpty());
        QVERIFY(!nodes->rows().first().value(u"lost"_s).toBool());
    }

    void moreLoadNeverNeedsLess()
    {
        Person person(m_state.filePath(u"d"_s));
        person.wizard.begin({}, u"prod"_s, {});
        QSignalSpy settled(&person.hardware, &console::HardwareController::settled);
        QVERIFY(settled.wait(20'000));
        const auto rows = Person::rowsOf(&person.hardware, "growth")->rows();
        QCOMPARE(rows.size(), 4);
        for (qsizetype index = 1; index < rows.size(); ++index) {
            QVERIFY(rows.at(index).value(u"nodes"_s).toInt() >= rows.at(index - 1).value(u"nodes"_s).toInt());
            QVERIFY(rows.at(index).value(u"storage"_s).toDouble() >= rows.at(index - 1).value(u"storage"_s).toDouble());
        }
    }

    void aVerdictGivesTheAnswerItProposes()
    {
        Person person(m_state.filePath(u"e"_s));
        person.wizard.begin({}, u"prod"_s, {});
        person.types(u"load.eventsPerSecond"_s, u"1200"_s);
        QString banner;
        for (const auto &row : Person::rowsOf(&person.hardware, "banners")->rows()) {
            if (row.value(u"key"_s).toString() == u"load.eventStore"_s && !row.value(u"action"_s).toString().isEmpty()) {
                banner = row.value(u"id"_s).toString();
            }
        }
        QVERIFY(!banner.isEmpty());
        person.hardware.takeProposal(banner);
        QCOMPARE(person.wizard.answers().text(u"load.eventStore"), u"loki"_s);
        QVERIFY(Person::rowsOf(&person.hardware, "banners")->find(banner).isEmpty());
    }

    void machinesSomebodyHasAreTriedFromAnInventory()
    {
        Person person(m_state.filePath(u"f"_s));
        person.wizard.begin({}, u"prod"_s, {});
        const QString path = m_state.filePath(u"inventory.yaml"_s);
        writeText(path,
                  "apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - name: small\n    count: 2\n    cpu: 2\n    "
                  "memory: 4Gi\n    disk: 100Gi\n");
        person.hardware.openInventory(path);
        QVERIFY2(!person.hardware.trouble().isPresent(), qPrintable(person.hardware.trouble().text()));
        QCOMPARE(person.hardware.inventoryName(), u"inventory.yaml"_s);
        QCOMPARE(Person::rowsOf(&person.hardware, "nodes")->count(), 2);
        auto *unplaced = Person::rowsOf(&person.hardware, "unplaced");
        QVERIFY(unplaced->count() > 0);
        QVERIFY(!unplaced->rows().first().value(u"reason"_s).toString().isEmpty());
        QCOMPARE(person.hardware.verdictStatus(), 4);
        person.hardware.closeInventory();
        QCOMPARE(unplaced->count(), 0);
    }

    void anInventoryThatCannotBeReadSaysWhere()
    {
        Person person(m_state.filePath(u"g"_s));
        person.wizard.begin({}, u"prod"_s, {});
        const QString path = m_state.filePath(u"bad.yaml"_s);
        writeText(path,
                  "apiVersion: console.sentinel/v1\nkind: Inventory\ngroups:\n  - name: small\n    count: 2\n    colour: red\n");
        person.hardware.openInventory(path);
        QVERIFY2(person.hardware.trouble().text().contains(u"bad.yaml:6:5"_s), qPrintable(person.hardware.trouble().text()));
        QVERIFY(person.hardware.inventoryName().isEmpty());
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(HardwareJourney)
#include "tst_HardwareJourney.moc"
