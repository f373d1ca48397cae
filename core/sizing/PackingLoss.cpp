// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of Packing: what a lost node or zone sets in motion, and why a pod waits.
#include "core/sizing/Packing.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

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

bool Packing::yields(const Pod &pod) const
{
    // What the chart gives a lower priority class: pods that hold nothing and have no place of their own.
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    return !what.spreadHosts && !what.perNode && what.disk == 0;
}

std::vector<int> Packing::victims(const Kind &what, int machine) const
{
    const Machine &on = m_machines[static_cast<size_t>(machine)];
    std::vector<int> yielding;
    for (int index = 0; index < static_cast<int>(m_pods.size()); ++index) {
        const Pod &pod = m_pods[static_cast<size_t>(index)];
        if (pod.machine == machine && yields(pod)) {
            yielding.push_back(index);
        }
    }
    const auto kindOf
        = [this](int index) -> const Kind & { return m_kinds[static_cast<size_t>(m_pods[static_cast<size_t>(index)].kind)]; };
    std::ranges::stable_sort(yielding, std::ranges::greater(), [&](int index) { return kindOf(index).weight; });
    qint64 cpu = on.cpu;
    qint64 memory = on.memory;
    for (size_t taken = 0; taken < yielding.size(); ++taken) {
        cpu += kindOf(yielding[taken]).cpu;
        memory += kindOf(yielding[taken]).memory;
        if (cpu >= what.cpu && memory >= what.memory) {
            yielding.resize(taken + 1);
            return yielding;
        }
    }
    return {};
}

/// Preemption, as priority classes bring it about: the machine where the fewest lesser pods must go.
std::vector<int> Packing::makeRoom(Pod &pod)
{
    const Kind &what = m_kinds[static_cast<size_t>(pod.kind)];
    const int least = leastInZone(pod.kind);
    std::vector<int> fewest;
    int best = -1;
    for (int index = 0; index < static_cast<int>(m_machines.size()); ++index) {
        const Machine &on = m_machines[static_cast<size_t>(index)];
        if (on.closed || onMachine(pod.kind, index) > 0 || (what.evenZones && inZone(pod.kind, on.zone) > least)
            || (on.localDisk && on.disk < what.disk)) {
            continue;
        }
        std::vector<int> here = victims(what, index);
        if (!here.empty() && (best < 0 || here.size() < fewest.size())) {
            best = index;
            fewest = std::move(here);
        }
    }
    if (best >= 0) {
        for (const int index : fewest) {
            take(m_pods[static_cast<size_t>(index)]);
        }
        put(pod, best);
        pod.moved = true;
    }
    return fewest;
}

void Packing::settleAgain(std::vector<int> waiting, Rule rule)
{
    std::vector<bool> exhausted(m_kinds.size(), false); // where one of a kind found no room, its likes need not ask again
    for (size_t next = 0; next < waiting.size(); ++next) { // grows while lesser pods make room
        Pod &pod = m_pods[static_cast<size_t>(waiting[next])];
        if (pod.bound || exhausted[static_cast<size_t>(pod.kind)]) {
            continue;
        }
        if (const int machine = choose(pod.kind, rule); machine >= 0) {
            put(pod, machine);
            pod.moved = true;
        } else if (m_kinds[static_cast<size_t>(pod.kind)].spreadHosts) {
            const std::vector<int> gone = makeRoom(pod);
            waiting.insert(waiting.end(), gone.begin(), gone.end());
            exhausted.assign(m_kinds.size(), false); // those who went may leave more room than was needed
        } else {
            exhausted[static_cast<size_t>(pod.kind)] = true;
        }
    }
}

bool Packing::replace(const std::vector<int> &displaced)
{
    const int before = unplacedCount() - static_cast<int>(displaced.size());
    Packing filled = *this;
    settleAgain(displaced, Rule::Spread);
    if (const int left = unplacedCount(); left > before) {
        filled.settleAgain(displaced, Rule::Fill);
        if (filled.unplacedCount() < left) {
            *this = std::move(filled);
        }
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
        // One thing a node, so that the counts add up; what no other pod will ever free comes first.
        int *why = on.closed                                                      ? &closed
            : what.spreadHosts && onMachine(pod.kind, index) > 0                  ? &twin
            : what.evenZones && inZone(pod.kind, on.zone) > leastInZone(pod.kind) ? &zone
            : on.localDisk && on.disk < what.disk                                 ? &disk
            : on.cpu < what.cpu                                                   ? &cpu
            : on.memory < what.memory                                             ? &memory
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
