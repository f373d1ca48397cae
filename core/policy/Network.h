// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Addresses.h"
#include "core/policy/Labels.h"
#include "core/policy/Manifests.h"
#include "core/policy/Ports.h"

namespace sentinel::policy {

// What decides who reaches whom: ends of traffic, and the policies between them. No order plays a part.

struct NamedPort
{
    QString name;
    Protocol protocol = Protocol::Tcp;
    int port = 0;
};

/// One end of traffic: the pods of a workload, pods that only policies speak of, or addresses outside.
struct Endpoint
{
    enum class Kind {
        Workload, ///< of the manifests
        Foreign, ///< pods no manifest makes, as a policy describes them, or pods nobody names
        Outside, ///< addresses that are no pod's
    };
    Kind kind = Kind::Workload;
    QString title; ///< "backend", "ingress-nginx/*", "198.51.100.0"
    QString nameSpace{}; ///< empty when it is no pod
    Labels labels{};
    QList<NamedPort> ports{}; ///< of its containers
    QList<Address> addresses{}; ///< where it is known to be; pods of manifests have none yet
    bool onHost = false; ///< in the network of its node, where no policy applies and no selector finds it
    Location where{};
};

struct TrafficPort
{
    Protocol protocol = Protocol::Tcp;
    int first = 1;
    int last = kLastPort;
    QString name{}; ///< instead of numbers: whatever number the destination's containers give this name
};

/// One item of `from` or `to`.
struct Peer
{
    std::optional<AddressRange> range{}; ///< set: addresses, and no selector counts
    QList<AddressRange> except{};
    std::optional<LabelSelector> namespaces{}; ///< unset: the policy's own namespace
    LabelSelector pods{};
};

/// One item of `ingress` or `egress`.
struct TrafficRule
{
    bool everyPeer = true;
    QList<Peer> peers{};
    bool everyPort = true;
    QList<TrafficPort> ports{};
    Location where{};
};

struct NetworkPolicy
{
    QString name;
    QString nameSpace;
    LabelSelector pods{};
    bool isolatesIngress = true;
    bool isolatesEgress = false;
    QList<TrafficRule> ingress{};
    QList<TrafficRule> egress{};
    Location where{};
};

struct Network
{
    QMap<QString, Labels> namespaces{}; ///< each carries kubernetes.io/metadata.name beside its own labels
    QList<Endpoint> endpoints{};
    QList<NetworkPolicy> policies{};

    /// Adds the namespace if it is new, with the label Kubernetes gives it.
    void addNamespace(const QString &name, const Labels &labels = {});
};

/// A networking.k8s.io/v1 NetworkPolicy, with the defaults an API server fills in. What it would refuse (two kinds in one peer, a
/// range upside down, an unknown protocol) lets nothing through; rule "network.invalid" says so elsewhere.
[[nodiscard]] NetworkPolicy readNetworkPolicy(const Object &object);

/// The network of these manifests: every workload, whoever policies speak of besides, a pod nobody names in each namespace and in
/// a foreign one, and an address of every part the policies' blocks make.
[[nodiscard]] Network networkOf(const Manifests &manifests);

} // namespace sentinel::policy
