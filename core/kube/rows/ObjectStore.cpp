// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/ObjectStore.h"

#include <algorithm>

namespace sentinel::kube {

namespace {

void extend(std::vector<RowRange> &ranges, RowId row)
{
    if (!ranges.empty() && ranges.back().last + 1 == row) {
        ranges.back().last = row;
    } else {
        ranges.push_back({row, row});
    }
}

QString stringOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ObjectStore::ObjectStore(RowLayout layout)
    : m_rows(std::move(layout))
{
}

std::optional<RowId> ObjectStore::find(const QString &ns, const QString &name) const
{
    return m_rows.find(ns.toStdString(), name.toStdString());
}

ObjectName ObjectStore::name(RowId row) const
{
    return {.ns = string(row, kNamespace), .name = string(row, kName)};
}

QString ObjectStore::string(RowId row, int column) const
{
    return stringOf(m_rows.text(row, column));
}

void ObjectStore::touch(RowId row, Mark mark, Columns columns)
{
    if (m_marks.size() <= row) {
        m_marks.resize(m_rows.end(), Same);
        m_columns.resize(m_rows.end(), 0);
        m_list.resize(m_rows.end(), 0);
    }
    if (m_marks[row] == Same) {
        m_touched.push_back(row);
        m_marks[row] = mark;
    } else if (mark == Removed) {
        m_marks[row] = Removed;
    }
    m_columns[row] |= columns;
}

void ObjectStore::take(RowId row)
{
    const bool isUntold = m_marks[row] == Inserted;
    touch(row, Removed, 0);
    m_rows.remove(row);
    if (isUntold) {
        m_vanished.push_back(row);
    }
}

void ObjectStore::apply(const RowBatch &batch)
{
    RowCells cells;
    for (RowId from = 0; from < batch.rows.end(); ++from) {
        if (!batch.rows.contains(from)) {
            continue;
        }
        batch.rows.read(from, cells);
        const auto known = m_rows.find(cells.text(kNamespace), cells.text(kName));
        const bool isSame = known && cells.text(kUid) == m_rows.text(*known, kUid);
        // A later version is known, and no list says otherwise: the event is an old one.
        if (isSame && batch.list[from] == m_list[*known] && cells.number(kVersion) != 0
            && cells.number(kVersion) < m_rows.number(*known, kVersion)) {
            continue;
        }
        if (batch.isGone[from] != 0) {
            // One of the same name may have come and gone since: what the store knows went before it.
            if (known && (isSame || cells.text(kUid).empty() || cells.number(kVersion) > m_rows.number(*known, kVersion))) {
                take(*known);
            }
            continue;
        }
        const RowTable::Put put = m_rows.put(cells);
        if (put.isNew) {
            touch(put.row, Inserted, 0);
        } else if (put.changed != 0) {
            touch(put.row, Changed, put.changed);
        }
        m_list[put.row] = batch.list[from];
    }
    if (batch.completeList != 0) {
        sweep(batch.completeList);
    }
}

void ObjectStore::sweep(quint32 list)
{
    for (RowId row = 0; row < m_rows.end(); ++row) {
        if (m_rows.contains(row) && m_list[row] < list) {
            take(row);
        }
    }
}

void ObjectStore::clear()
{
    m_rows.clear();
    m_list.clear();
    m_marks.clear();
    m_columns.clear();
    m_touched.clear();
    m_vanished.clear();
    m_isReset = true;
}

ChangeSet ObjectStore::flush()
{
    ChangeSet changes;
    changes.isReset = std::exchange(m_isReset, false);
    for (const RowId row : m_vanished) {
        m_marks[row] = Same;
    }
    std::ranges::sort(m_touched);
    for (const RowId row : m_touched) {
        if (!changes.isReset) {
            if (m_marks[row] == Removed) {
                extend(changes.removed, row);
            } else if (m_marks[row] == Inserted) {
                extend(changes.inserted, row);
            } else if (m_marks[row] == Changed) {
                extend(changes.changed, row);
                changes.changedColumns.push_back(m_columns[row]);
            }
        }
        m_marks[row] = Same;
        m_columns[row] = 0;
    }
    m_touched.clear();
    m_vanished.clear();
    m_rows.recycle();
    m_rows.tidy();
    return changes;
}

} // namespace sentinel::kube
