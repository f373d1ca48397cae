// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Packing.h"

#include <QHash>
#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

constexpr int kMostPodsPerNode = 110; ///< kubelet's default
constexpr int kMostPods
    = 150'000; ///< of one cluster; a plan beyond is refused elsewhere, here it only must not fill our own memory

qint64 bytesOf(Quantity quantity)
{
    return quantity.milli() / 1000;
}

} // namespace

bool repels(const Node &node)
{
    return std::ranges::any_of(
        node.taints, [](const QString &taint) { return taint.endsWith(":NoSchedule"_L1) || taint.endsWith(":NoExecute"_L1); });
}

Packing::Packing(const Sizing &sizing, const QList<Node> &nodes)
{
    QHash<QString, int> zones;
    double cpu = 0;
    double memory = 0;
    for (const Node &node : nodes) {
        const int zone = zones.value(node.zone, static_cast<int>(zones.size()));
        zones.insert(node.zone, zone);
        m_machines.push_back({.cpu = node.cpu.milli(),
                              .memory = bytesOf(node.memory),
                              .disk = bytesOf(node.disk),
                              .wholeCpu = node.cpu.milli(),
                              .wholeMemory = bytesOf(node.memory),
                              .localDisk = sizing.onNodeDisks && !node.disk.isZero(),
                              .closed = repels(node),
                              .zone = zone});
        cpu += static_cast<double>(node.cpu.milli());
        memory += static_cast<double>(bytesOf(node.memory));
    }
    m_zones = std::max(1, static_cast<int>(zones.size()));
    m_openInZone.assign(static_cast<size_t>(m_zones), 0);
    for (const Machine &machine : m_machines) {
        m_openInZone[static_cast<size_t>(machine.zone)] += machine.closed ? 0 : 1;
    }
    const double count = std::max<double>(1, static_cast<double>(m_machines.size()));
    for (const Component &part : sizing.components) {
        Kind kind{.cpu = part.requestCpu.milli(),
                  .memory = bytesOf(part.requestMemory),
                  .disk = bytesOf(part.storage),
                  .pods = std::min(part.replicas, kMostPods),
                  .perNode = part.perNode,
                  .spreadHosts = part.spreadHosts};
        kind.evenZones = part.spreadZones && (part.spreadHosts || !part.storage.isZero());
        kind.prefersZones = part.spreadZones;
        kind.weight = std::max(static_cast<double>(kind.cpu) / std::max(1.0, cpu / count),
                               static_cast<double>(kind.memory) / std::max(1.0, memory / count));
        m_kinds.push_back(kind);
    }
    m_onMachine.assign(m_kinds.size() * m_machines.size(), 0);
    m_inZone.assign(m_kinds.size() * static_cast<size_t>(m_zones), 0);
}

bool Packing::takes(const Machine &machine, const Kind &kind) const
{
    return machine.cpu >= kind.cpu && machine.memory >= kind.memory && machine.pods < kMostPodsPerNode
        && (!machine.localDisk || machine.disk >= kind.disk);
}

int Packing::leastInZone(int kind) const
{
    int least = std::numeric_limits<int>::max();
    for (int zone = 0; zone < m_zones; ++zone) {
        if (m_openInZone[static_cast<size_t>(zone)] > 0) {
            least = std::min(least, inZone(kind, zone));
        }
    }
    return least;
}

bool Packing::allows(int machine, int kind, int leastInZone) const
{
    const Machine &to = m_machines[static_cast<size_t>(machine)];
    const Kind &what = m_kinds[static_cast<size_t>(kind)];
    return !to.closed && takes(to, what) && !(what.spreadHosts && onMachine(kind, machine) > 0)
        && !(what.evenZones && inZone(kind, to.zone) > leastInZone);
}

double Packing::score(int machine, int kind, Rule rule) const
{
    if (rule == Rule::Fill) {
        return machine;
    }
    const Machine &to = m_machines[static_cast<size_t>(machine)];
    const Kind &what = m_kinds[static_cast<size_t>(kind)];
    const double left
        = std::min(static_cast<double>(to.cpu - what.cpu) / static_cast<double>(std::max<qint64>(1, to.wholeCpu)),
                   static_cast<double>(to.memory - what.memory) / static_cast<double>(std::max<qint64>(1, to.wholeMemory)));
    // A second copy on a node weighs as much as a quarter of the node.
    return onMachine(kind, machine) * 0.25 + (1 - left);
}

int Packing::choose(int kind, Rule rule) const
{
    constexpr double kZoneWeight = 1e6;
    const Kind &what = m_kinds[static_cast<size_t>(kind)];
    const int least = what.evenZones ? leastInZone(kind) : 0;
    int best = -1;
    double bestScore = 0;
    for (int index = 0; index < static_cast<int>(m_machines.size()); ++index) {
        if (!allows(index, kind, least)) {
            continue;
        }
        const int zone = m_machines[static_cast<size_t>(index)].zone;
        const double here = score(index, kind, rule) + (what.prefersZones ? inZone(kind, zone) * kZoneWeight : 0);
        if (best < 0 || here < bestScore) {
            best = index;
            bestScore = here;
        }
    }
    return best;
}

void Packing::put(Pod &pod, int machine)
{
    Machine &to = m_machines[static_cast<size_t>(machine)];
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    to.cpu -= what.cpu;
    to.memory -= what.memory;
    to.disk -= to.localDisk ? what.disk : 0;
    ++to.pods;
    ++onMachine(pod.kind, machine);
    ++inZone(pod.kind, to.zone);
    pod.machine = machine;
}

void Packing::take(Pod &pod)
{
    Machine &from = m_machines[static_cast<size_t>(pod.machine)];
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    from.cpu += what.cpu;
    from.memory += what.memory;
    from.disk += from.localDisk ? what.disk : 0;
    --from.pods;
    --onMachine(pod.kind, pod.machine);
    --inZone(pod.kind, from.zone);
    pod.machine = -1;
}

void Packing::packOnEachNode(int kind)
{
    int ordinal = 0;
    for (int machine = 0; machine < static_cast<int>(m_machines.size()); ++machine) {
        if (m_machines[static_cast<size_t>(machine)].closed) {
            continue;
        }
        m_pods.push_back({.kind = kind, .ordinal = ordinal++});
        if (takes(m_machines[static_cast<size_t>(machine)], m_kinds[static_cast<size_t>(kind)])) {
            put(m_pods.back(), machine);
        }
    }
}

void Packing::packOneByOne(int kind, Rule rule)
{
    for (int ordinal = 0; ordinal < m_kinds[static_cast<size_t>(kind)].pods; ++ordinal) {
        m_pods.push_back({.kind = kind, .ordinal = ordinal});
        if (const int machine = choose(kind, rule); machine >= 0) {
            put(m_pods.back(), machine);
        }
    }
}

/// The same choice as choose(), for kinds of many pods: while one kind is placed, only the node that took a pod changes its
/// score.
void Packing::packInQueues(int kind, Rule rule)
{
    using Candidate = std::pair<double, int>;
    using Queue = std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>>;
    const Kind &what = m_kinds[static_cast<size_t>(kind)];
    std::vector<Queue> queues(what.prefersZones ? static_cast<size_t>(m_zones) : 1);
    const auto queueOf
        = [&](int machine) { return what.prefersZones ? static_cast<size_t>(m_machines[static_cast<size_t>(machine)].zone) : 0; };
    const auto offer = [&](int machine) {
        if (allows(machine, kind, 0)) {
            queues[queueOf(machine)].emplace(score(machine, kind, rule), machine);
        }
    };
    for (int machine = 0; machine < static_cast<int>(m_machines.size()); ++machine) {
        offer(machine);
    }
    for (int ordinal = 0; ordinal < what.pods; ++ordinal) {
        m_pods.push_back({.kind = kind, .ordinal = ordinal});
        int best = -1;
        for (int queue = 0; queue < static_cast<int>(queues.size()); ++queue) {
            if (!queues[static_cast<size_t>(queue)].empty() && (best < 0 || inZone(kind, queue) < inZone(kind, best))) {
                best = queue;
            }
        }
        if (best >= 0) {
            const int machine = queues[static_cast<size_t>(best)].top().second;
            queues[static_cast<size_t>(best)].pop();
            put(m_pods.back(), machine);
            offer(machine);
        }
    }
}

void Packing::packPods(Rule rule)
{
    constexpr int kFew = 8;
    std::vector<int> order(m_kinds.size());
    std::iota(order.begin(), order.end(), 0);
    // DaemonSets stand on every node whatever else does; then the kinds with host rules, who have the fewest choices; then by
    // size.
    std::ranges::stable_sort(order, [this](int left, int right) {
        const Kind &a = m_kinds[static_cast<size_t>(left)];
        const Kind &b = m_kinds[static_cast<size_t>(right)];
        return std::tuple(!a.perNode, !a.spreadHosts, -a.weight) < std::tuple(!b.perNode, !b.spreadHosts, -b.weight);
    });
    for (const int kind : order) {
        const Kind &what = m_kinds[static_cast<size_t>(kind)];
        if (what.perNode) {
            packOnEachNode(kind);
        } else if (what.pods > kFew && !what.spreadHosts && !what.evenZones) {
            packInQueues(kind, rule);
        } else {
            packOneByOne(kind, rule);
        }
    }
}

bool Packing::pack()
{
    Packing other = *this;
    packPods(Rule::Spread);
    if (unplacedCount() > 0) {
        other.packPods(Rule::Fill);
        if (other.unplacedCount() < unplacedCount()) {
            *this = std::move(other);
        }
    }
    return unplacedCount() == 0;
}

} // namespace sentinel::sizing
