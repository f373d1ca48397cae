// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Ledger.h"

using namespace Qt::StringLiterals;

namespace sentinel::testing {

namespace {

template <typename Take>
void each(const std::vector<kube::RowRange> &ranges, Take take)
{
    for (const kube::RowRange &range : ranges) {
        for (kube::RowId row = range.first; row <= range.last; ++row) {
            take(row);
        }
    }
}

} // namespace

QStringList cellsOf(const kube::ObjectStore &store, kube::RowId row)
{
    QStringList cells;
    for (int column = 0; column < store.layout().columns(); ++column) {
        const kube::CellKind kind = kube::cellKind(store.layout().fields[static_cast<size_t>(column)]);
        const bool isText = kind == kube::CellKind::Word || kind == kube::CellKind::Text;
        cells.append(isText ? store.string(row, column) : QString::number(store.number(row, column)));
    }
    return cells;
}

void Ledger::note(const kube::ObjectStore &store, const kube::ChangeSet &changes)
{
    if (changes.isReset) {
        m_rows.clear();
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (store.contains(row)) {
                m_rows.insert(row, cellsOf(store, row));
            }
        }
        return;
    }
    each(changes.removed, [&](kube::RowId row) {
        if (!m_rows.remove(row)) {
            m_wrong = u"row %1 was removed and had never come"_s.arg(row);
        }
    });
    each(changes.inserted, [&](kube::RowId row) {
        if (m_rows.contains(row) || !store.contains(row)) {
            m_wrong = u"row %1 came twice, or is not there"_s.arg(row);
            return;
        }
        m_rows.insert(row, cellsOf(store, row));
    });
    each(changes.changed, [&](kube::RowId row) {
        if (!m_rows.contains(row) || !store.contains(row)) {
            m_wrong = u"row %1 changed and is not there"_s.arg(row);
            return;
        }
        m_rows[row] = cellsOf(store, row);
    });
}

QString Ledger::complaint(const kube::ObjectStore &store) const
{
    if (!m_wrong.isEmpty()) {
        return m_wrong;
    }
    qsizetype there = 0;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (!store.contains(row)) {
            continue;
        }
        ++there;
        if (m_rows.value(row) != cellsOf(store, row)) {
            return u"row %1 was told as [%2] and is [%3]"_s.arg(row).arg(m_rows.value(row).join(u", "_s),
                                                                         cellsOf(store, row).join(u", "_s));
        }
    }
    return there == m_rows.size() ? QString() : u"%1 rows were told and %2 are there"_s.arg(m_rows.size()).arg(there);
}

} // namespace sentinel::testing
