// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowMailbox.h"
#include "tests/faults/Ledger.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace sentinel;
using namespace sentinel::kube;
using namespace sentinel::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kNames = 4; // few, so that everything happens to the same ones
constexpr int kSteps = 120;
constexpr int kFew = 2'000;
constexpr int kMany = 200'000;

const ResourceType kConfigMaps{.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};

struct Thing
{
    std::string name;
    std::string uid;
    qint64 version = 0;
};

struct Event
{
    Thing thing;
    bool isGone = false;
};

/// A server that keeps its promises, and a watch of it by way of a network that keeps none. The consumer looks now and then.
class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
        , m_mailbox(rowLayout(kConfigMaps))
        , m_store(m_mailbox.layout())
        , m_batch(m_mailbox.layout())
    {
    }

    void live()
    {
        list();
        for (int step = 0; step < kSteps; ++step) {
            const int dice = m_random.bounded(32);
            if (dice == 0) {
                list();
            } else if (dice == 1) {
                begunList();
                list();
            } else if (dice < 5) {
                // A watch that begins at an older version: known events come again.
                m_told -= m_random.bounded(std::min<qsizetype>(m_told - m_listed, 8) + 1);
            } else if (dice < 8) {
                flush();
            } else if (dice < 20) {
                tell();
            } else {
                write();
            }
        }
        while (m_told < m_history.size()) {
            tell();
        }
        flush();
    }

    [[nodiscard]] QString difference() const
    {
        for (const Thing &thing : m_server) {
            const auto row = m_store.find(u"shop"_s, QString::fromStdString(thing.name));
            if (!row) {
                return QString::fromStdString(thing.name) + u" is missing"_s;
            }
            if (m_store.text(*row, kUid) != thing.uid || m_store.number(*row, kVersion) != thing.version) {
                return u"%1 is %2 of version %3 here, %4 of version %5 there"_s.arg(QString::fromStdString(thing.name))
                    .arg(m_store.string(*row, kUid))
                    .arg(m_store.number(*row, kVersion))
                    .arg(QString::fromStdString(thing.uid))
                    .arg(thing.version);
            }
        }
        if (m_store.size() != m_server.size()) {
            return u"%1 rows here, %2 objects there"_s.arg(m_store.size()).arg(m_server.size());
        }
        return m_ledger.complaint(m_store);
    }
    [[nodiscard]] int events() const { return m_events; }

private:
    void write()
    {
        const std::string name = "o" + std::to_string(m_random.bounded(kNames));
        const auto found = m_server.find(name);
        ++m_version;
        if (found == m_server.end()) {
            m_server.insert(name, {.name = name, .uid = "u" + std::to_string(m_version), .version = m_version});
            m_history.append({.thing = m_server[name]});
        } else if (m_random.bounded(2) == 0) {
            found->version = m_version;
            m_history.append({.thing = *found});
        } else {
            Thing last = *found;
            last.version = m_version;
            m_server.erase(found);
            m_history.append({.thing = last, .isGone = true});
        }
    }

    /// The next event, now and then twice; neighbours of different objects sometimes in the other order.
    void tell()
    {
        if (m_told >= m_history.size()) {
            return;
        }
        const bool mayChange = m_told + 1 < m_history.size() && m_history[m_told].thing.name != m_history[m_told + 1].thing.name;
        if (mayChange && m_random.bounded(4) == 0) {
            send(m_history[m_told + 1]);
            send(m_history[m_told]);
            m_told += 2;
            return;
        }
        for (int times = m_random.bounded(6) == 0 ? 2 : 1; times > 0; --times) {
            send(m_history[m_told]);
        }
        ++m_told;
    }

    void send(const Event &event)
    {
        ++m_events;
        const RowCells &cells = cellsOfThing(event.thing);
        if (event.isGone) {
            m_mailbox.remove(cells);
        } else {
            m_mailbox.change(cells);
        }
    }

    /// Everything there is, and from there on the watch.
    void list()
    {
        m_mailbox.beginList();
        for (const Thing &thing : std::as_const(m_server)) {
            m_mailbox.put(cellsOfThing(thing));
            maybeFlush();
        }
        m_mailbox.endList();
        m_told = m_listed = m_history.size();
    }

    /// A list that breaks off.
    void begunList()
    {
        m_mailbox.beginList();
        for (const Thing &thing : std::as_const(m_server)) {
            if (m_random.bounded(3) == 0) {
                break;
            }
            m_mailbox.put(cellsOfThing(thing));
            maybeFlush();
        }
        for (int i = m_random.bounded(4); i > 0; --i) {
            write(); // which the watch never tells: the next list does
        }
    }

    void maybeFlush()
    {
        if (m_random.bounded(5) == 0) {
            flush();
        }
    }

    void flush()
    {
        if (m_mailbox.take(m_batch)) {
            m_store.apply(m_batch);
            m_ledger.note(m_store, m_store.flush());
        }
    }

    const RowCells &cellsOfThing(const Thing &thing)
    {
        m_thing = thing;
        m_label = "\nversion=" + std::to_string(thing.version) + "\n";
        m_cells.clear();
        m_cells.setText(kNamespace, "shop");
        m_cells.setText(kName, m_thing.name);
        m_cells.setText(kUid, m_thing.uid);
        m_cells.setText(kLabels, m_label);
        m_cells.setNumber(kVersion, m_thing.version);
        return m_cells;
    }

    QRandomGenerator m_random;
    RowMailbox m_mailbox;
    ObjectStore m_store;
    RowBatch m_batch;
    Ledger m_ledger;
    QMap<std::string, Thing> m_server;
    QList<Event> m_history;
    qsizetype m_told = 0; ///< of the history
    qsizetype m_listed = 0; ///< the last list was of this point
    qint64 m_version = 100;
    int m_events = 0;
    RowCells m_cells;
    Thing m_thing;
    std::string m_label;
};

} // namespace

/// The store and its mailbox alone, without a network: many more orders of events than a server would ever give.
class StoreModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverTheOrderTheStoreHoldsWhatTheServerHolds();
};

void StoreModelTest::whateverTheOrderTheStoreHoldsWhatTheServerHolds()
{
    const QString asked = qEnvironmentVariable("SENTINEL_FAULTS");
    const quint32 only = asked.toUInt();
    const quint32 last = only > 0 ? only : asked == "full"_L1 ? kMany : kFew;
    qint64 events = 0;
    for (quint32 seed = only > 0 ? only : 1; seed <= last; ++seed) {
        World world(seed);
        world.live();
        events += world.events();
        const QString difference = world.difference();
        QVERIFY2(difference.isEmpty(),
                 qPrintable(u"%1\n  again with: SENTINEL_FAULTS=%2 ./test tst_StoreModel"_s.arg(difference).arg(seed)));
    }
    qInfo("%u worlds, %lld events", only > 0 ? 1 : last, events);
}

QTEST_APPLESS_MAIN(StoreModelTest)
#include "tst_StoreModel.moc"
