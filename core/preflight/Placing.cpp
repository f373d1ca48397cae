// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Placing.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

constexpr auto kHost = "kubernetes.io/hostname"_L1;

/// The largest share of an average node that a pod takes.
double weightOf(const PodGroup &group, const QList<Node> &nodes)
{
    double weight = 0;
    for (auto each = group.requests.begin(); each != group.requests.end(); ++each) {
        double sum = 0;
        for (const Node &node : nodes) {
            sum += double(node.allocatable.value(each.key()));
        }
        if (sum > 0) {
            weight = std::max(weight, double(each.value()) * double(nodes.size()) / sum);
        }
    }
    return weight;
}

} // namespace

Placing::Placing(const QList<Node> &nodes, const QList<PodGroup> &groups)
    : m_nodes(nodes)
{
    for (const PodGroup &group : groups) {
        Group made{.pods = group};
        made.weight = weightOf(group, nodes);
        for (const Node &node : nodes) {
            made.takes.push_back(refusal(node, group).isEmpty());
        }
        m_groups.push_back(std::move(made));
    }
    for (Group &group : m_groups) {
        addBonds(group);
    }
    for (const int domains : m_domainCount) {
        m_counts.emplace_back(m_groups.size(), std::vector<int>(size_t(domains), 0));
    }
}

int Placing::topologyOf(const QString &key)
{
    if (const qsizetype known = m_topologies.indexOf(key); known >= 0) {
        return int(known);
    }
    QHash<QString, int> names;
    std::vector<int> domains;
    for (const Node &node : std::as_const(m_nodes)) {
        // Every kubelet labels its node so; a node without is one of its own.
        const QString name = node.labels.value(key, key == kHost ? node.name : QString());
        domains.push_back(name.isEmpty() ? -1 : names.value(name, int(names.size())));
        if (!name.isEmpty() && !names.contains(name)) {
            names.insert(name, int(names.size()));
        }
    }
    m_topologies.append(key);
    m_domains.push_back(std::move(domains));
    m_domainCount.push_back(int(names.size()));
    return int(m_topologies.size()) - 1;
}

Placing::Bond Placing::bondOf(const QJsonObject &term)
{
    Bond bond{.topology = topologyOf(term[u"topologyKey"].toString())};
    const QJsonObject selector = term[u"labelSelector"].toObject();
    for (const Group &group : m_groups) {
        bond.groups.push_back(term.contains(u"labelSelector") && selects(selector, group.pods.labels));
    }
    return bond;
}

void Placing::addBonds(Group &group)
{
    const QJsonObject rules = group.pods.spec[u"affinity"][u"podAntiAffinity"].toObject();
    const QJsonArray required = rules[u"requiredDuringSchedulingIgnoredDuringExecution"].toArray();
    for (const QJsonValue &each : required) {
        group.apart.push_back(bondOf(each.toObject()));
    }
    const QJsonArray preferred = rules[u"preferredDuringSchedulingIgnoredDuringExecution"].toArray();
    for (const QJsonValue &each : preferred) {
        Bond bond = bondOf(each[u"podAffinityTerm"].toObject());
        bond.required = false;
        group.apart.push_back(std::move(bond));
    }
    const QJsonArray beside
        = group.pods.spec[u"affinity"][u"podAffinity"][u"requiredDuringSchedulingIgnoredDuringExecution"].toArray();
    for (const QJsonValue &each : beside) {
        group.beside.push_back(bondOf(each.toObject()));
    }
    const QJsonArray spread = group.pods.spec[u"topologySpreadConstraints"].toArray();
    for (const QJsonValue &each : spread) {
        Bond bond = bondOf(each.toObject());
        bond.maxSkew = std::max(1, each[u"maxSkew"].toInt(1));
        bond.required = each[u"whenUnsatisfiable"].toString(u"DoNotSchedule"_s) == "DoNotSchedule"_L1;
        group.spread.push_back(std::move(bond));
    }
}

bool Placing::hasRoom(const Amounts &free, const Amounts &asked) const
{
    for (auto each = asked.begin(); each != asked.end(); ++each) {
        if (each.value() > 0 && free.value(each.key()) < each.value()) {
            return false;
        }
    }
    return true;
}

int Placing::inDomain(const Bond &bond, int node) const
{
    const int domain = m_domains[size_t(bond.topology)][size_t(node)];
    int sum = 0;
    for (size_t group = 0; domain >= 0 && group < m_groups.size(); ++group) {
        sum += bond.groups[group] ? m_counts[size_t(bond.topology)][group][size_t(domain)] : 0;
    }
    return sum;
}

bool Placing::isKeptApart(int group, int node) const
{
    for (const Bond &bond : m_groups[size_t(group)].apart) {
        if (bond.required && inDomain(bond, node) > 0) {
            return true;
        }
    }
    // The other way round: those who do not want this kind beside them.
    for (size_t other = 0; other < m_groups.size(); ++other) {
        for (const Bond &bond : m_groups[other].apart) {
            const int domain = m_domains[size_t(bond.topology)][size_t(node)];
            if (bond.required && bond.groups[size_t(group)] && domain >= 0
                && m_counts[size_t(bond.topology)][other][size_t(domain)] > 0) {
                return true;
            }
        }
    }
    return false;
}

bool Placing::isBeside(int group, int node) const
{
    return std::ranges::all_of(m_groups[size_t(group)].beside, [&](const Bond &bond) {
        if (m_domains[size_t(bond.topology)][size_t(node)] < 0) {
            return false;
        }
        if (inDomain(bond, node) > 0) {
            return true;
        }
        // The first of those who want to be together may stand anywhere.
        const bool stands
            = std::ranges::any_of(m_pods, [&bond](const Pod &pod) { return pod.node >= 0 && bond.groups[size_t(pod.group)]; });
        return bond.groups[size_t(group)] && !stands;
    });
}

bool Placing::isAtItsVolumes(const Pod &pod, int node) const
{
    const QList<QList<QJsonArray>> &bound = m_groups[size_t(pod.group)].pods.bound;
    return pod.ordinal >= bound.size()
        || std::ranges::all_of(bound[pod.ordinal], [&](const QJsonArray &terms) { return isAmong(m_nodes[node], terms); });
}

bool Placing::mayStand(const Pod &pod, int node) const
{
    return m_nodes[node].open && m_groups[size_t(pod.group)].takes[size_t(node)] && isAtItsVolumes(pod, node)
        && !isKeptApart(pod.group, node) && isBeside(pod.group, node);
}

int Placing::leastIn(const Bond &bond, int group) const
{
    int least = std::numeric_limits<int>::max();
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (m_nodes[node].open && m_groups[size_t(group)].takes[size_t(node)]
            && m_domains[size_t(bond.topology)][size_t(node)] >= 0) {
            least = std::min(least, inDomain(bond, node));
        }
    }
    return least == std::numeric_limits<int>::max() ? 0 : least;
}

bool Placing::isSpread(int group, int node) const
{
    return std::ranges::all_of(m_groups[size_t(group)].spread, [&](const Bond &bond) {
        if (!bond.required) {
            return true;
        }
        if (m_domains[size_t(bond.topology)][size_t(node)] < 0) {
            return false;
        }
        const int own = bond.groups[size_t(group)] ? 1 : 0;
        return inDomain(bond, node) + own - leastIn(bond, group) <= bond.maxSkew;
    });
}

double Placing::score(int group, int node, Order order) const
{
    double wishes = 0;
    for (const auto *bonds : {&m_groups[size_t(group)].apart, &m_groups[size_t(group)].spread}) {
        for (const Bond &bond : *bonds) {
            wishes += bond.required ? 0 : inDomain(bond, node);
        }
    }
    double fullest = 0;
    const Node &one = m_nodes[node];
    for (auto each = one.allocatable.begin(); each != one.allocatable.end(); ++each) {
        if (each.value() > 0 && (each.key() == "cpu"_L1 || each.key() == "memory"_L1)) {
            fullest = std::max(fullest, 1 - double(one.free.value(each.key())) / double(each.value()));
        }
    }
    return order == Order::Emptiest ? wishes * 10 + fullest : -fullest;
}

void Placing::count(const Pod &pod, int by)
{
    for (size_t topology = 0; topology < m_domains.size(); ++topology) {
        if (const int domain = m_domains[topology][size_t(pod.node)]; domain >= 0) {
            m_counts[topology][size_t(pod.group)][size_t(domain)] += by;
        }
    }
}

void Placing::put(Pod &pod, int node)
{
    pod.node = node;
    const Amounts &asked = m_groups[size_t(pod.group)].pods.requests;
    for (auto each = asked.begin(); each != asked.end(); ++each) {
        m_nodes[node].free[each.key()] -= each.value();
    }
    count(pod, 1);
}

void Placing::take(Pod &pod)
{
    add(m_nodes[pod.node].free, m_groups[size_t(pod.group)].pods.requests);
    count(pod, -1);
    pod.node = -1;
}

bool Placing::placeOne(Pod &pod, Order order)
{
    const Group &group = m_groups[size_t(pod.group)];
    int best = -1;
    double bestScore = 0;
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (!mayStand(pod, node) || !hasRoom(m_nodes[node].free, group.pods.requests) || !isSpread(pod.group, node)) {
            continue;
        }
        if (const double now = score(pod.group, node, order); best < 0 || now < bestScore) {
            best = node;
            bestScore = now;
        }
    }
    if (best >= 0) {
        put(pod, best);
    }
    return best >= 0;
}

void Placing::placeOnEach(int group)
{
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (!m_groups[size_t(group)].takes[size_t(node)]) {
            continue;
        }
        Pod pod{.group = group};
        if (hasRoom(m_nodes[node].free, m_groups[size_t(group)].pods.requests)) {
            put(pod, node);
        }
        m_pods.push_back(pod);
    }
}

void Placing::placeAll(int group, Order order)
{
    if (m_groups[size_t(group)].pods.perNode) {
        placeOnEach(group);
        return;
    }
    for (int pod = 0; pod < m_groups[size_t(group)].pods.count; ++pod) {
        m_pods.push_back({.group = group, .ordinal = pod});
        placeOne(m_pods.back(), order);
    }
}

void Placing::place()
{
    // The hard ones first: on every node, where their volumes lie, kept apart by a rule, large; and last who follows others.
    std::vector<int> order(m_groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [this](int left, int right) {
        const auto rank = [this](int at) {
            const Group &group = m_groups[size_t(at)];
            const bool apart = std::ranges::any_of(group.apart, &Bond::required);
            return std::tuple(!group.pods.perNode, !group.beside.empty(), group.pods.bound.isEmpty(), !apart, -group.weight);
        };
        return rank(left) < rank(right);
    });
    const Placing empty = *this;
    Placing best = *this;
    for (const Order way : {Order::Emptiest, Order::Fullest}) {
        Placing attempt = empty;
        for (const int group : order) {
            attempt.placeAll(group, way);
        }
        // Who follows somebody that came later himself.
        for (Pod &pod : attempt.m_pods) {
            if (pod.node < 0 && !attempt.m_groups[size_t(pod.group)].beside.empty()) {
                attempt.placeOne(pod, way);
            }
        }
        if (way == Order::Emptiest || attempt.unplaced().size() < best.unplaced().size()) {
            best = std::move(attempt);
        }
        if (best.unplaced().isEmpty()) {
            break;
        }
    }
    *this = std::move(best);
}

} // namespace sentinel::preflight
