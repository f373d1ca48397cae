// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/ObjectTable.h"

#include "core/base/OperationRun.h"
#include "core/kube/rows/RowText.h"
#include "qml/Sentinel/Workloads/TableWords.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

bool holds(const std::vector<kube::RowRange> &ranges, kube::RowId row)
{
    const auto after = std::ranges::upper_bound(ranges, row, {}, &kube::RowRange::first);
    return after != ranges.begin() && std::prev(after)->last >= row;
}

} // namespace

ObjectTable::ObjectTable(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ObjectTable::setView(const kube::ObjectView *view)
{
    beginResetModel();
    m_view = view;
    m_length = static_cast<int>(size());
    m_current = -1;
    remember(); // what is in sight stays so
    endResetModel();
}

void ObjectTable::setColumns(const QList<TableColumn> &columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        refreshAll();
    }
}

void ObjectTable::look(qsizetype first, qsizetype last, qsizetype current)
{
    // Delegates that come into sight ask anew; those that stay are told below.
    m_first = std::max<qsizetype>(0, first);
    m_last = last;
    m_current = current;
    remember();
}

void ObjectTable::remember()
{
    m_seen.clear();
    for (qsizetype at = m_first; at <= m_last && at < size(); ++at) {
        m_seen.push_back(m_view->row(at));
    }
    m_seenCurrent = m_current >= 0 && m_current < size() ? std::optional(m_view->row(m_current)) : std::nullopt;
}

void ObjectTable::resize()
{
    const int length = static_cast<int>(size());
    if (length > m_length) {
        beginInsertRows({}, m_length, length - 1);
        m_length = length;
        endInsertRows();
    } else if (length < m_length) {
        beginRemoveRows({}, length, m_length - 1);
        m_length = length;
        endRemoveRows();
    }
}

void ObjectTable::tell(qsizetype first, qsizetype last)
{
    Q_EMIT dataChanged(index(static_cast<int>(first)), index(static_cast<int>(last)));
}

void ObjectTable::refresh(const kube::ChangeSet &changes)
{
    if (!m_view) {
        return;
    }
    resize();
    const auto isDifferent = [this, &changes](qsizetype at, std::optional<kube::RowId> before) {
        const kube::RowId row = m_view->row(at);
        return changes.isReset || before != row || holds(changes.changed, row) || holds(changes.inserted, row);
    };
    qsizetype from = -1;
    const qsizetype end = std::min(m_last + 1, size());
    for (qsizetype at = m_first; at <= end; ++at) {
        const auto seen = static_cast<size_t>(at - m_first);
        const bool different = at < end && isDifferent(at, seen < m_seen.size() ? std::optional(m_seen[seen]) : std::nullopt);
        if (different && from < 0) {
            from = at;
        } else if (!different && from >= 0) {
            tell(from, at - 1);
            from = -1;
        }
    }
    if (m_current >= 0 && m_current < size() && (m_current < m_first || m_current > m_last)
        && isDifferent(m_current, m_seenCurrent)) {
        tell(m_current, m_current);
    }
    remember();
}

void ObjectTable::refreshAll()
{
    refresh({.isReset = true});
}

int ObjectTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_length;
}

QString ObjectTable::cell(kube::RowId row, const TableColumn &column) const
{
    const QString text = kube::rowText(m_view->store(), row, column.field, m_now);
    // The time of a rehearsal may run ahead of ours: what is made there now is made in a while.
    return text == u"<none>" ? u"–"_s : text == u"<invalid>" ? u"0s"_s : plainLine(text);
}

QVariant ObjectTable::data(const QModelIndex &index, int role) const
{
    // While the length is told, places beyond what stands there now may be asked for.
    if (!index.isValid() || !m_view || index.row() >= size()) {
        return {};
    }
    const kube::RowId row = m_view->row(index.row());
    switch (role) {
    case CellsRole: {
        QStringList cells;
        cells.reserve(m_columns.size());
        for (const TableColumn &column : m_columns) {
            cells.append(cell(row, column));
        }
        return cells;
    }
    case TitleRole:
        return m_view->store().string(row, kube::kName);
    case SentenceRole: {
        QStringList parts;
        for (const TableColumn &column : m_columns) {
            parts.append(u"%1 %2"_s.arg(columnTitle(column.field), cell(row, column)));
        }
        return u"%1, %2"_s.arg(healthWord(m_view->store().health(row)), parts.join(u", "));
    }
    case ToneRole:
        return number(toneOf(m_view->store().health(row)));
    case WordRole:
        return healthWord(m_view->store().health(row));
    default:
        return {};
    }
}

QHash<int, QByteArray> ObjectTable::roleNames() const
{
    return {{CellsRole, "cells"}, {TitleRole, "title"}, {SentenceRole, "sentence"}, {ToneRole, "tone"}, {WordRole, "word"}};
}

} // namespace sentinel::console
