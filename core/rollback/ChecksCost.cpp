// SPDX-License-Identifier: GPL-3.0-or-later
// What going back costs while it happens: room on the nodes, hooks that run or do not, objects that stay.
#include "core/base/Quantity.h"
#include "core/gitops/Hooks.h"
#include "core/rollback/Checks.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Thousandths of a core, and bytes.
struct Demand
{
    double cpu = 0;
    double memory = 0;
};

double amountOf(const QJsonValue &value)
{
    const auto quantity = Quantity::parse(value.toString());
    return quantity ? quantity->value() : 0;
}

/// Of a pod: the sum of its containers, or its largest init container.
Demand demandOf(const QJsonValue &spec)
{
    Demand sum;
    const QJsonArray containers = spec[u"containers"].toArray();
    for (const QJsonValue &container : containers) {
        sum.cpu += amountOf(container[u"resources"][u"requests"][u"cpu"]);
        sum.memory += amountOf(container[u"resources"][u"requests"][u"memory"]);
    }
    const QJsonArray starters = spec[u"initContainers"].toArray();
    for (const QJsonValue &container : starters) {
        sum.cpu = std::max(sum.cpu, amountOf(container[u"resources"][u"requests"][u"cpu"]));
        sum.memory = std::max(sum.memory, amountOf(container[u"resources"][u"requests"][u"memory"]));
    }
    return sum;
}

QHash<QString, Demand> freeOnNodes(const Evidence &evidence)
{
    QHash<QString, Demand> room;
    for (const kube::Object &node : *evidence.nodes) {
        if (!node[u"spec"][u"unschedulable"].toBool()) {
            const QJsonValue allocatable = node[u"status"][u"allocatable"];
            room.insert(node[u"metadata"][u"name"].toString(),
                        {.cpu = amountOf(allocatable[u"cpu"]), .memory = amountOf(allocatable[u"memory"])});
        }
    }
    for (const kube::Object &pod : *evidence.pods) {
        const QString phase = pod[u"status"][u"phase"].toString();
        const auto node = room.find(pod[u"spec"][u"nodeName"].toString());
        if (node != room.end() && phase != u"Succeeded" && phase != u"Failed") {
            const Demand demand = demandOf(pod[u"spec"]);
            node->cpu -= demand.cpu;
            node->memory -= demand.memory;
        }
    }
    return room;
}

/// A Deployment makes the new pod before it takes the old one, unless told otherwise.
bool surges(const QJsonObject &object)
{
    const QJsonValue strategy = object[u"spec"][u"strategy"];
    const QJsonValue surge = strategy[u"rollingUpdate"][u"maxSurge"];
    return object[u"kind"].toString() == u"Deployment" && strategy[u"type"].toString() != u"Recreate"
        && !(surge.isDouble() && surge.toInt() == 0) && surge.toString() != u"0" && surge.toString() != u"0%";
}

bool restarts(const Difference &difference, const QJsonObject &object)
{
    const deploy::ObjectKey key = deploy::keyOf(object);
    return std::ranges::any_of(difference.objects, [&key](const ObjectDifference &one) {
        return one.key == key && one.kind != ObjectDifference::Kind::Removed;
    });
}

void checkFits(CheckWriter &check, const Evidence &evidence, const Difference &difference)
{
    const QHash<QString, Demand> room = freeOnNodes(evidence);
    int pods = 0;
    for (const QJsonObject &object : evidence.target->objects) {
        if (!surges(object) || !restarts(difference, object)) {
            continue;
        }
        ++pods;
        const Demand demand = demandOf(podSpecOf(object));
        const bool fits = std::ranges::any_of(
            room, [&demand](const Demand &free) { return free.cpu >= demand.cpu && free.memory >= demand.memory; });
        if (!fits) {
            check.amber(deploy::keyOf(object).toString(),
                        Text::tr("No node has room for one more of its pods (%1, %2) beside those that run.")
                            .arg(Quantity::cores(demand.cpu).toString(), Quantity::bytes(demand.memory).toString()),
                        Text::tr("Make room, or the roll back waits until a pod of the newer version is gone."));
        }
    }
    if (pods > 0) {
        check.note(Text::tr("%n workload(s) are rolled one pod after another.", nullptr, pods));
    }
}

void checkBudgets(CheckWriter &check, const Evidence &evidence)
{
    if (!evidence.budgets) {
        check.unknown(Text::tr("Whether enough pods are up"), evidence.budgets.problem);
        return;
    }
    for (const kube::Object &budget : *evidence.budgets) {
        const QJsonValue status = budget[u"status"];
        const int healthy = status[u"currentHealthy"].toInt();
        const int desired = status[u"desiredHealthy"].toInt();
        if (healthy < desired) {
            check.note(Text::tr("%1 of %2 pods that its disruption budget wants are up; rolling does not wait for more.")
                           .arg(healthy)
                           .arg(desired),
                       u"PodDisruptionBudget/"_s + budget[u"metadata"][u"name"].toString());
        }
    }
}

QStringList hooksOf(const Content &content)
{
    QStringList names;
    for (const QJsonObject &hook : content.hooks) {
        if (!gitops::hookRulesOf(hook).isLeftOut) {
            names.append(deploy::keyOf(hook).toString());
        }
    }
    return names;
}

void checkArgoHooks(CheckWriter &check, const Evidence &evidence)
{
    if (!evidence.target) {
        check.unknown(Text::tr("Which hooks the older version has"), evidence.target.problem);
        return;
    }
    const QStringList hooks = hooksOf(*evidence.target);
    if (hooks.isEmpty()) {
        check.note(Text::tr("The older version has no hooks."));
    } else if (evidence.choice.withHooks) {
        check.amber(hooks.join(u", "_s), Text::tr("The older version's hooks run again."),
                    Text::tr("Make sure that they bear a database that is newer than they know."));
    } else {
        check.note(Text::tr("Hooks do not run: %1.").arg(hooks.join(u", "_s)));
    }
}

} // namespace

Check checkRoom(const Evidence &evidence, const Difference &difference)
{
    CheckWriter check(u"room"_s, Text::tr("Room while it rolls"));
    if (!evidence.target || !difference.known) {
        check.unknown(Text::tr("How much room it takes"), evidence.target ? evidence.current.problem : evidence.target.problem);
        return check.done();
    }
    if (!evidence.nodes || !evidence.pods) {
        check.unknown(Text::tr("Whether the nodes have room for a pod more"),
                      evidence.nodes ? evidence.pods.problem : evidence.nodes.problem);
    } else {
        checkFits(check, evidence, difference);
    }
    checkBudgets(check, evidence);
    return check.done();
}

Check checkHooks(const Evidence &evidence, const Difference &difference)
{
    CheckWriter check(u"hooks"_s, Text::tr("Hooks, and what stays of the newer version"));
    if (evidence.choice.way == Way::ArgoCd) {
        checkArgoHooks(check, evidence);
    } else if (evidence.choice.way == Way::Helm) {
        check.note(Text::tr("Only hooks of the older version for rollbacks run (pre-rollback, post-rollback)."));
    } else {
        check.note(Text::tr("A sync runs the hooks of the reverted version."));
    }
    if (evidence.choice.way == Way::Helm) {
        return check.done();
    }
    QStringList left;
    for (const ObjectDifference &object : difference.objects) {
        if (object.kind == ObjectDifference::Kind::Removed) {
            left.append(object.key.toString());
        }
    }
    if (left.isEmpty()) {
        return check.done();
    }
    if (evidence.choice.prune) {
        check.note(Text::tr("What only the newer version has goes: %1.").arg(left.join(u", "_s)));
    } else {
        check.amber(left.join(u", "_s), Text::tr("What only the newer version has stays and goes on acting."),
                    Text::tr("Roll back with --prune to remove it, or accept that it stays."));
    }
    return check.done();
}

} // namespace sentinel::rollback
