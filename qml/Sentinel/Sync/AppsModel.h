// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectView.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

namespace sentinel::console {

/// Applications as a list shows them: a view's own changes, told as they happen, so that 10,000 cost what ten do.
class AppsModel : public QAbstractListModel, private kube::ViewListener
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role { TitleRole = Qt::UserRole + 1, NsRole, SyncRole, SyncToneRole, HealthRole, HealthToneRole, RevisionRole };

    explicit AppsModel(QObject *parent = nullptr);
    ~AppsModel() override;

    /// Null: nothing is shown. The view outlives its use here.
    void setView(kube::ObjectView *view);
    /// Words of another language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void aboutToReset() override { beginResetModel(); }
    void reset() override { endResetModel(); }
    void aboutToRemove(qsizetype first, qsizetype last) override;
    void removed() override { endRemoveRows(); }
    void aboutToInsert(qsizetype first, qsizetype last) override;
    void inserted() override { endInsertRows(); }
    void changed(qsizetype first, qsizetype last, kube::Columns columns) override;
    [[nodiscard]] QString text(kube::RowId row, kube::Field field) const;

    kube::ObjectView *m_view = nullptr;
};

} // namespace sentinel::console
