// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

/// A number, or a share of `of` as Kubernetes rounds it for disruption budgets: up.
qint64 amount(const yaml::Value &value, qint64 of)
{
    const QString text = value.text();
    if (!text.endsWith(u'%')) {
        return text.toLongLong();
    }
    return static_cast<qint64>(std::ceil(static_cast<double>(of) * text.chopped(1).toDouble() / 100.0));
}

void checkBudget(const Object &budget, const Inventory &inventory, Complaints &complaints)
{
    const yaml::Value &spec = valueAt(budget.tree, {u"spec"});
    const yaml::Value &least = valueAt(spec, {u"minAvailable"});
    const yaml::Value &most = valueAt(spec, {u"maxUnavailable"});
    const auto say = [&](QLatin1StringView rule, const QString &field, const QString &sentence, const QString &remedy) {
        complaints.add(rule, budget, {.path = u"spec."_s + field, .where = budget.at({u"spec", field})}, sentence, remedy);
    };
    if (least.isNull() && most.isNull()) {
        say("pdb.empty"_L1, u"maxUnavailable"_s,
            Text::tr("It says neither minAvailable nor maxUnavailable, so it protects nothing."),
            Text::tr("Set maxUnavailable to 1."));
    }
    const QList<const Pods *> pods = inventory.selected(budget.nameSpace, LabelSelector::read(valueAt(spec, {u"selector"})));
    if (pods.isEmpty()) {
        say("pdb.selects-nothing"_L1, u"selector"_s, Text::tr("It selects no pods of these manifests."),
            Text::tr("Mend its selector, or drop it."));
    }
    for (const Pods *each : pods) {
        const qint64 count = inventory.podsAtLeast(*each);
        const bool blocks = each->owner->kind != "DaemonSet"_L1
            && ((!most.isNull() && amount(most, count) < 1) || (!least.isNull() && amount(least, count) >= count));
        if (blocks) {
            say("pdb.blocks-drain"_L1, most.isNull() ? u"minAvailable"_s : u"maxUnavailable"_s,
                Text::tr("None of the %n pod(s) of %1 may ever be evicted, so no node they stand on can be drained.", nullptr,
                         static_cast<int>(count))
                    .arg(each->owner->title()),
                Text::tr("Let at least one be unavailable."));
        }
    }
    if (textAt(spec, {u"unhealthyPodEvictionPolicy"}) != "AlwaysAllow"_L1) {
        say("pdb.unhealthy-eviction"_L1, u"unhealthyPodEvictionPolicy"_s,
            Text::tr("A pod that is broken anyway still blocks the drain of its node."),
            Text::tr("Set unhealthyPodEvictionPolicy to AlwaysAllow."));
    }
}

void checkBudgetsExist(const Inventory &inventory, Complaints &complaints)
{
    for (const Pods &pods : inventory.pods()) {
        const Object &owner = *pods.owner;
        const bool scales = owner.kind == "Deployment"_L1 || owner.kind == "StatefulSet"_L1;
        if (!scales || inventory.podsAtLeast(pods) < 2) {
            continue;
        }
        bool covered = false;
        for (const Object *budget : inventory.of(u"PodDisruptionBudget")) {
            covered = covered
                || (budget->nameSpace == owner.nameSpace
                    && LabelSelector::read(valueAt(budget->tree, {u"spec", u"selector"})).matches(pods.labels));
        }
        if (!covered) {
            complaints.add("pdb.missing"_L1, owner, {.path = {}, .where = owner.at(owner.tree)},
                           Text::tr("Draining nodes may take all its pods at once: no disruption budget covers them."),
                           Text::tr("Add a PodDisruptionBudget with maxUnavailable 1."));
        }
    }
}

void checkScaler(const Object &scaler, const Inventory &inventory, Complaints &complaints)
{
    const yaml::Value &target = valueAt(scaler.tree, {u"spec", u"scaleTargetRef"});
    const QString written = textAt(target, {u"kind"});
    const QString kind = written.isEmpty() ? u"Deployment"_s : written;
    const bool isKnown = kind == "Deployment"_L1 || kind == "StatefulSet"_L1 || kind == "ReplicaSet"_L1;
    if (isKnown && !inventory.has(kind, scaler.nameSpace, textAt(target, {u"name"}))) {
        complaints.add("hpa.target"_L1, scaler,
                       {.path = u"spec.scaleTargetRef"_s, .where = scaler.at({u"spec", u"scaleTargetRef"})},
                       Text::tr("It scales %1, which is not among these manifests.").arg(kind + u'/' + textAt(target, {u"name"})),
                       Text::tr("Mend the name, or drop it."));
    }
    if (scaler.kind != "HorizontalPodAutoscaler"_L1) {
        return;
    }
    const qint64 least = numberAt(scaler.tree, {u"spec", u"minReplicas"}, 1);
    if (least < 2) {
        complaints.add("hpa.min-replicas"_L1, scaler,
                       {.path = u"spec.minReplicas"_s, .where = scaler.at({u"spec", u"minReplicas"})},
                       Text::tr("It may scale down to one pod, and losing its node then stops the service."),
                       Text::tr("Set minReplicas to 2 or more."));
    }
    if (least > numberAt(scaler.tree, {u"spec", u"maxReplicas"}, least)) {
        complaints.add("hpa.range"_L1, scaler, {.path = u"spec.maxReplicas"_s, .where = scaler.at({u"spec", u"maxReplicas"})},
                       Text::tr("Its least number of pods is above its greatest, which Kubernetes refuses."),
                       Text::tr("Raise maxReplicas."));
    }
}

} // namespace

void checkAvailability(const Inventory &inventory, Complaints &complaints)
{
    for (const Object *budget : inventory.of(u"PodDisruptionBudget")) {
        checkBudget(*budget, inventory, complaints);
    }
    checkBudgetsExist(inventory, complaints);
    for (const QStringView kind : {QStringView(u"HorizontalPodAutoscaler"), QStringView(u"ScaledObject")}) {
        for (const Object *scaler : inventory.of(kind)) {
            checkScaler(*scaler, inventory, complaints);
        }
    }
}

} // namespace sentinel::policy
