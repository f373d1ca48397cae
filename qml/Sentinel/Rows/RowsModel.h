// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QList>
#include <QVariantMap>

namespace sentinel::console {

/// Rows of a list as QML sees them. A new set of rows tells the view only what is different, so the delegate of a field somebody
/// types in stays, and with it the cursor. Each module of pages registers it for itself.
class RowsModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    using Row = QVariantMap;

    /// `roles`: the names of the cells; the first one identifies a row and is unique in the list.
    explicit RowsModel(const QByteArrayList &roles, QObject *parent = nullptr);

    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// The row with this identity; empty when there is none.
    [[nodiscard]] Row find(const QVariant &identity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void update(qsizetype at, const Row &row);

    QByteArrayList m_roles;
    QString m_identity;
    QList<Row> m_rows;
};

} // namespace sentinel::console
