// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/policy/Reachability.h"

#include <functional>

namespace sentinel::policy {

/// One end of a flow that is wanted. Everything that is given must hold.
struct FlowEnd
{
    std::optional<LabelSelector> pods{}; ///< labels of pods
    QString nameSpace{}; ///< the pods' namespace; empty: the one of the manifests
    bool everyPod = false; ///< each workload of the manifests
    std::optional<AddressRange> range{}; ///< addresses outside that lie in it; no pods

    [[nodiscard]] bool covers(const Endpoint &endpoint, const QString &home) const;
};

struct Flow
{
    FlowEnd from;
    FlowEnd to;
    PortSet ports;
    bool needed = true; ///< false: it may be open, and nobody misses it when it is closed
    Location where{};
};

/// What a "{key}" in a file of flows stands for; nothing when the key has no value.
using Lookup = std::function<std::optional<QString>(const QString &key)>;

/// `kind: FlowList`, items of from, to, ports and optionally `when`. An end is {component: NAME}, {pods: {LABEL: VALUE}},
/// {namespace: NAME}, {every: pods} or {cidr: BLOCK}; a port is a number or {port, protocol}. "{key}" is what `lookup` says; an
/// item whose key has no value, or whose `when: {key: value}` does not hold, is left out. Invalid with its places otherwise.
[[nodiscard]] Result<QList<Flow>> readFlows(const QByteArray &text, const QString &fileName, const Lookup &lookup = {});

/// Says where a wanted flow is closed ("network.flow-closed"), and what is open that nobody wants ("network.flow-unwanted", or
/// "network.flow-perhaps" where it depends on the network plug-in). An end no policy holds is left to "network.unprotected-pod".
/// `home`: the namespace of the manifests.
[[nodiscard]] Findings proveFlows(const Network &network, const Reachability &reach, const QList<Flow> &flows,
                                  const QString &home);

} // namespace sentinel::policy
