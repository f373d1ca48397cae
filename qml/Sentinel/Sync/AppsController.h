// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Sync/AppsModel.h"
#include "qml/Sentinel/Sync/ClusterApps.h"
#include "qml/Sentinel/Sync/SyncClusters.h"

#include <QTimer>

namespace sentinel::console {

/// The Applications of every cluster listened to, in every namespace, as one list: watched, ordered, narrowed by what a person
/// types; one of them may be chosen. A cluster that cannot be reached takes none of the others away.
class AppsController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::SyncClusters *clusters READ clusters WRITE setClusters NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(sentinel::console::AppsModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *notices MEMBER m_notices CONSTANT FINAL) ///< id, title, text: clusters in trouble
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool attention READ isAttention WRITE setAttention NOTIFY changed FINAL) ///< only what is not healthy
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY changed FINAL) ///< name, health, sync, cluster
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed FINAL)
    Q_PROPERTY(int current READ current NOTIFY chosenChanged FINAL) ///< −1: none
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged FINAL) ///< {cluster, ns, name, inUse}; empty: none
    Q_PROPERTY(sentinel::console::SyncLink *chosenLink READ chosenLink NOTIFY chosenChanged FINAL) ///< of its cluster
public:
    explicit AppsController(QObject *parent = nullptr);
    ~AppsController() override;

    Q_INVOKABLE void choose(int index);
    /// The first one shown that is broken; false: there is none.
    Q_INVOKABLE bool chooseBroken();
    /// By name, as soon as it is there; `cluster` is a key of a link, empty: the cluster in use.
    Q_INVOKABLE void chooseNamed(const QString &ns, const QString &name, const QString &cluster = {});
    Q_INVOKABLE void move(int by);
    Q_INVOKABLE void retry(const QString &notice);
    Q_INVOKABLE void retranslate();

    [[nodiscard]] SyncClusters *clusters() const { return m_clusters; }
    void setClusters(SyncClusters *clusters);
    [[nodiscard]] AppsModel *rows() { return &m_model; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] bool isAttention() const { return m_attention; }
    void setAttention(bool attention);
    [[nodiscard]] QString order() const;
    void setOrder(const QString &order);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] int count() const { return m_model.rowCount(); }
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QVariantMap chosen() const { return m_chosen; }
    [[nodiscard]] SyncLink *chosenLink() const;

Q_SIGNALS:
    void wired();
    void changed();
    void chosenChanged();

private:
    void arrange();
    void add(SyncLink *link);
    void narrow();
    void findChosen();
    void reckon();
    void soon();
    [[nodiscard]] kube::ViewFilter viewFilter() const;
    /// Of the cluster with this key; empty: of the one in use. −1: it is not listened to.
    [[nodiscard]] int numberOf(const QString &key) const;
    void showNotices();

    QPointer<SyncClusters> m_clusters;
    std::vector<std::unique_ptr<ClusterApps>> m_parts; ///< in the model by their place here
    AppsModel m_model;
    RowsModel *m_notices;
    QString m_filter;
    bool m_attention = false;
    QVariantMap m_chosen;
    int m_current = -1;
    ClusterApps::Figures m_figures;
    QTimer m_soon; ///< figures follow the rows a few times a second
};

} // namespace sentinel::console
