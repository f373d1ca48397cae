// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Placing.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Pods and nodes as the checks below need them.
struct Room
{
    QList<Node> nodes;
    QList<PodGroup> groups;
};

QStringList ours(const Demand &demand)
{
    return {demand.ns(), demand.environment.hostNamespace()};
}

const QJsonObject *named(const QList<kube::Object> &objects, const QString &name)
{
    const auto found = std::ranges::find_if(objects, [&name](const QJsonObject &each) { return nameOf(each) == name; });
    return found == objects.cend() ? nullptr : &*found;
}

/// Volumes that are there stay where they are, and their pods with them. Where nobody may see them, they hold nobody.
void bindToVolumes(QList<PodGroup> &groups, const Demand &demand, const Sight &sight)
{
    const auto &claims = sight.of(u"persistentvolumeclaims"_s);
    const auto &volumes = sight.of(u"persistentvolumes"_s);
    if (!claims || !volumes) {
        return;
    }
    const auto termsOf = [&](const QString &claim) {
        const QJsonObject *asked = named(*claims, claim);
        const QJsonObject *volume = asked ? named(*volumes, (*asked)[u"spec"][u"volumeName"].toString()) : nullptr;
        return volume ? (*volume)[u"spec"][u"nodeAffinity"][u"required"][u"nodeSelectorTerms"].toArray() : QJsonArray();
    };
    for (PodGroup &group : groups) {
        if (!group.ns.isEmpty() && group.ns != demand.ns()) {
            continue;
        }
        QStringList shared;
        const QJsonArray mounted = group.spec[u"volumes"].toArray();
        for (const QJsonValue &each : mounted) {
            shared.append(each[u"persistentVolumeClaim"][u"claimName"].toString());
        }
        bool any = false;
        QList<QList<QJsonArray>> bound(group.count);
        for (int pod = 0; pod < group.count; ++pod) {
            QStringList names = shared;
            for (const QString &claim : std::as_const(group.claims)) {
                names.append(u"%1-%2-%3"_s.arg(claim, group.owner.section(u'/', 1)).arg(pod));
            }
            for (const QString &name : std::as_const(names)) {
                if (const QJsonArray terms = termsOf(name); !terms.isEmpty()) {
                    bound[pod].append(terms);
                    any = true;
                }
            }
        }
        group.bound = any ? bound : QList<QList<QJsonArray>>();
    }
}

/// What has to stand somewhere: all but what ends, plus one of what ends (they come one after the other).
Amounts neededBy(const QList<PodGroup> &groups, const QList<Node> &nodes)
{
    Amounts needed;
    for (const PodGroup &group : groups) {
        qint64 count = group.count;
        if (group.perNode) {
            count = std::ranges::count_if(nodes, [&group](const Node &node) { return refusal(node, group).isEmpty(); });
        }
        for (auto each = group.requests.begin(); each != group.requests.end(); ++each) {
            needed[each.key()] += each.value() * count;
        }
    }
    return needed;
}

Check capacity(const Room &room)
{
    const QString rule = u"preflight.capacity"_s;
    const QString key = u"hardware.nodeCpu"_s;
    Amounts free;
    int open = 0;
    for (const Node &node : room.nodes) {
        const bool taken = node.open && std::ranges::any_of(room.groups, [&node](const PodGroup &group) {
                               return !group.perNode && refusal(node, group).isEmpty();
                           });
        if (!taken) {
            continue;
        }
        ++open;
        for (auto each = node.free.begin(); each != node.free.end(); ++each) {
            free[each.key()] += std::max<qint64>(0, each.value());
        }
    }
    const Amounts needed = neededBy(room.groups, room.nodes);
    QStringList lines;
    QStringList short_;
    for (const QString &resource : {u"cpu"_s, u"memory"_s, u"pods"_s}) {
        lines.append(
            Text::tr("%1: %2 free, %3 needed")
                .arg(resource, amountText(resource, free.value(resource)), amountText(resource, needed.value(resource))));
        if (free.value(resource) < needed.value(resource)) {
            short_.append(
                Text::tr("%1 of %2").arg(amountText(resource, needed.value(resource) - free.value(resource)), resource));
        }
    }
    const QString found = Text::tr("%n node(s) take pods of Sentinel: %1.", nullptr, open).arg(lines.join(u"; "_s));
    Check check = short_.isEmpty()
        ? pass(rule, found, key)
        : fail(rule, found,
               Text::tr("Add nodes, free what others ask for, or lower the load in the plan: %1 missing.")
                   .arg(short_.join(u", "_s)),
               key);
    for (const Node &node : room.nodes) {
        check.details.append(node.open ? Text::tr("%1: %2 and %3 free")
                                             .arg(node.name, amountText(u"cpu"_s, node.free.value(u"cpu"_s)),
                                                  amountText(u"memory"_s, node.free.value(u"memory"_s)))
                                       : Text::tr("%1 %2").arg(node.name, node.closedBecause));
    }
    return check;
}

/// "StatefulSet/patroni: 1 of 3 pods finds no place (2 nodes: …)"
QStringList leftOver(const Placing &placing, const QList<PodGroup> &groups)
{
    QStringList lines;
    const QList<int> unplaced = placing.unplaced();
    QSet<int> told;
    for (const int group : unplaced) {
        if (told.contains(group)) {
            continue;
        }
        told.insert(group);
        const int over = int(unplaced.count(group));
        lines.append(Text::tr("%1: %2 of %3 pods find no place (%4)")
                         .arg(groups[group].owner)
                         .arg(over)
                         .arg(over + placing.standing(group))
                         .arg(placing.reason(group)));
    }
    return lines;
}

Check placement(const Placing &placing, const Room &room)
{
    const QString rule = u"preflight.placement"_s;
    const QString key = u"availability.level"_s;
    const QStringList over = leftOver(placing, room.groups);
    if (over.isEmpty()) {
        return pass(rule,
                    Text::tr("All %n pod(s) find a node by their own rules (selectors, taints, anti-affinity, spread).", nullptr,
                             int(placing.pods().size())),
                    key);
    }
    Check check = fail(rule, over.first() + u'.',
                       Text::tr("Add nodes that take these pods, or ask for less in the plan (availability.level, load)."), key);
    check.details = over;
    return check;
}

/// How bad a loss is.
struct Loss
{
    QStringList without{}; ///< "StatefulSet/patroni: 1 of 3 left"
    QStringList volumes{}; ///< "StatefulSet/n8n: 0 of 1 left": no copy elsewhere, and the data lies where the loss is
    QStringList waiting{}; ///< "Deployment/worker: 6 of 54 wait"
    QStringList hosts{}; ///< those that only wait for another host, with a majority standing
};

Loss lossOf(const Placing &whole, const std::vector<int> &nodes, const QList<PodGroup> &groups)
{
    Placing placing = whole;
    placing.lose(nodes);
    Loss loss;
    for (int group = 0; group < groups.size(); ++group) {
        const PodGroup &one = groups[group];
        const int before = whole.standing(group);
        const int now = placing.standing(group);
        if (one.perNode || one.ends || now >= before) {
            continue;
        }
        const bool quorum = one.owner.startsWith("StatefulSet/"_L1) && one.count >= 3;
        const QString line = Text::tr("%1: %2 of %3 left").arg(one.owner).arg(now).arg(before);
        // A single one that keeps data of its own is out for as long by design, and the plan asked for no second.
        const bool isAlone = one.count == 1 && !one.claims.isEmpty();
        if (!quorum && placing.waitsForItsVolume(group)) {
            loss.volumes.insert(now == 0 ? 0 : loss.volumes.size(), line); // the worst first
        } else if (isAlone) {
            loss.waiting.prepend(line);
        } else if (quorum ? now * 2 <= one.count : now == 0) {
            loss.without.append(line);
        } else {
            (placing.lacksOnlyHosts(group) ? loss.hosts : loss.waiting).append(line);
        }
    }
    return loss;
}

Check lossCheck(const QString &rule, const QList<std::pair<QString, Loss>> &losses, bool asked)
{
    const QString key = u"availability.level"_s;
    QStringList bad;
    QStringList volumes;
    QStringList waiting;
    QStringList hosts;
    for (const auto &[name, loss] : losses) {
        for (const QString &line : loss.volumes) {
            volumes.append(Text::tr("without %1: %2").arg(name, line));
        }
        for (const QString &line : loss.without) {
            bad.append(Text::tr("without %1: %2").arg(name, line));
        }
        for (const QString &line : loss.waiting) {
            waiting.append(Text::tr("without %1: %2").arg(name, line));
        }
        for (const QString &line : loss.hosts) {
            hosts.append(Text::tr("without %1: %2 until another node is there").arg(name, line));
        }
    }
    const QString remedy = Text::tr("Add a node, or ask for less in the plan.");
    Check check;
    if (!bad.isEmpty()) {
        check = asked ? fail(rule, Text::tr("Sentinel would stop: %1.").arg(bad.first()), remedy, key)
                      : warn(rule, Text::tr("Sentinel would stop: %1. The plan accepts that.").arg(bad.first()), {}, key);
    } else if (!volumes.isEmpty()) {
        check = warn(rule,
                     Text::tr("Some pods have to wait until it is back, since their volumes lie there: %1.").arg(volumes.first()),
                     Text::tr("Where that matters, use storage that is there on other nodes and zones too."), key);
    } else if (!waiting.isEmpty()) {
        check = warn(rule, Text::tr("Some pods would wait for room: %1.").arg(waiting.first()), remedy, key);
    } else if (!hosts.isEmpty()) {
        check = pass(
            rule, Text::tr("Everything goes on; copies that must not meet wait for another node: %1.").arg(hosts.first()), key);
    } else {
        check = pass(rule, Text::tr("Every pod finds another place, whichever is lost (%n tried).", nullptr, int(losses.size())),
                     key);
    }
    check.details = bad + volumes + waiting + hosts;
    return check;
}

Checks losses(const Placing &placing, const Room &room, const QString &level)
{
    QList<std::pair<QString, Loss>> nodes;
    QMap<QString, std::vector<int>> zones;
    for (int node = 0; node < room.nodes.size(); ++node) {
        const bool used = std::ranges::any_of(placing.pods(), [node](const Placing::Pod &pod) { return pod.node == node; });
        if (used) {
            nodes.append({room.nodes[node].name, lossOf(placing, {node}, room.groups)});
        }
        if (!room.nodes[node].zone.isEmpty()) {
            zones[room.nodes[node].zone].push_back(node);
        }
    }
    Checks checks{lossCheck(u"preflight.node-loss"_s, nodes, level != "none"_L1)};
    if (level != "zone"_L1) {
        return checks;
    }
    if (zones.size() < 2) {
        checks.append(
            fail(u"preflight.zone-loss"_s,
                 Text::tr("The nodes are in %n zone(s) by their labels, so none can be lost.", nullptr, int(zones.size())),
                 Text::tr("Label the nodes with topology.kubernetes.io/zone, or let the plan survive a node only."),
                 u"availability.level"_s));
        return checks;
    }
    QList<std::pair<QString, Loss>> lost;
    for (const auto &[zone, members] : zones.asKeyValueRange()) {
        lost.append({Text::tr("zone %1").arg(zone), lossOf(placing, members, room.groups)});
    }
    checks.append(lossCheck(u"preflight.zone-loss"_s, lost, true));
    return checks;
}

} // namespace

Checks checkCapacity(const Demand &demand, const Sight &sight)
{
    const auto &nodes = sight.of(u"nodes"_s);
    const auto &pods = sight.of(u"pods"_s);
    if (!nodes || !pods) {
        const QString resource = nodes ? u"pods"_s : u"nodes"_s;
        const QString found = unseen(resource, (nodes ? pods : nodes).error());
        const QString who = whoMay(u"list"_s, nodes ? Text::tr("pods in every namespace") : resource);
        return {notChecked(u"preflight.capacity"_s, found, who, u"hardware.nodeCpu"_s),
                notChecked(u"preflight.placement"_s, found, who, u"availability.level"_s),
                notChecked(u"preflight.node-loss"_s, found, who, u"availability.level"_s)};
    }
    Room room{.nodes = nodesOf(*nodes, *pods, ours(demand)), .groups = podGroupsOf(demand.objects())};
    bindToVolumes(room.groups, demand, sight);
    Placing placing(room.nodes, room.groups);
    placing.place();
    Checks checks{capacity(room), placement(placing, room)};
    if (checks.last().state == State::Pass) {
        checks += losses(placing, room, demand.answers.text(u"availability.level"));
    } else {
        checks.append(notChecked(u"preflight.node-loss"_s, Text::tr("Not every pod has a place to begin with."),
                                 Text::tr("a preflight once there is room"), u"availability.level"_s));
    }
    return checks;
}

} // namespace sentinel::preflight
