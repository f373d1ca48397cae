// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Allocatable.h"
#include "core/sizing/Amount.h"
#include "core/sizing/Packing.h"
#include "core/sizing/Parts.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr double kFill = 0.75; ///< of a node's allocatable; the rest is for bursts, rolling updates and the cluster's own pods
constexpr double kDiskFill = 0.8;
constexpr double kPodsPerNode = 100; ///< of kubelet's 110, ten stay for the cluster's own
constexpr double kMostNodes = 5000;
constexpr double kMostPods = 150'000;

/// Sums over the pods that stand once, and what each node carries in DaemonSets.
struct Demand
{
    double cpu = 0;
    double memory = 0;
    double pods = 0;
    double disk = 0;
    double nodeCpu = 0;
    double nodeMemory = 0;
    double nodePods = 0;
};

Demand demandOf(const Sizing &sizing)
{
    Demand demand;
    for (const Component &part : sizing.components) {
        if (part.perNode) {
            demand.nodeCpu += part.requestCpu.value();
            demand.nodeMemory += part.requestMemory.value();
            demand.nodePods += 1;
            continue;
        }
        demand.cpu += part.replicas * part.requestCpu.value();
        demand.memory += part.replicas * part.requestMemory.value();
        demand.disk += part.replicas * part.storage.value();
        demand.pods += part.replicas;
    }
    return demand;
}

/// Everything the node count rests on.
struct Count
{
    double allocatableCpu = 0;
    double allocatableMemory = 0;
    double forCpu = 1;
    double forMemory = 1;
    double forDisk = 1;
    double forPods = 1;
    double least = 1; ///< zones, copies that may not share a node
    double formula = 1; ///< with the spare
    int nodes = 1; ///< after the proof
    bool tooSmall = false; ///< a node holds not even its DaemonSets
};

double nodesFor(double demand, double room)
{
    return room <= 0 ? 1 : std::ceil(demand / room - 1e-9);
}

Count countNodes(const Load &load, const Demand &demand)
{
    Count count;
    count.allocatableCpu = allocatableCpu(load.nodeCpu);
    count.allocatableMemory = allocatableMemory(load.nodeMemory);
    const double cpu = kFill * count.allocatableCpu - demand.nodeCpu;
    const double memory = kFill * count.allocatableMemory - demand.nodeMemory;
    count.tooSmall = cpu <= 0 || memory <= 0;
    count.forCpu = nodesFor(demand.cpu, cpu);
    count.forMemory = nodesFor(demand.memory, memory);
    count.forDisk = load.localVolumes ? nodesFor(demand.disk, kDiskFill * load.nodeDisk) : 1;
    count.forPods = nodesFor(demand.pods, kPodsPerNode - demand.nodePods);
    count.least = std::max<double>(load.isHighlyAvailable() ? 3 : 1, load.level == Level::Zone ? load.zones : 1);
    count.formula
        = std::max({count.least, count.forCpu, count.forMemory, count.forDisk, count.forPods}) + (load.drainSpare ? 1 : 0);
    count.formula = std::min(std::max<double>(count.formula, load.wishedNodes), 1e9);
    count.nodes = static_cast<int>(count.formula);
    return count;
}

/// Prometheus grows with the nodes it watches, so the count is taken again until it stands still.
Count settle(const Load &load, Sizing &sizing, int least)
{
    constexpr int kRounds = 32;
    Count count;
    count.nodes = least;
    for (int round = 0; round < kRounds; ++round) {
        double pods = 0;
        for (Component &part : sizing.components) {
            if (part.perNode) {
                part.replicas = part.maxReplicas = count.nodes;
            }
            pods += part.replicas;
        }
        for (Component &part : sizing.components) {
            if (part.name == "prometheus"_L1) {
                fitMetrics(part, metricsNeed(load, count.nodes, pods));
            }
        }
        Count next = countNodes(load, demandOf(sizing));
        next.nodes = std::max(next.nodes, count.nodes);
        const bool still = next.nodes == count.nodes;
        count = next;
        if (still) {
            break;
        }
    }
    return count;
}

bool fits(const Sizing &sizing, const QList<Node> &nodes, bool withOneLost)
{
    Packing packing(sizing, nodes);
    if (!packing.pack()) {
        return false;
    }
    QSet<size_t> tried;
    for (int machine = 0; withOneLost && machine < nodes.size(); ++machine) {
        const size_t signature = packing.signature(machine);
        if (tried.contains(signature)) {
            continue;
        }
        tried.insert(signature);
        Packing without = packing;
        if (!without.lose(machine) && !without.onlyLacksHosts()) {
            return false;
        }
    }
    return true;
}

void fillPool(const Load &load, const Count &count, Sizing &sizing)
{
    NodePool pool;
    pool.name = u"sentinel"_s;
    pool.count = count.nodes;
    pool.cpu = Quantity::cores(load.nodeCpu);
    pool.memory = memoryQuantity(load.nodeMemory);
    pool.disk = volume(load.nodeDisk);
    // Rounded down: nothing may be promised that the node has not got.
    pool.allocatableCpu = Quantity::fromMilli(static_cast<qint64>(count.allocatableCpu * 1000 + 1e-6));
    pool.allocatableMemory = Quantity::fromMilli(
        static_cast<qint64>(count.allocatableMemory / kMi) * static_cast<qint64>(kMi) * 1000, Quantity::Format::Binary);
    sizing.nodePools = {pool};
}

/// A pod no node of this shape can ever take makes more nodes pointless.
bool aPodIsTooLarge(const Sizing &sizing, const Load &load)
{
    const NodePool &pool = sizing.nodePools.first();
    return std::ranges::any_of(sizing.components, [&](const Component &part) {
        return part.requestCpu > pool.allocatableCpu || part.requestMemory > pool.allocatableMemory
            || (load.localVolumes && part.storage > pool.disk * kDiskFill);
    });
}

Finding tooLarge(const Count &count, double pods)
{
    return {.severity = Severity::Error,
            .rule = u"sizing.too-large"_s,
            .object = u"nodes"_s,
            .path = u"load.eventsPerSecond"_s,
            .sentence = Text::tr("%1 pods on %2 nodes are more than one Kubernetes cluster holds (150 000 pods, 5 000 nodes).")
                            .arg(number(pods), number(count.nodes)),
            .remedy = Text::tr("Split the load over several installations, or shorten the time per task (load.taskTime)."),
            .where = {}};
}

QList<Figure> nodeFigures(const Load &load, const Count &count, const Demand &demand)
{
    const QStringList inputs{
        u"load.eventsPerSecond"_s, u"load.share"_s,         u"hardware.nodeCpu"_s,   u"hardware.nodeMemory"_s,
        u"availability.level"_s,   u"availability.zones"_s, u"availability.nodes"_s, u"availability.drainSpare"_s};
    QString worked = u"max(%1, ⌈%2 ÷ (0.75 × %3 − %4)⌉, ⌈%5 ÷ (0.75 × %6 − %7)⌉)"_s.arg(
        number(count.least), number(demand.cpu), number(count.allocatableCpu), number(demand.nodeCpu),
        memory(demand.memory).display, memory(count.allocatableMemory).display, memory(demand.nodeMemory).display);
    worked += load.drainSpare ? u" + 1"_s : QString();
    if (count.nodes > count.formula) {
        worked += Text::tr(" = %1, raised to %2 until every pod fits, also with any one node lost")
                      .arg(number(count.formula), number(count.nodes));
    } else if (load.wishedNodes > 0 && count.nodes == load.wishedNodes) {
        worked += Text::tr(", at least %1 as asked").arg(load.wishedNodes);
    }
    return {
        figure(u"nodes.count"_s, Text::tr("Nodes"), sizing::count(count.nodes, u"nodes"_s),
               {.formula = Text::tr("max(zones and copies, requests ÷ (0.75 × allocatable − DaemonSets)) + spare"),
                .worked = worked,
                .source = Text::tr("planned three quarters full; then proved by placing every pod"),
                .inputs = inputs}),
        figure(u"nodes.allocatableCpu"_s, Text::tr("CPU a node leaves for pods"), cores(count.allocatableCpu),
               {.formula = Text::tr("CPU − 6 % of the first core − 1 % of the second − 0.5 % of two more − 0.25 % of the rest"),
                .worked = u"%1 − %2"_s.arg(number(load.nodeCpu), number(load.nodeCpu - count.allocatableCpu)),
                .source = Text::tr("what GKE and AKS reserve for kubelet and system"),
                .inputs = {u"hardware.nodeCpu"_s}}),
        figure(u"nodes.allocatableMemory"_s, Text::tr("Memory a node leaves for pods"), memory(count.allocatableMemory),
               {.formula
                = Text::tr("memory − 25 % of the first 4 GiB − 20 % of 4 − 10 % of 8 − 6 % of 112 − 2 % of the rest − 100 MiB"),
                .worked
                = u"%1 − %2"_s.arg(memory(load.nodeMemory).display, memory(load.nodeMemory - count.allocatableMemory).display),
                .source = Text::tr("what GKE and AKS reserve for kubelet, system and eviction"),
                .inputs = {u"hardware.nodeMemory"_s}}),
    };
}

void fillTotals(const Load &load, const Count &count, Sizing &sizing)
{
    double cpu = 0, memory_ = 0, storage = 0, iops = 0;
    for (const Component &part : sizing.components) {
        cpu += part.replicas * part.requestCpu.value();
        memory_ += part.replicas * part.requestMemory.value();
        storage += part.replicas * part.storage.value();
        iops += static_cast<double>(part.replicas) * part.iops;
    }
    Totals &totals = sizing.totals;
    const double nodes = count.nodes;
    totals.nodes = count.nodes;
    totals.cpu = cpuQuantity(nodes * load.nodeCpu);
    totals.memory = memoryQuantity(nodes * load.nodeMemory);
    totals.requestedCpu = cpuQuantity(cpu);
    totals.requestedMemory = memoryQuantity(memory_);
    totals.storage = volume(storage);
    totals.iops = static_cast<int>(std::min(iops, 1e9));
    const double node = load.nodeCpu * load.pricePerCpu + load.nodeMemory / kGi * load.pricePerMemoryGib;
    totals.costPerMonth = nodes * node + storage / kGi * load.pricePerStorageGib;
    totals.currency = load.currency;
    totals.figures = {
        figure(u"storage.total"_s, Text::tr("All volumes"), disk(storage),
               {.formula = Text::tr("sum of replicas × volume"),
                .worked = disk(storage).display,
                .source = Text::tr("the volumes of the components, as rounded for Kubernetes"),
                .inputs = {u"load.eventsPerSecond"_s, u"load.eventRetention"_s, u"availability.level"_s}}),
        figure(u"cost.month"_s, Text::tr("Cost a month"), money(totals.costPerMonth, load.currency),
               {.formula = Text::tr("nodes × (vCPU × price + GiB × price) + storage GiB × price"),
                .worked = u"%1 × (%2 × %3 + %4 × %5) + %6 × %7"_s.arg(
                    number(nodes), number(load.nodeCpu), number(load.pricePerCpu), number(load.nodeMemory / kGi),
                    number(load.pricePerMemoryGib), number(std::ceil(storage / kGi)), number(load.pricePerStorageGib)),
                .source = Text::tr("the planning prices of the plan; put in your own"),
                .inputs = {u"hardware.pricePerCpu"_s, u"hardware.pricePerMemoryGib"_s, u"hardware.pricePerStorageGib"_s,
                           u"hardware.currency"_s}}),
    };
}

/// Raises the count until the placement is proved, or until it is clear that more nodes do not help.
Count prove(const Load &load, const plan::Answers &answers, Sizing &sizing)
{
    constexpr int kTries = 24;
    Count count = settle(load, sizing, 1);
    fillPool(load, count, sizing);
    if (count.tooSmall || count.nodes > kMostNodes || podCount(sizing) > kMostPods || aPodIsTooLarge(sizing, load)) {
        return count;
    }
    const double formula = count.formula;
    const int first = count.nodes;
    for (int attempt = 0; attempt < kTries && count.nodes <= kMostNodes; ++attempt) {
        if (fits(sizing, nodesOf(sizing, answers), load.isHighlyAvailable())) {
            count.formula = formula;
            return count;
        }
        count = settle(load, sizing, count.nodes + std::max(1, count.nodes / 20));
        fillPool(load, count, sizing);
    }
    count = settle(load, sizing, first);
    fillPool(load, count, sizing);
    return count;
}

} // namespace

void fitNodes(const Load &load, const plan::Answers &answers, Sizing &sizing)
{
    const Count count = prove(load, answers, sizing);
    for (Component &part : sizing.components) {
        if (part.name == "prometheus"_L1) {
            part.figures = metricsFigures(load, metricsNeed(load, count.nodes, podCount(sizing)));
        }
    }
    sizing.nodePools.first().figures = nodeFigures(load, count, demandOf(sizing));
    fillTotals(load, count, sizing);
    if (count.nodes > kMostNodes || podCount(sizing) > kMostPods) {
        sizing.verdicts.append(tooLarge(count, podCount(sizing)));
        return;
    }
    sizing.verdicts += judge(place(sizing, nodesOf(sizing, answers)), sizing, answers);
}

} // namespace sentinel::sizing
