// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sizing/Placement.h"

#include "core/sizing/Amount.h"
#include "core/sizing/Load.h"
#include "core/sizing/Packing.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::sizing {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostNodes = 5000; ///< of one Kubernetes cluster; a plan beyond is refused by its sizing
constexpr std::array kVoting{"etcd"_L1, "postgresql"_L1, "redis-sentinel"_L1};

/// Pods on a node of their kind at the same moment share their reason; working it out once is enough.
Placement placementOf(const Packing &packing, const Sizing &sizing, const QList<Node> &nodes)
{
    Placement placement;
    placement.nodes = nodes;
    QHash<std::pair<int, bool>, QString> reasons;
    for (const Packing::Pod &pod : packing.pods()) {
        const Component &part = sizing.components[pod.kind];
        if (pod.machine >= 0) {
            placement.pods.append({.component = part.name,
                                   .ordinal = pod.ordinal,
                                   .node = nodes[pod.machine].name,
                                   .cpu = part.requestCpu,
                                   .memory = part.requestMemory,
                                   .moved = pod.moved});
            continue;
        }
        QString &reason = reasons[{pod.kind, pod.bound}];
        if (reason.isEmpty()) {
            reason = packing.reason(pod, sizing);
        }
        placement.unplaced.append({.component = part.name, .ordinal = pod.ordinal, .reason = reason});
    }
    return placement;
}

bool quorumOf(const Packing &packing, const Sizing &sizing)
{
    for (int kind = 0; kind < sizing.components.size(); ++kind) {
        if (std::ranges::find(kVoting, sizing.components[kind].name) != kVoting.end() && !packing.isMajority(kind)) {
            return false;
        }
    }
    return true;
}

Finding finding(Severity severity, const QString &rule, const QString &object, const QString &path, const QString &sentence,
                const QString &remedy)
{
    return {
        .severity = severity, .rule = rule, .object = object, .path = path, .sentence = sentence, .remedy = remedy, .where = {}};
}

/// Only copies wait of which at least half still run: slower, not broken.
bool isOnlySlower(const Packing &packing)
{
    for (int kind = 0; kind < static_cast<int>(packing.kinds().size()); ++kind) {
        int all = 0;
        int waiting = 0;
        for (const Packing::Pod &pod : packing.pods()) {
            all += pod.kind == kind ? 1 : 0;
            waiting += pod.kind == kind && pod.machine < 0 ? 1 : 0;
        }
        if (waiting * 2 > all) {
            return false;
        }
    }
    return true;
}

/// The components of unplaced pods with how many of each: "worker × 3, loki".
QString waiting(const Packing &packing, const Sizing &sizing)
{
    QStringList names;
    for (int kind = 0; kind < sizing.components.size(); ++kind) {
        const auto count = std::ranges::count_if(packing.pods(),
                                                 [kind](const Packing::Pod &pod) { return pod.kind == kind && pod.machine < 0; });
        if (count > 0) {
            names.append(count == 1 ? sizing.components[kind].name : u"%1 × %2"_s.arg(sizing.components[kind].name).arg(count));
        }
    }
    return names.join(u", "_s);
}

struct Shortage
{
    QString path;
    QString remedy;
};

/// Which answer stands in the way of a pod that even an empty node would not take; more nodes where one would.
Shortage shortageOf(const Component &part, const Sizing &sizing, const QList<Node> &nodes)
{
    const auto noneHas = [&](Quantity Node::*amount, Quantity need) {
        return std::ranges::none_of(nodes, [&](const Node &node) { return !repels(node) && node.*amount >= need; });
    };
    if (std::ranges::all_of(nodes, repels)) {
        return {u"hardware.nodeCpu"_s, Text::tr("Take the taints off, or let Sentinel tolerate them (tolerated: true).")};
    }
    if (noneHas(&Node::cpu, part.requestCpu)) {
        return {
            u"hardware.nodeCpu"_s,
            Text::tr("Use nodes with more than %1 CPU (hardware.nodeCpu), or lower the load.").arg(part.requestCpu.toString())};
    }
    if (noneHas(&Node::memory, part.requestMemory)) {
        return {u"hardware.nodeMemory"_s,
                Text::tr("Use nodes with more than %1 memory (hardware.nodeMemory), or lower the load.")
                    .arg(part.requestMemory.toString())};
    }
    const bool local = sizing.onNodeDisks && std::ranges::none_of(nodes, [](const Node &node) { return node.disk.isZero(); });
    if (local && noneHas(&Node::disk, part.storage)) {
        return {u"hardware.nodeDisk"_s,
                Text::tr("Use nodes with more than %1 of disk (hardware.nodeDisk), a storage class outside the nodes "
                         "(storage.class), or keep less.")
                    .arg(part.storage.toString())};
    }
    return {u"availability.nodes"_s, Text::tr("Use more nodes (availability.nodes) or larger ones, or lower the load.")};
}

/// Disks were named, but the plan takes its volumes from elsewhere: what that spares, in case it is not meant.
void judgeUnusedDisks(const Placement &placement, const Sizing &sizing, Findings &findings)
{
    Quantity largest;
    for (const Node &node : placement.nodes) {
        largest = std::max(largest, repels(node) ? Quantity() : node.disk);
    }
    if (sizing.onNodeDisks || largest.isZero()) {
        return;
    }
    QStringList names;
    for (const Component &part : sizing.components) {
        if (part.storage > largest) {
            names.append(u"%1 (%2)"_s.arg(part.name, part.storage.toString()));
        }
    }
    if (!names.isEmpty()) {
        findings.append(finding(Severity::Info, u"sizing.node-disk"_s, names.first(), u"storage.class"_s,
                                Text::tr("The volumes are taken to lie outside the nodes; their own disks of %1 at most would "
                                         "have no place for %2.")
                                    .arg(largest.toString(), names.join(u", "_s)),
                                Text::tr("Answer storage.class with local-path if the volumes lie on the nodes.")));
    }
}

void judgeWhole(const Placement &placement, const Sizing &sizing, Findings &findings)
{
    QHash<QString, int> counts;
    for (const UnplacedPod &pod : placement.unplaced) {
        ++counts[pod.component];
    }
    QSet<QString> said;
    for (const UnplacedPod &pod : placement.unplaced) {
        if (said.contains(pod.component)) {
            continue;
        }
        said.insert(pod.component);
        const Component *part = sizing.component(pod.component);
        const Shortage shortage = shortageOf(*part, sizing, placement.nodes);
        const QString one
            = Text::tr("one pod asks for %1 CPU and %2 memory").arg(part->requestCpu.toString(), part->requestMemory.toString());
        const qsizetype wanted = part->perNode ? placement.nodes.size() : part->replicas;
        findings.append(finding(Severity::Error, u"sizing.does-not-fit"_s, pod.component, shortage.path,
                                Text::tr("%1 of %2 %3 pods find no place (%4): %5")
                                    .arg(counts[pod.component])
                                    .arg(wanted)
                                    .arg(pod.component, one, pod.reason),
                                shortage.remedy));
    }
}

void judgeNodeLosses(const Placement &placement, const Packing &packing, const Sizing &sizing, Findings &findings)
{
    QSet<size_t> tried; // equal nodes end equally
    for (int machine = 0; machine < placement.nodes.size(); ++machine) {
        const size_t signature = packing.signature(machine);
        if (tried.contains(signature)) {
            continue;
        }
        tried.insert(signature);
        Packing without = packing;
        without.lose(machine);
        const QString &node = placement.nodes[machine].name;
        if (!quorumOf(without, sizing)) {
            findings.append(finding(Severity::Error, u"sizing.node-loss"_s, node, u"availability.level"_s,
                                    Text::tr("With %1 lost, the databases have no majority left and stop.").arg(node),
                                    Text::tr("Give the plan at least three nodes that take database pods.")));
            return;
        }
        if (without.unplacedCount() == 0) {
            continue;
        }
        const bool degraded = without.onlyLacksHosts();
        findings.append(finding(
            degraded ? Severity::Warning : Severity::Error, u"sizing.node-loss"_s, node, u"availability.nodes"_s,
            degraded
                ? Text::tr("With %1 lost, these wait until it is back, while their other copies carry on: %2.")
                      .arg(node, waiting(without, sizing))
                : Text::tr("With %1 lost, the requests no longer fit; these would wait: %2.").arg(node, waiting(without, sizing)),
            Text::tr("Add a node (availability.nodes), or use larger ones.")));
        return; // one is enough: the remedy is the same for all
    }
}

void judgeZoneLosses(const Packing &packing, const Sizing &sizing, const QList<Node> &nodes, Findings &findings)
{
    for (int zone = 0; zone < packing.zoneCount(); ++zone) {
        Packing without = packing;
        without.loseZone(zone);
        const bool quorum = quorumOf(without, sizing);
        if (quorum && (without.unplacedCount() == 0 || without.onlyLacksHosts())) {
            continue;
        }
        const auto lost = std::ranges::find_if(nodes, [&](const Node &node) {
            return packing.machines()[static_cast<size_t>(&node - nodes.constData())].zone == zone;
        });
        const QString name = lost == nodes.end() ? QString() : lost->zone;
        findings.append(finding(
            quorum && isOnlySlower(without) ? Severity::Info : Severity::Warning, u"sizing.zone-loss"_s, name,
            quorum ? u"availability.nodes"_s : u"availability.zones"_s,
            quorum ? Text::tr("With zone %1 lost, these would wait until it is back: %2.").arg(name, waiting(without, sizing))
                   : Text::tr("With zone %1 lost, the databases have no majority left and stop.").arg(name),
            quorum ? Text::tr("Add nodes (availability.nodes), so that the other zones can carry all of it.")
                   : Text::tr("Use three zones (availability.zones).")));
        return;
    }
}

} // namespace

int Placement::movedCount() const
{
    return static_cast<int>(std::ranges::count_if(pods, &PlacedPod::moved));
}

QList<Node> nodesOf(const Sizing &sizing, const plan::Answers &answers)
{
    const Load load = loadOf(answers);
    QList<Node> nodes;
    for (const NodePool &pool : sizing.nodePools) {
        for (int index = 0; index < std::min(pool.count, kMostNodes); ++index) {
            Node node;
            node.name = u"node-%1"_s.arg(nodes.size() + 1);
            node.zone = load.zones > 1 ? QString(QChar(u'a' + static_cast<char16_t>(index % load.zones))) : u"a"_s;
            node.group = pool.name;
            node.cpu = pool.allocatableCpu;
            node.memory = pool.allocatableMemory;
            // A fifth of the node's disk stays for images and logs.
            node.disk = load.localVolumes ? pool.disk * 0.8 : Quantity();
            nodes.append(node);
        }
    }
    return nodes;
}

Placement place(const Sizing &sizing, const QList<Node> &nodes)
{
    Packing packing(sizing, nodes);
    packing.pack();
    Placement placement = placementOf(packing, sizing, nodes);
    placement.quorumHolds = quorumOf(packing, sizing);
    return placement;
}

Placement loseNode(const Placement &placement, const Sizing &sizing, const QString &node)
{
    const auto lost = std::ranges::find(placement.nodes, node, &Node::name);
    if (lost == placement.nodes.end()) {
        return placement;
    }
    Packing packing(sizing, placement.nodes);
    packing.adopt(placement, sizing);
    packing.lose(static_cast<int>(lost - placement.nodes.begin()));
    Placement after = placementOf(packing, sizing, placement.nodes);
    after.lostNode = node;
    after.quorumHolds = quorumOf(packing, sizing);
    return after;
}

Findings judge(const Placement &placement, const Sizing &sizing, const plan::Answers &answers)
{
    Findings findings;
    judgeWhole(placement, sizing, findings);
    judgeUnusedDisks(placement, sizing, findings);
    const QString level = answers.text(u"availability.level");
    if (!placement.fits() || level == "none"_L1) {
        return findings;
    }
    Packing packing(sizing, placement.nodes);
    packing.adopt(placement, sizing);
    judgeNodeLosses(placement, packing, sizing, findings);
    if (level == "zone"_L1 && packing.zoneCount() > 1) {
        judgeZoneLosses(packing, sizing, placement.nodes, findings);
    }
    return findings;
}

} // namespace sentinel::sizing
