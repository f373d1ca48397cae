// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Reachability.h"

#include <algorithm>

namespace sentinel::policy {

namespace {

bool isPod(const Endpoint &endpoint)
{
    return endpoint.kind != Endpoint::Kind::Outside;
}

/// Whether policies apply to it and selectors find it.
bool isSelectable(const Endpoint &endpoint)
{
    return isPod(endpoint) && !endpoint.onHost;
}

bool holds(const Peer &peer, const Address &address)
{
    return peer.range->contains(address)
        && std::ranges::none_of(peer.except, [&address](const AddressRange &hole) { return hole.contains(address); });
}

} // namespace

Reachability::Reachability(const Network &network)
    : m_size(static_cast<int>(network.endpoints.size()))
    , m_out(static_cast<std::size_t>(m_size))
    , m_in(static_cast<std::size_t>(m_size))
{
    for (const NetworkPolicy &policy : network.policies) {
        if (policy.isolatesIngress) {
            addPolicy(network, policy, true);
        }
        if (policy.isolatesEgress) {
            addPolicy(network, policy, false);
        }
    }
    const auto count = static_cast<std::size_t>(m_size);
    m_reaches.reserve(count * count);
    for (int from = 0; from < m_size; ++from) {
        for (int to = 0; to < m_size; ++to) {
            const Endpoint &destination = network.endpoints[to];
            const Reach out = through(m_out[static_cast<std::size_t>(from)], to, destination);
            const Reach in = through(m_in[static_cast<std::size_t>(to)], from, destination);
            Reach reach{.open = out.open.common(in.open)};
            if (!out.perhaps.isEmpty() || !in.perhaps.isEmpty()) {
                PortSet most = out.open;
                most.add(out.perhaps);
                PortSet mostIn = in.open;
                mostIn.add(in.perhaps);
                reach.perhaps = most.common(mostIn).without(reach.open);
            }
            m_reaches.push_back(std::move(reach));
        }
    }
}

bool Reachability::isIsolated(int endpoint, bool ingress) const
{
    return (ingress ? m_in : m_out)[static_cast<std::size_t>(endpoint)].isolated;
}

void Reachability::addPolicy(const Network &network, const NetworkPolicy &policy, bool ingress)
{
    std::vector<Side *> sides;
    for (int at = 0; at < m_size; ++at) {
        const Endpoint &endpoint = network.endpoints[at];
        if (isSelectable(endpoint) && endpoint.nameSpace == policy.nameSpace && policy.pods.matches(endpoint.labels)) {
            Side &side = (ingress ? m_in : m_out)[static_cast<std::size_t>(at)];
            side.isolated = true;
            sides.push_back(&side);
        }
    }
    if (sides.empty()) {
        return;
    }
    for (const TrafficRule &rule : ingress ? policy.ingress : policy.egress) {
        m_rules.push_back(compiled(network, policy, rule));
        for (Side *side : sides) {
            side->rules.push_back(m_rules.size() - 1);
        }
    }
}

Reachability::Rule Reachability::compiled(const Network &network, const NetworkPolicy &policy, const TrafficRule &rule) const
{
    Rule result{.numbered = rule.everyPort ? PortSet::all() : PortSet(),
                .named = {},
                .ends = std::vector<Match>(static_cast<std::size_t>(m_size), rule.everyPeer ? Match::Yes : Match::No)};
    for (const TrafficPort &port : rule.ports) {
        if (port.name.isEmpty()) {
            result.numbered.add(port.protocol, port.first, port.last);
        } else {
            result.named.append(port);
        }
    }
    for (const Peer &peer : rule.peers) {
        for (int at = 0; at < m_size; ++at) {
            const Endpoint &endpoint = network.endpoints[at];
            Match match = Match::No;
            if (peer.range) {
                if (endpoint.addresses.isEmpty()) {
                    match = isPod(endpoint) && !peer.range->isLinkLocal() ? Match::Perhaps : Match::No;
                } else if (std::ranges::any_of(endpoint.addresses, [&peer](const Address &one) { return holds(peer, one); })) {
                    match = Match::Yes;
                }
            } else if (isSelectable(endpoint) && peer.pods.matches(endpoint.labels)) {
                const bool inReach = peer.namespaces ? peer.namespaces->matches(network.namespaces.value(endpoint.nameSpace))
                                                     : endpoint.nameSpace == policy.nameSpace;
                match = inReach ? Match::Yes : Match::No;
            }
            Match &known = result.ends[static_cast<std::size_t>(at)];
            known = std::max(known, match);
        }
    }
    return result;
}

Reach Reachability::through(const Side &side, int other, const Endpoint &destination) const
{
    if (!side.isolated) {
        return {.open = PortSet::all()};
    }
    Reach reach;
    for (const std::size_t position : side.rules) {
        const Rule &rule = m_rules[position];
        const Match match = rule.ends[static_cast<std::size_t>(other)];
        if (match == Match::No) {
            continue;
        }
        PortSet &ports = match == Match::Yes ? reach.open : reach.perhaps;
        ports.add(rule.numbered);
        for (const TrafficPort &wanted : rule.named) {
            for (const NamedPort &port : destination.ports) {
                if (port.name == wanted.name && port.protocol == wanted.protocol) {
                    ports.add(port.protocol, port.port, port.port);
                }
            }
        }
    }
    return reach;
}

} // namespace sentinel::policy
