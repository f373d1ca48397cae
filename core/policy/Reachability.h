// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Network.h"

#include <vector>

namespace sentinel::policy {

/// On which ports one end reaches another.
struct Reach
{
    PortSet open; ///< wherever policies are enforced
    /// Open besides where the network plug-in holds address blocks against pods too: pods whose addresses nobody knows yet may
    /// lie in a block. Some plug-ins never look at it.
    PortSet perhaps;

    [[nodiscard]] bool isClosed() const { return open.isEmpty() && perhaps.isEmpty(); }
    bool operator==(const Reach &) const = default;
};

/// Who reaches whom, exactly as the API describes NetworkPolicies: isolation where a policy selects a pod, the union of what the
/// policies of both ends let through, and both ends must let it through. An end and itself stand for two pods of the same
/// workload; a pod always reaches itself.
class Reachability
{
public:
    explicit Reachability(const Network &network);

    [[nodiscard]] int size() const { return m_size; }
    /// Positions in Network::endpoints.
    [[nodiscard]] const Reach &between(int from, int to) const { return m_reaches[index(from, to)]; }
    /// What a rule of that end lets out or in at all; every port where nothing isolates it.
    [[nodiscard]] bool isIsolated(int endpoint, bool ingress) const;

private:
    enum class Match : quint8 { No, Perhaps, Yes };
    struct Rule
    {
        PortSet numbered; ///< of ports given as numbers
        QList<TrafficPort> named;
        std::vector<Match> ends; ///< of each endpoint
    };
    struct Side
    {
        bool isolated = false;
        std::vector<std::size_t> rules; ///< positions in `m_rules`
    };

    [[nodiscard]] std::size_t index(int from, int to) const
    {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(m_size) + static_cast<std::size_t>(to);
    }
    void addPolicy(const Network &network, const NetworkPolicy &policy, bool ingress);
    [[nodiscard]] Rule compiled(const Network &network, const NetworkPolicy &policy, const TrafficRule &rule) const;
    [[nodiscard]] Reach through(const Side &side, int other, const Endpoint &destination) const;

    int m_size = 0;
    std::vector<Rule> m_rules;
    std::vector<Side> m_out;
    std::vector<Side> m_in;
    std::vector<Reach> m_reaches;
};

} // namespace sentinel::policy
