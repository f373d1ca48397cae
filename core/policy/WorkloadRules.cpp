// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

bool isScaled(const Object &object)
{
    return object.group() == "apps"_L1 && (object.kind == "Deployment"_L1 || object.kind == "StatefulSet"_L1);
}

void checkSelector(const Pods &pods, const Inventory &inventory, Complaints &complaints)
{
    const Object &owner = *pods.owner;
    const Place place{.path = u"spec.selector"_s, .where = owner.at({u"spec", u"selector"})};
    const LabelSelector selector = LabelSelector::read(valueAt(owner.tree, {u"spec", u"selector"}));
    if (!selector.matches(pods.labels)) {
        complaints.add("workload.selector"_L1, owner, place,
                       Text::tr("Its selector does not match the labels of its own pods, which Kubernetes refuses."),
                       Text::tr("Give the pods the labels of the selector."));
    }
    for (const Pods *other : inventory.selected(owner.nameSpace, selector)) {
        if (other->owner != &owner && other->runOn()) {
            complaints.add(
                "workload.selector-shared"_L1, owner, place,
                Text::tr("Its selector also finds the pods of %1, so the two fight over them.").arg(other->owner->title()),
                Text::tr("Give each workload a label of its own in its selector."));
        }
    }
}

void checkReplicas(const Pods &pods, const Inventory &inventory, Complaints &complaints)
{
    const Object &owner = *pods.owner;
    const Place place{.path = u"spec.replicas"_s, .where = owner.at({u"spec", u"replicas"})};
    const QList<const Object *> scalers = inventory.scalersOf(owner);
    const bool isWritten = !valueAt(owner.tree, {u"spec", u"replicas"}).isNull();
    if (!scalers.isEmpty() && isWritten) {
        complaints.add("workload.replicas-owner"_L1, owner, place,
                       Text::tr("%1 decides how many pods there are, and each apply of this manifest sets them back.")
                           .arg(scalers.first()->title()),
                       Text::tr("Leave replicas out."));
    }
    if (scalers.size() > 1) {
        complaints.add("workload.two-scalers"_L1, owner, place,
                       Text::tr("%1 and %2 both scale it, each undoing the other.").arg(scalers[0]->title(), scalers[1]->title()),
                       Text::tr("Keep one of them."));
    }
    const bool recreates = textAt(owner.tree, {u"spec", u"strategy", u"type"}) == "Recreate"_L1;
    const qint64 least = inventory.podsAtLeast(pods);
    if (owner.kind == "Deployment"_L1 && least == 1 && !recreates) {
        complaints.add("workload.replicas"_L1, owner, place, Text::tr("There is one pod, so losing its node stops the service."),
                       Text::tr("Run two or more; where only one may run, say so with the strategy Recreate."));
    }
    if (recreates && least > 1) {
        complaints.add("workload.recreate"_L1, owner, {.path = u"spec.strategy"_s, .where = owner.at({u"spec", u"strategy"})},
                       Text::tr("Each change stops all pods before it starts new ones."), Text::tr("Use RollingUpdate."));
    }
}

void checkServiceName(const Object &owner, const Inventory &inventory, Complaints &complaints)
{
    const QString name = textAt(owner.tree, {u"spec", u"serviceName"});
    const Object *service = inventory.find(u"Service", owner.nameSpace, name);
    if (!service || textAt(service->tree, {u"spec", u"clusterIP"}) != "None"_L1) {
        complaints.add("statefulset.service"_L1, owner,
                       {.path = u"spec.serviceName"_s, .where = owner.at({u"spec", u"serviceName"})},
                       Text::tr("Its pods have no names in DNS: there is no headless Service called \"%1\".").arg(name),
                       Text::tr("Add a Service with clusterIP None and name it in serviceName."));
    }
}

void checkJob(const Pods &pods, Complaints &complaints)
{
    const Object &owner = *pods.owner;
    const QString policy = textAt(*pods.spec, {u"restartPolicy"});
    if (policy != "Never"_L1 && policy != "OnFailure"_L1) {
        complaints.add("job.restart-policy"_L1, owner, {.path = pods.path + u".restartPolicy"_s, .where = owner.at(*pods.spec)},
                       Text::tr("A job's pods must not be restarted for ever, which is what happens unless it is said."),
                       Text::tr("Set restartPolicy to Never or OnFailure."));
    }
    if (owner.kind == "CronJob"_L1 && valueAt(owner.tree, {u"spec", u"startingDeadlineSeconds"}).isNull()) {
        complaints.add("cronjob.deadline"_L1, owner, {.path = u"spec.startingDeadlineSeconds"_s, .where = owner.at({u"spec"})},
                       Text::tr("After a hundred missed starts it never runs again, and a late start comes at any time."),
                       Text::tr("Set startingDeadlineSeconds."));
    }
    if (owner.kind == "Job"_L1 && valueAt(owner.tree, {u"spec", u"ttlSecondsAfterFinished"}).isNull()) {
        complaints.add("job.ttl"_L1, owner, {.path = u"spec.ttlSecondsAfterFinished"_s, .where = owner.at({u"spec"})},
                       Text::tr("It stays when it is done until somebody deletes it."), Text::tr("Set ttlSecondsAfterFinished."));
    }
}

} // namespace

void checkWorkloads(const Inventory &inventory, Complaints &complaints)
{
    for (const Pods &pods : inventory.pods()) {
        const Object &owner = *pods.owner;
        if (pods.runOn()) {
            checkSelector(pods, inventory, complaints);
        }
        if (isScaled(owner)) {
            checkReplicas(pods, inventory, complaints);
        }
        if (owner.kind == "StatefulSet"_L1) {
            checkServiceName(owner, inventory, complaints);
        }
        if (owner.kind == "Job"_L1 || owner.kind == "CronJob"_L1) {
            checkJob(pods, complaints);
        }
    }
}

} // namespace sentinel::policy
