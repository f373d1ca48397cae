// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rows/RowsModel.h"

#include <QSet>

namespace sentinel::console {

namespace {
constexpr int kFirstRole = Qt::UserRole + 1;
}

RowsModel::RowsModel(const QByteArrayList &roles, QObject *parent)
    : QAbstractListModel(parent)
    , m_roles(roles)
    , m_identity(QString::fromLatin1(roles.first()))
{
}

void RowsModel::setRows(const QList<Row> &rows)
{
    const qsizetype before = m_rows.size();
    QSet<QString> wanted;
    wanted.reserve(rows.size());
    for (const Row &row : rows) {
        wanted.insert(row.value(m_identity).toString());
    }
    // What is gone goes first; then old and new walk side by side, and what moved counts as new.
    for (qsizetype at = m_rows.size() - 1; at >= 0; --at) {
        if (!wanted.contains(m_rows.at(at).value(m_identity).toString())) {
            beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
            m_rows.removeAt(at);
            endRemoveRows();
        }
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const Row &row = rows.at(at);
        if (at < m_rows.size() && m_rows.at(at).value(m_identity) == row.value(m_identity)) {
            update(at, row);
            continue;
        }
        for (qsizetype later = at; later < m_rows.size(); ++later) {
            if (m_rows.at(later).value(m_identity) == row.value(m_identity)) {
                beginRemoveRows({}, static_cast<int>(later), static_cast<int>(later));
                m_rows.removeAt(later);
                endRemoveRows();
                break;
            }
        }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(at, row);
        endInsertRows();
    }
    if (m_rows.size() != before) {
        Q_EMIT countChanged();
    }
}

void RowsModel::update(qsizetype at, const Row &row)
{
    QList<int> changed;
    for (qsizetype role = 0; role < m_roles.size(); ++role) {
        const QString name = QString::fromLatin1(m_roles.at(role));
        if (m_rows.at(at).value(name) != row.value(name)) {
            changed.append(kFirstRole + static_cast<int>(role));
        }
    }
    if (!changed.isEmpty()) {
        m_rows[at] = row;
        const QModelIndex place = index(static_cast<int>(at));
        Q_EMIT dataChanged(place, place, changed);
    }
}

RowsModel::Row RowsModel::find(const QVariant &identity) const
{
    for (const Row &row : m_rows) {
        if (row.value(m_identity) == identity) {
            return row;
        }
    }
    return {};
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role < kFirstRole || role >= kFirstRole + m_roles.size()) {
        return {};
    }
    return m_rows.at(index.row()).value(QString::fromLatin1(m_roles.at(role - kFirstRole)));
}

QHash<int, QByteArray> RowsModel::roleNames() const
{
    QHash<int, QByteArray> names;
    for (qsizetype role = 0; role < m_roles.size(); ++role) {
        names.insert(kFirstRole + static_cast<int>(role), m_roles.at(role));
    }
    return names;
}

} // namespace sentinel::console
