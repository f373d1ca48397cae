// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectView.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>
#include <memory>
#include <vector>

namespace sentinel::console {

/// Applications of several clusters as one list shows them, in one order. What the views of the clusters tell is told as it
/// happens, row by row, so that 10,000 cost what ten do.
class AppsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        NsRole,
        ClusterRole,
        SyncRole,
        SyncToneRole,
        HealthRole,
        HealthToneRole,
        RevisionRole
    };
    enum class Order { Name, Health, Sync, Cluster };
    /// A row of a cluster.
    struct Place
    {
        int cluster = -1;
        kube::RowId row = 0;
    };

    explicit AppsModel(QObject *parent = nullptr);
    ~AppsModel() override;

    /// The rows of a cluster, by a number of the caller's, which orders clusters; null takes them out. Views outlive their use.
    void setView(int cluster, kube::ObjectView *view);
    /// How rows name a cluster.
    void setName(int cluster, const QString &name);
    void clear();
    [[nodiscard]] Order order() const { return m_order; }
    void setOrder(Order order);
    /// Words of another language.
    void retranslate();

    [[nodiscard]] Place place(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// −1: not in the list.
    [[nodiscard]] int indexOf(const Place &place) const;
    [[nodiscard]] kube::ObjectName name(int index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    class Part;
    using Rows = std::vector<Place>;

    [[nodiscard]] const std::string &key(const Place &place) const;
    [[nodiscard]] bool less(const Place &left, const Place &right) const;
    [[nodiscard]] Rows::const_iterator find(const Place &place) const;
    void gather();
    void add(const Rows &rows);
    void take(const Rows &rows);
    void rekey(const Place &place, std::string key);
    [[nodiscard]] QString text(const Place &place, kube::Field field) const;
    [[nodiscard]] Part *part(int cluster) const;

    std::vector<std::unique_ptr<Part>> m_parts; ///< by the number of the cluster; null: nothing of it
    QHash<int, QString> m_names;
    Rows m_rows;
    Order m_order = Order::Name;
};

} // namespace sentinel::console
