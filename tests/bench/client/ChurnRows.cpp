// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/ChurnRows.h"

#include "core/base/OperationRun.h"
#include "core/kube/RowText.h"

namespace sentinel::bench {

namespace {

constexpr kube::Field kColumns[]{kube::Field::Namespace, kube::Field::Name, kube::Field::Ready, kube::Field::Status,
                                 kube::Field::Restarts,  kube::Field::Ip,   kube::Field::Node,  kube::Field::Created};

} // namespace

QStringList ChurnRows::cellsOf(kube::RowId row) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList cells;
    cells.reserve(std::size(kColumns));
    for (const kube::Field field : kColumns) {
        cells.append(plainLine(kube::rowText(m_view.store(), row, field, now)));
    }
    return cells;
}

void ChurnRows::refresh()
{
    const int length = static_cast<int>(m_view.size());
    if (length > m_length) {
        beginInsertRows({}, m_length, length - 1);
        m_length = length;
        endInsertRows();
    } else if (length < m_length) {
        beginRemoveRows({}, length, m_length - 1);
        m_length = length;
        endRemoveRows();
    }
    QHash<int, QStringList> shown;
    for (int at = std::max(0, m_first); at <= m_last && at < length; ++at) {
        QStringList cells = cellsOf(m_view.row(at));
        if (m_shown.value(at) != cells) {
            Q_EMIT dataChanged(index(at), index(at));
            ++m_told;
        }
        shown.insert(at, std::move(cells));
    }
    m_shown = std::move(shown);
}

QVariant ChurnRows::data(const QModelIndex &index, int) const
{
    return index.isValid() && index.row() < m_view.size() ? cellsOf(m_view.row(index.row())) : QStringList();
}

} // namespace sentinel::bench
