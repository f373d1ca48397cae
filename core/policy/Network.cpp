// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Network.h"

#include "core/policy/Pods.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

constexpr QStringView kNameLabel = u"kubernetes.io/metadata.name";

QList<NamedPort> portsOf(const Pods &pods)
{
    QList<NamedPort> ports;
    for (const Container &container : containersOf(pods)) {
        if (container.kind == Container::Kind::Init) {
            continue;
        }
        for (const yaml::Value &port : valueAt(*container.tree, {u"ports"}).items()) {
            if (const auto protocol = protocolOf(textAt(port, {u"protocol"}))) {
                ports.append({.name = textAt(port, {u"name"}),
                              .protocol = *protocol,
                              .port = static_cast<int>(numberAt(port, {u"containerPort"}, 0))});
            }
        }
    }
    return ports;
}

void addWorkloads(Network &network, const Manifests &manifests)
{
    for (const Object &object : manifests.objects) {
        if (object.kind == "Namespace"_L1 && object.group().isEmpty()) {
            network.addNamespace(object.name, labelsOf(valueAt(object.tree, {u"metadata", u"labels"})));
        }
    }
    for (const Object &object : manifests.objects) {
        if (const std::optional<Pods> pods = podsOf(object)) {
            network.addNamespace(object.nameSpace);
            network.endpoints.append({.kind = Endpoint::Kind::Workload,
                                      .title = object.name,
                                      .nameSpace = object.nameSpace,
                                      .labels = pods->labels,
                                      .ports = portsOf(*pods),
                                      .onHost = isTrue(valueAt(*pods->spec, {u"hostNetwork"})),
                                      .where = object.at(object.tree)});
        } else if (object.kind == "NetworkPolicy"_L1 && object.group() == "networking.k8s.io"_L1) {
            network.addNamespace(object.nameSpace);
            network.policies.append(readNetworkPolicy(object));
        }
    }
    // Names are enough as long as all live in one namespace.
    QSet<QString> inhabited;
    for (const Endpoint &endpoint : std::as_const(network.endpoints)) {
        inhabited.insert(endpoint.nameSpace);
    }
    if (inhabited.size() > 1) {
        for (Endpoint &endpoint : network.endpoints) {
            endpoint.title.prepend(endpoint.nameSpace + u'/');
        }
    }
}

bool isMet(const Network &network, const NetworkPolicy &policy, const Peer &peer)
{
    return std::ranges::any_of(network.endpoints, [&](const Endpoint &endpoint) {
        return endpoint.kind != Endpoint::Kind::Outside && !endpoint.onHost && peer.pods.matches(endpoint.labels)
            && (peer.namespaces ? peer.namespaces->matches(network.namespaces.value(endpoint.nameSpace))
                                : endpoint.nameSpace == policy.nameSpace);
    });
}

/// A namespace that the selector finds: a known one, else one made up for it.
QString namespaceFor(Network &network, const LabelSelector &selector)
{
    for (auto each = network.namespaces.begin(); each != network.namespaces.end(); ++each) {
        if (selector.matches(each.value())) {
            return each.key();
        }
    }
    const Labels labels = selector.example();
    const QString name = labels.value(kNameLabel.toString(), u"(%1)"_s.arg(selector.toString()));
    network.addNamespace(name, labels);
    return name;
}

/// Pods that a policy speaks of and no manifest makes.
void addForeign(Network &network, const NetworkPolicy &policy, const QList<TrafficRule> &rules)
{
    for (const TrafficRule &rule : rules) {
        for (const Peer &peer : rule.peers) {
            if (peer.range || !peer.pods.isValid() || isMet(network, policy, peer)) {
                continue;
            }
            const QString nameSpace = peer.namespaces ? namespaceFor(network, *peer.namespaces) : policy.nameSpace;
            const QString pods = peer.pods.isEmpty() ? u"*"_s : peer.pods.toString();
            Endpoint endpoint{.kind = Endpoint::Kind::Foreign,
                              .title = nameSpace + u'/' + pods,
                              .nameSpace = nameSpace,
                              .labels = peer.pods.example(),
                              .where = rule.where};
            network.endpoints.append(endpoint);
        }
    }
}

void addStrangers(Network &network)
{
    const QString elsewhere = u"(other namespace)"_s;
    QSet<QString> inhabited;
    for (const Endpoint &endpoint : std::as_const(network.endpoints)) {
        if (endpoint.kind == Endpoint::Kind::Workload) {
            inhabited.insert(endpoint.nameSpace);
        }
    }
    QStringList names(inhabited.begin(), inhabited.end());
    names.sort();
    for (const QString &name : std::as_const(names)) {
        network.endpoints.append({.kind = Endpoint::Kind::Foreign, .title = name + u"/(other pod)"_s, .nameSpace = name});
    }
    network.addNamespace(elsewhere);
    network.endpoints.append({.kind = Endpoint::Kind::Foreign, .title = elsewhere, .nameSpace = elsewhere});
}

void addOutside(Network &network)
{
    QList<AddressRange> ranges;
    for (const NetworkPolicy &policy : std::as_const(network.policies)) {
        for (const QList<TrafficRule> *rules : {&policy.ingress, &policy.egress}) {
            for (const TrafficRule &rule : *rules) {
                for (const Peer &peer : rule.peers) {
                    if (peer.range) {
                        ranges.append(*peer.range);
                        ranges.append(peer.except);
                    }
                }
            }
        }
    }
    // Parts that lie in the same ranges are one end: no policy tells them apart.
    QList<QList<bool>> seen;
    for (const Address &address : examples(ranges)) {
        QList<bool> in{address.family == Address::Family::V6};
        for (const AddressRange &range : std::as_const(ranges)) {
            in.append(range.contains(address));
        }
        if (seen.contains(in)) {
            continue;
        }
        seen.append(in);
        network.endpoints.append({.kind = Endpoint::Kind::Outside, .title = address.toString(), .addresses = {address}});
    }
}

} // namespace

void Network::addNamespace(const QString &name, const Labels &labels)
{
    Labels &known = namespaces[name];
    known.insert(labels);
    known.insert(kNameLabel.toString(), name);
}

Network networkOf(const Manifests &manifests)
{
    Network network;
    addWorkloads(network, manifests);
    for (const NetworkPolicy &policy : std::as_const(network.policies)) {
        addForeign(network, policy, policy.ingress);
        addForeign(network, policy, policy.egress);
    }
    addStrangers(network);
    addOutside(network);
    return network;
}

} // namespace sentinel::policy
