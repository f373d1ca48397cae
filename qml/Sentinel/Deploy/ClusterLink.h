// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/Services.h"
#include "qml/Sentinel/Deploy/RowTypes.h"
#include "qml/Sentinel/Link/PageLink.h"

namespace sentinel::console {

/// Makes what deploys work with; the cluster itself is not asked yet.
using Connector = std::function<Async<deploy::Services>(ClusterPlace place, CancelToken cancel)>;

/// A cluster that has answered.
struct Connected
{
    deploy::Services services;
    QString version;
};

/// The way to the cluster the page was given.
class ClusterLink : public PageLink
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool rehearsal READ isRehearsal NOTIFY changed FINAL)
    Q_PROPERTY(bool guarded READ isGuarded NOTIFY changed FINAL) ///< what changes it asks for a name
    Q_PROPERTY(bool confirms READ confirms NOTIFY changed FINAL) ///< what changes it is confirmed once
    Q_PROPERTY(QString version READ version NOTIFY changed FINAL)
public:
    using PageLink::PageLink;
    /// Used from now on by every link instead of the program's own.
    static void setConnector(Connector connector);

    [[nodiscard]] bool isRehearsal() const { return place().rehearsal; }
    /// What destroys asks for the name first.
    [[nodiscard]] bool isGuarded() const { return place().protection >= ProtectionLevel::TypedName; }
    [[nodiscard]] bool confirms() const { return !place().rehearsal && place().protection == ProtectionLevel::Confirm; }
    /// Why nothing may be written there from here; empty: it may.
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] QString version() const { return isReady() ? way().as<Connected>().version : QString(); }
    /// Only while ready.
    [[nodiscard]] const deploy::Services &services() const { return way().as<Connected>().services; }

protected:
    [[nodiscard]] Async<Way> open(const ClusterPlace &place, const CancelToken &cancel) override;
};

} // namespace sentinel::console
