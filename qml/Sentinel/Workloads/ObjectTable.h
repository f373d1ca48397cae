// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectView.h"
#include "qml/Sentinel/Workloads/TableColumns.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQmlIntegration>

namespace sentinel::console {

/// A view of many objects as a list shows it: row N is whatever stands at place N just now. A flush, however much it changed, is
/// told as at most one change of length at the end and the rows in sight that are different; nobody hears of the others, and
/// 50,000 of them cost what 50 do.
class ObjectTable : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role { CellsRole = Qt::UserRole + 1, TitleRole, SentenceRole, ToneRole, WordRole };

    explicit ObjectTable(QObject *parent = nullptr);

    /// Null: nothing is shown. The view outlives its use here.
    void setView(const kube::ObjectView *view);
    void setColumns(const QList<TableColumn> &columns);
    [[nodiscard]] const QList<TableColumn> &columns() const { return m_columns; }
    /// The rows in sight, both included, and `current`, which a list keeps alive out of sight too (−1: none).
    void look(qsizetype first, qsizetype last, qsizetype current);
    /// After a flush, a new order or another filter.
    void refresh(const kube::ChangeSet &changes);
    /// Everything in sight is to be said anew: another minute, another language.
    void refreshAll();
    void setNow(const QDateTime &now) { m_now = now; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void resize();
    void remember();
    [[nodiscard]] qsizetype size() const { return m_view ? m_view->size() : 0; }
    void tell(qsizetype first, qsizetype last);
    [[nodiscard]] QString cell(kube::RowId row, const TableColumn &column) const;

    const kube::ObjectView *m_view = nullptr;
    QList<TableColumn> m_columns;
    QDateTime m_now;
    int m_length = 0; ///< as views know it
    qsizetype m_first = 0;
    qsizetype m_last = -1;
    qsizetype m_current = -1;
    std::vector<kube::RowId> m_seen; ///< what stands at m_first and after, as views know it
    std::optional<kube::RowId> m_seenCurrent;
};

} // namespace sentinel::console
