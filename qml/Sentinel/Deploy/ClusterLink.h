// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Services.h"
#include "qml/Sentinel/Deploy/RowTypes.h"
#include "qml/Sentinel/Rows/ClusterPlace.h"

#include <QVariantMap>
#include <optional>

namespace sentinel::console {

/// Makes what deploys work with; the cluster itself is not asked yet.
using Connector = std::function<Async<deploy::Services>(ClusterPlace place, CancelToken cancel)>;

/// A cluster that has answered.
struct Connected
{
    deploy::Services services;
    QString version;
    QList<kube::ResourceType> types;
};

/// The way to the cluster the page was given: made anew whenever that is another one.
class ClusterLink : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap place READ placeProperties WRITE setPlaceProperties NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed FINAL)
    Q_PROPERTY(bool rehearsal READ isRehearsal NOTIFY changed FINAL)
    Q_PROPERTY(bool guarded READ isGuarded NOTIFY changed FINAL) ///< what changes it asks for a name
    Q_PROPERTY(bool confirms READ confirms NOTIFY changed FINAL) ///< what changes it is confirmed once
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString version READ version NOTIFY changed FINAL)
    Q_PROPERTY(QString blockedReason READ blockedReason NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ClusterLink(QObject *parent = nullptr);
    ~ClusterLink() override;
    /// Used from now on by every link instead of the program's own.
    static void setConnector(Connector connector);

    [[nodiscard]] QVariantMap placeProperties() const { return m_properties; }
    void setPlaceProperties(const QVariantMap &properties);
    [[nodiscard]] const ClusterPlace &place() const { return m_place; }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isConnecting() const;
    [[nodiscard]] bool isRehearsal() const { return m_place.rehearsal; }
    /// What destroys asks for the name first.
    [[nodiscard]] bool isGuarded() const { return m_place.protection >= ProtectionLevel::TypedName; }
    [[nodiscard]] bool confirms() const { return !m_place.rehearsal && m_place.protection == ProtectionLevel::Confirm; }
    /// Why nothing may be written there from here; empty: it may.
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString version() const { return m_version; }
    [[nodiscard]] QString blockedReason() const; ///< empty when ready
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    /// Only while ready.
    [[nodiscard]] const deploy::Services &services() const { return *m_services; }
    /// How the cluster serves a kind; nothing when it does not.
    [[nodiscard]] std::optional<kube::ResourceType> typeOf(const QString &group, const QString &kind) const;

    Q_INVOKABLE void reconnect();
    Q_INVOKABLE void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    void connectTo(const ClusterPlace &place);
    void take(const Result<Connected> &answer);

    QVariantMap m_properties;
    ClusterPlace m_place;
    std::optional<deploy::Services> m_services;
    QList<kube::ResourceType> m_types;
    CancelSource m_cancel;
    bool m_ready = false;
    QString m_version;
    Trouble m_trouble;
};

} // namespace sentinel::console
