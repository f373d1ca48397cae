// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Network.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

std::optional<Peer> readPeer(const yaml::Value &item)
{
    Peer peer;
    const yaml::Value *block = item.find(u"ipBlock");
    const yaml::Value *pods = item.find(u"podSelector");
    const yaml::Value *namespaces = item.find(u"namespaceSelector");
    if (block) {
        if (pods || namespaces) {
            return {};
        }
        peer.range = AddressRange::parse(textAt(*block, {u"cidr"}));
        for (const yaml::Value &hole : valueAt(*block, {u"except"}).items()) {
            const std::optional<AddressRange> range = AddressRange::parse(hole.text());
            if (!range) {
                return {};
            }
            peer.except.append(*range);
        }
        return peer.range ? std::optional(peer) : std::nullopt;
    }
    if (namespaces) {
        peer.namespaces = LabelSelector::read(*namespaces);
    }
    if (pods) {
        peer.pods = LabelSelector::read(*pods);
    }
    return namespaces || pods ? std::optional(peer) : std::nullopt;
}

std::optional<TrafficPort> readPort(const yaml::Value &item)
{
    const std::optional<Protocol> protocol = protocolOf(textAt(item, {u"protocol"}));
    if (!protocol) {
        return {};
    }
    TrafficPort result{.protocol = *protocol};
    const yaml::Value &port = valueAt(item, {u"port"});
    const yaml::Value &end = valueAt(item, {u"endPort"});
    if (port.isNull()) {
        return end.isNull() ? std::optional(result) : std::nullopt;
    }
    if (port.kind() == yaml::Value::Kind::String) {
        result.name = port.text();
        return end.isNull() && !result.name.isEmpty() ? std::optional(result) : std::nullopt;
    }
    result.first = static_cast<int>(numberAt(item, {u"port"}, 0));
    result.last = static_cast<int>(numberAt(item, {u"endPort"}, result.first));
    const bool isValid = result.first >= 1 && result.first <= result.last && result.last <= kLastPort;
    return isValid ? std::optional(result) : std::nullopt;
}

TrafficRule readRule(const Object &object, const yaml::Value &item, QStringView peers)
{
    TrafficRule rule{.where = object.at(item)};
    const yaml::Value *ends = item.find(peers);
    rule.everyPeer = !ends || ends->items().isEmpty();
    for (const yaml::Value &each : ends ? ends->items() : QList<yaml::Value>()) {
        if (const std::optional<Peer> peer = readPeer(each)) {
            rule.peers.append(*peer);
        }
    }
    const QList<yaml::Value> &ports = valueAt(item, {u"ports"}).items();
    rule.everyPort = ports.isEmpty();
    for (const yaml::Value &each : ports) {
        if (const std::optional<TrafficPort> port = readPort(each)) {
            rule.ports.append(*port);
        }
    }
    return rule;
}

} // namespace

NetworkPolicy readNetworkPolicy(const Object &object)
{
    const yaml::Value &spec = valueAt(object.tree, {u"spec"});
    NetworkPolicy policy{.name = object.name,
                         .nameSpace = object.nameSpace,
                         .pods = LabelSelector::read(valueAt(spec, {u"podSelector"})),
                         .where = object.at(object.tree)};
    for (const yaml::Value &item : valueAt(spec, {u"ingress"}).items()) {
        policy.ingress.append(readRule(object, item, u"from"));
    }
    for (const yaml::Value &item : valueAt(spec, {u"egress"}).items()) {
        policy.egress.append(readRule(object, item, u"to"));
    }
    const QList<yaml::Value> &types = valueAt(spec, {u"policyTypes"}).items();
    if (types.isEmpty()) {
        policy.isolatesEgress = !policy.egress.isEmpty();
    } else {
        const auto names = [&types](QStringView name) {
            return std::ranges::any_of(types, [name](const yaml::Value &type) { return type.text() == name; });
        };
        policy.isolatesIngress = names(u"Ingress");
        policy.isolatesEgress = names(u"Egress");
    }
    return policy;
}

} // namespace sentinel::policy
