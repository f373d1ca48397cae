// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Change.h"
#include "core/gitops/DesiredState.h"
#include "core/gitops/ResourceTree.h"
#include "core/kube/actions/RightsCache.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"
#include "qml/Sentinel/Sync/RowTypes.h"

#include <QVariantMap>

namespace sentinel::console {

/// A cluster as this page works with it.
struct SyncServices
{
    gitops::ChangeServices change;
    std::function<Async<gitops::SourceServices>(CancelToken cancel)> sources; ///< where sources come from
    gitops::JudgeHealth judge{}; ///< how objects of a tree stand
};
using SyncConnector = std::function<Result<SyncServices>(const ClusterPlace &place)>;

/// The way to the cluster the page was given, and what one may do there; made anew whenever that is another one.
class SyncLink : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit SyncLink(QObject *parent = nullptr);
    ~SyncLink() override;

    /// Used from now on by every link instead of the program's own.
    static void setConnector(SyncConnector connector);

    Q_INVOKABLE void reconnect();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] const ClusterPlace &place() const { return m_place; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isConnecting() const;
    [[nodiscard]] QString blockedReason() const; ///< empty when ready
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// Only while ready.
    [[nodiscard]] const SyncServices &services() const { return *m_services; }
    [[nodiscard]] const QList<kube::ResourceType> &types() const { return m_types; }
    /// Why Applications of a namespace may not be changed; empty when they may, or when nobody knows.
    [[nodiscard]] QString deniedReason(const QString &ns);

Q_SIGNALS:
    void changed();
    void reconnected(); ///< another cluster, or the same anew
    void rightsChanged();

private:
    void connectTo(const ClusterPlace &place);
    void take(const Result<QList<kube::ResourceType>> &types);

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<SyncServices> m_services;
    std::unique_ptr<kube::RightsCache> m_rights;
    QList<kube::ResourceType> m_types;
    CancelSource m_cancel;
    bool m_ready = false;
    Trouble m_trouble;
};

} // namespace sentinel::console
