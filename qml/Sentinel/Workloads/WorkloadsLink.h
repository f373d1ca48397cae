// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/journal/Journal.h"
#include "core/kube/Api.h"
#include "core/kube/actions/RightsCache.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"
#include "qml/Sentinel/Workloads/RowTypes.h"

#include <QVariantMap>

namespace sentinel::console {

/// A cluster as this page works with it.
struct WorkloadsServices
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<journal::Journal> journal{}; ///< null: nothing is written down, as in tests that do not ask for it
    QString ns{}; ///< of the context
    QString context{};
    QString server{}; ///< its address, which tells clusters apart
};

using WorkloadsConnector = std::function<Result<WorkloadsServices>(const ClusterPlace &place)>;

/// The way to the cluster the page was given, what it serves and what one may do there; made anew whenever that is another one.
class WorkloadsLink : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit WorkloadsLink(QObject *parent = nullptr);
    ~WorkloadsLink() override;

    /// Used from now on by every link instead of the program's own.
    static void setConnector(WorkloadsConnector connector);

    Q_INVOKABLE void reconnect();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] const ClusterPlace &place() const { return m_place; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isConnecting() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString blockedReason() const; ///< empty when ready
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// Only while ready.
    [[nodiscard]] const WorkloadsServices &services() const { return *m_services; }
    [[nodiscard]] kube::RightsCache &rights() { return *m_rights; }
    [[nodiscard]] const QList<kube::ResourceType> &types() const { return m_types; }
    [[nodiscard]] std::optional<kube::ResourceType> typeOf(const QString &group, const QString &kind) const;
    /// "kubectl --kubeconfig … --context …": how every equal command begins.
    [[nodiscard]] QStringList kubectl() const;

Q_SIGNALS:
    void changed();
    /// Another cluster, or the same anew: what was known of the last one is not true any more.
    void reconnected();
    void rightsChanged();

private:
    void connectTo(const ClusterPlace &place);
    void take(const Result<QList<kube::ResourceType>> &types);

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<WorkloadsServices> m_services;
    std::unique_ptr<kube::RightsCache> m_rights;
    QList<kube::ResourceType> m_types;
    CancelSource m_cancel;
    bool m_ready = false;
    Trouble m_trouble;
};

} // namespace sentinel::console
