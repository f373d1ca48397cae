// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Packing.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Placement)
};

constexpr int kMostPodsPerNode = 110; ///< kubelet's default
constexpr int kMostPods
    = 150'000; ///< of one cluster; a plan beyond is refused elsewhere, here it only must not fill our own memory

qint64 bytesOf(Quantity quantity)
{
    return quantity.milli() / 1000;
}

bool repels(const Node &node)
{
    return std::ranges::any_of(
        node.taints, [](const QString &taint) { return taint.endsWith(":NoSchedule"_L1) || taint.endsWith(":NoExecute"_L1); });
}

} // namespace

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
                              .localDisk = !node.disk.isZero(),
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

void Packing::adopt(const Placement &placement, const Sizing &sizing)
{
    QHash<QString, int> kinds;
    for (int index = 0; index < sizing.components.size(); ++index) {
        kinds.insert(sizing.components[index].name, index);
    }
    QHash<QString, int> machines;
    for (int index = 0; index < placement.nodes.size(); ++index) {
        machines.insert(placement.nodes[index].name, index);
    }
    for (const PlacedPod &placed : placement.pods) {
        const int kind = kinds.value(placed.component, -1);
        const int machine = machines.value(placed.node, -1);
        if (kind >= 0 && machine >= 0) {
            m_pods.push_back({.kind = kind, .ordinal = placed.ordinal});
            put(m_pods.back(), machine);
        }
    }
    for (const UnplacedPod &waiting : placement.unplaced) {
        if (const int kind = kinds.value(waiting.component, -1); kind >= 0) {
            m_pods.push_back({.kind = kind, .ordinal = waiting.ordinal});
        }
    }
}

bool Packing::replace(const std::vector<int> &displaced)
{
    const auto run = [&displaced](Packing &on, Rule rule) {
        for (const int index : displaced) {
            Pod &pod = on.m_pods[static_cast<size_t>(index)];
            if (const int machine = pod.bound ? -1 : on.choose(pod.kind, rule); machine >= 0) {
                on.put(pod, machine);
                pod.moved = true;
            }
        }
        return on.unplacedCount();
    };
    const int before = unplacedCount() - static_cast<int>(displaced.size());
    Packing other = *this;
    const int left = run(*this, Rule::Spread);
    if (left > before && run(other, Rule::Fill) < left) {
        *this = std::move(other);
    }
    return unplacedCount() == 0;
}

bool Packing::lose(int machine)
{
    Machine &lost = m_machines[static_cast<size_t>(machine)];
    if (!lost.closed) {
        lost.closed = true;
        --m_openInZone[static_cast<size_t>(lost.zone)];
    }
    std::vector<int> displaced;
    for (int index = 0; index < static_cast<int>(m_pods.size());) {
        Pod &pod = m_pods[static_cast<size_t>(index)];
        if (pod.machine != machine) {
            ++index;
            continue;
        }
        take(pod);
        if (m_kinds[static_cast<size_t>(pod.kind)].perNode) {
            m_pods.erase(m_pods.begin() + index); // a DaemonSet's pod ends with its node
            continue;
        }
        pod.bound = lost.localDisk && m_kinds[static_cast<size_t>(pod.kind)].disk > 0;
        displaced.push_back(index++);
    }
    std::ranges::stable_sort(displaced, std::ranges::greater(), [this](int index) {
        return m_kinds[static_cast<size_t>(m_pods[static_cast<size_t>(index)].kind)].weight;
    });
    return replace(displaced);
}

bool Packing::loseZone(int zone)
{
    bool fits = true;
    for (Machine &machine : m_machines) {
        if (machine.zone == zone && !machine.closed) {
            machine.closed = true;
            --m_openInZone[static_cast<size_t>(zone)];
        }
    }
    for (int machine = 0; machine < static_cast<int>(m_machines.size()); ++machine) {
        if (m_machines[static_cast<size_t>(machine)].zone == zone) {
            fits = lose(machine) && fits;
        }
    }
    return fits;
}

int Packing::unplacedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_pods, [](const Pod &pod) { return pod.machine < 0; }));
}

bool Packing::isMajority(int kind) const
{
    int standing = 0;
    int all = 0;
    for (const Pod &pod : m_pods) {
        if (pod.kind == kind) {
            ++all;
            standing += pod.machine >= 0 && !pod.moved ? 1 : 0;
        }
    }
    return standing * 2 > all;
}

bool Packing::lacksHosts(const Pod &pod) const
{
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    const int least = leastInZone(pod.kind);
    for (int index = 0; what.spreadHosts && index < static_cast<int>(m_machines.size()); ++index) {
        const Machine &on = m_machines[static_cast<size_t>(index)];
        if (!on.closed && onMachine(pod.kind, index) == 0 && !(what.evenZones && inZone(pod.kind, on.zone) > least)) {
            return false; // it may stand here, were there room
        }
    }
    return what.spreadHosts;
}

bool Packing::onlyLacksHosts() const
{
    return std::ranges::all_of(
        m_pods, [this](const Pod &pod) { return pod.machine >= 0 || ((pod.bound || lacksHosts(pod)) && isMajority(pod.kind)); });
}

size_t Packing::signature(int machine) const
{
    const Machine &of = m_machines[static_cast<size_t>(machine)];
    size_t seed = qHashMulti(0, of.wholeCpu, of.wholeMemory, of.zone, of.localDisk, of.closed);
    for (int kind = 0; kind < static_cast<int>(m_kinds.size()); ++kind) {
        seed = qHashMulti(seed, onMachine(kind, machine));
    }
    return seed;
}

QString Packing::reason(const Pod &pod, const Sizing &sizing) const
{
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    const QString &name = sizing.components[pod.kind].name;
    if (pod.bound) {
        return Text::tr("%1 cannot move: its volume lies on the lost node.").arg(name);
    }
    int closed = 0, cpu = 0, memory = 0, disk = 0, twin = 0, zone = 0, full = 0;
    for (int index = 0; index < static_cast<int>(m_machines.size()); ++index) {
        const Machine &on = m_machines[static_cast<size_t>(index)];
        // The first thing the scheduler would name, one a node, so that the counts add up.
        int *why = on.closed                                                      ? &closed
            : what.spreadHosts && onMachine(pod.kind, index) > 0                  ? &twin
            : what.evenZones && inZone(pod.kind, on.zone) > leastInZone(pod.kind) ? &zone
            : on.cpu < what.cpu                                                   ? &cpu
            : on.memory < what.memory                                             ? &memory
            : on.localDisk && on.disk < what.disk                                 ? &disk
                                                                                  : &full;
        ++*why;
    }
    QStringList reasons;
    const auto say = [&reasons](int nodes, const QString &text) {
        if (nodes > 0) {
            reasons.append(u"%1 %2"_s.arg(nodes).arg(text));
        }
    };
    say(memory, Text::tr("have too little memory"));
    say(cpu, Text::tr("have too little CPU"));
    say(disk, Text::tr("have too little disk"));
    say(twin, Text::tr("already run a %1").arg(name));
    say(zone, Text::tr("are in zones that already have more %1 than others").arg(name));
    say(closed, Text::tr("are tainted or lost"));
    say(full, Text::tr("already run 110 pods"));
    return Text::tr("0 of %1 nodes take %2: %3.").arg(m_machines.size()).arg(name, reasons.join(u", "_s));
}

} // namespace sentinel::sizing
