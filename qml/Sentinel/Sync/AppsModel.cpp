// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppsModel.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Sync/SyncWords.h"

namespace sentinel::console {

AppsModel::AppsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

AppsModel::~AppsModel()
{
    if (m_view) {
        m_view->setListener(nullptr);
    }
}

void AppsModel::setView(kube::ObjectView *view)
{
    beginResetModel();
    if (m_view) {
        m_view->setListener(nullptr);
    }
    m_view = view;
    if (m_view) {
        m_view->setListener(this);
    }
    endResetModel();
}

void AppsModel::retranslate()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void AppsModel::aboutToRemove(qsizetype first, qsizetype last)
{
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
}

void AppsModel::aboutToInsert(qsizetype first, qsizetype last)
{
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
}

void AppsModel::changed(qsizetype first, qsizetype last, kube::Columns columns)
{
    Q_UNUSED(columns)
    Q_EMIT dataChanged(index(static_cast<int>(first)), index(static_cast<int>(last)));
}

int AppsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_view ? 0 : static_cast<int>(m_view->size());
}

QString AppsModel::text(kube::RowId row, kube::Field field) const
{
    const int column = m_view->store().column(field);
    return column < 0 ? QString() : plainLine(m_view->store().string(row, column));
}

QVariant AppsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const kube::RowId row = m_view->row(index.row());
    switch (role) {
    case TitleRole:
        return plainLine(m_view->store().name(row).name);
    case NsRole:
        return plainLine(m_view->store().name(row).ns);
    case SyncRole:
        return syncWord(text(row, kube::Field::Sync)).word;
    case SyncToneRole:
        return number(syncWord(text(row, kube::Field::Sync)).tone);
    case HealthRole:
        return healthWord(text(row, kube::Field::Status)).word;
    case HealthToneRole:
        return number(healthWord(text(row, kube::Field::Status)).tone);
    case RevisionRole:
        return text(row, kube::Field::Revision).left(8);
    default:
        return {};
    }
}

QHash<int, QByteArray> AppsModel::roleNames() const
{
    return {{TitleRole, "title"},       {NsRole, "ns"},         {SyncRole, "sync"},
            {SyncToneRole, "syncTone"}, {HealthRole, "health"}, {HealthToneRole, "healthTone"},
            {RevisionRole, "revision"}};
}

} // namespace sentinel::console
