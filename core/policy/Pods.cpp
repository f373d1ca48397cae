// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Pods.h"

using namespace Qt::StringLiterals;

namespace sentinel::policy {

bool Pods::runOn() const
{
    return owner->kind == "Deployment"_L1 || owner->kind == "StatefulSet"_L1 || owner->kind == "DaemonSet"_L1
        || owner->kind == "ReplicaSet"_L1;
}

std::optional<Pods> podsOf(const Object &object)
{
    Pods pods{.owner = &object};
    const QString group = object.group();
    if (object.kind == "Pod"_L1 && group.isEmpty()) {
        pods.metadata = object.tree.find(u"metadata");
        pods.spec = object.tree.find(u"spec");
        pods.path = u"spec"_s;
    } else if (object.kind == "CronJob"_L1 && group == "batch"_L1) {
        pods.metadata = object.tree.find({u"spec", u"jobTemplate", u"spec", u"template", u"metadata"});
        pods.spec = object.tree.find({u"spec", u"jobTemplate", u"spec", u"template", u"spec"});
        pods.path = u"spec.jobTemplate.spec.template.spec"_s;
    } else if (group == "apps"_L1 || (group == "batch"_L1 && object.kind == "Job"_L1)
               || (group == "argoproj.io"_L1 && object.kind == "Rollout"_L1)
               || (group.isEmpty() && object.kind == "ReplicationController"_L1)) {
        pods.metadata = object.tree.find({u"spec", u"template", u"metadata"});
        pods.spec = object.tree.find({u"spec", u"template", u"spec"});
        pods.path = u"spec.template.spec"_s;
    }
    if (!pods.spec) {
        return {};
    }
    if (!pods.metadata) {
        pods.metadata = &nothing();
    }
    pods.labels = labelsOf(valueAt(*pods.metadata, {u"labels"}));
    return pods;
}

QList<Container> containersOf(const Pods &pods)
{
    QList<Container> result;
    for (const QStringView list : {QStringView(u"initContainers"), QStringView(u"containers")}) {
        const QList<yaml::Value> &items = valueAt(*pods.spec, {list}).items();
        for (qsizetype at = 0; at < items.size(); ++at) {
            Container container{
                .pods = &pods, .tree = &items[at], .path = u"%1.%2[%3]"_s.arg(pods.path, list.toString()).arg(at)};
            if (list == u"initContainers") {
                container.kind
                    = textAt(items[at], {u"restartPolicy"}) == "Always"_L1 ? Container::Kind::Sidecar : Container::Kind::Init;
            }
            result.append(container);
        }
    }
    return result;
}

} // namespace sentinel::policy
