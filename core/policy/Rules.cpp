// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

// Errors are what an API server or a restricted namespace refuses, what leads nowhere, and what gives away the cluster; warnings
// what costs availability or widens what an intruder may do; notes what is good practice where it fits.
constexpr std::array kRules{
    Rule{"access.anonymous"_L1, Severity::Error},
    Rule{"access.cluster-admin"_L1, Severity::Error},
    Rule{"access.escalation"_L1, Severity::Error},
    Rule{"access.exec"_L1, Severity::Error},
    Rule{"access.missing-subject"_L1, Severity::Warning},
    Rule{"access.secrets"_L1, Severity::Warning},
    Rule{"access.wildcard"_L1, Severity::Error},
    Rule{"api.deprecated"_L1, Severity::Warning},
    Rule{"api.not-on-by-default"_L1, Severity::Warning},
    Rule{"api.removed"_L1, Severity::Error},
    Rule{"config.credentials"_L1, Severity::Error},
    Rule{"container.apparmor"_L1, Severity::Error},
    Rule{"container.capabilities"_L1, Severity::Error},
    Rule{"container.duplicate-env"_L1, Severity::Error},
    Rule{"container.duplicate-mount"_L1, Severity::Error},
    Rule{"container.duplicate-port"_L1, Severity::Warning},
    Rule{"container.env-reference"_L1, Severity::Warning},
    Rule{"container.host-port"_L1, Severity::Error},
    Rule{"container.image-digest"_L1, Severity::Info},
    Rule{"container.image-tag"_L1, Severity::Error},
    Rule{"container.low-user-id"_L1, Severity::Warning},
    Rule{"container.privilege-escalation"_L1, Severity::Error},
    Rule{"container.privileged"_L1, Severity::Error},
    Rule{"container.probe-port"_L1, Severity::Error},
    Rule{"container.probe-port-undeclared"_L1, Severity::Warning},
    Rule{"container.probes-identical"_L1, Severity::Warning},
    Rule{"container.probes-missing"_L1, Severity::Warning},
    Rule{"container.proc-mount"_L1, Severity::Error},
    Rule{"container.pull-policy"_L1, Severity::Info},
    Rule{"container.read-only-root"_L1, Severity::Warning},
    Rule{"container.request-over-limit"_L1, Severity::Error},
    Rule{"container.resources"_L1, Severity::Warning},
    Rule{"container.run-as-root"_L1, Severity::Error},
    Rule{"container.seccomp"_L1, Severity::Error},
    Rule{"container.secret-from-env"_L1, Severity::Info},
    Rule{"container.secret-in-env"_L1, Severity::Error},
    Rule{"container.selinux"_L1, Severity::Error},
    Rule{"container.ssh-port"_L1, Severity::Warning},
    Rule{"container.unknown-volume"_L1, Severity::Error},
    Rule{"cronjob.deadline"_L1, Severity::Warning},
    Rule{"exemption.expired"_L1, Severity::Warning},
    Rule{"exemption.unused"_L1, Severity::Info},
    Rule{"hpa.min-replicas"_L1, Severity::Warning},
    Rule{"hpa.range"_L1, Severity::Error},
    Rule{"hpa.target"_L1, Severity::Error},
    Rule{"ingress.service"_L1, Severity::Error},
    Rule{"ingress.tls"_L1, Severity::Warning},
    Rule{"job.restart-policy"_L1, Severity::Error},
    Rule{"job.ttl"_L1, Severity::Info},
    Rule{"manifest.no-object"_L1, Severity::Error},
    Rule{"monitor.selects-nothing"_L1, Severity::Warning},
    Rule{"namespace.pod-security"_L1, Severity::Warning},
    Rule{"network.flow-closed"_L1, Severity::Error},
    Rule{"network.flow-perhaps"_L1, Severity::Warning},
    Rule{"network.flow-unwanted"_L1, Severity::Error},
    Rule{"network.invalid"_L1, Severity::Error},
    Rule{"network.open-to-world"_L1, Severity::Warning},
    Rule{"network.peer-selects-nothing"_L1, Severity::Info},
    Rule{"network.selects-nothing"_L1, Severity::Warning},
    Rule{"network.unprotected-pod"_L1, Severity::Warning},
    Rule{"object.default-namespace"_L1, Severity::Warning},
    Rule{"object.duplicate"_L1, Severity::Error},
    Rule{"object.label"_L1, Severity::Error},
    Rule{"object.name"_L1, Severity::Error},
    Rule{"pdb.blocks-drain"_L1, Severity::Error},
    Rule{"pdb.empty"_L1, Severity::Error},
    Rule{"pdb.missing"_L1, Severity::Warning},
    Rule{"pdb.selects-nothing"_L1, Severity::Warning},
    Rule{"pdb.unhealthy-eviction"_L1, Severity::Warning},
    Rule{"pod.anti-affinity"_L1, Severity::Warning},
    Rule{"pod.deprecated-service-account"_L1, Severity::Warning},
    Rule{"pod.empty-dir-limit"_L1, Severity::Info},
    Rule{"pod.host-ipc"_L1, Severity::Error},
    Rule{"pod.host-network"_L1, Severity::Error},
    Rule{"pod.host-path"_L1, Severity::Error},
    Rule{"pod.host-pid"_L1, Severity::Error},
    Rule{"pod.host-process"_L1, Severity::Error},
    Rule{"pod.missing-claim"_L1, Severity::Warning},
    Rule{"pod.missing-config"_L1, Severity::Warning},
    Rule{"pod.missing-service-account"_L1, Severity::Warning},
    Rule{"pod.priority-class"_L1, Severity::Info},
    Rule{"pod.runtime-socket"_L1, Severity::Error},
    Rule{"pod.service-account"_L1, Severity::Warning},
    Rule{"pod.service-links"_L1, Severity::Info},
    Rule{"pod.stop-too-long"_L1, Severity::Warning},
    Rule{"pod.sysctls"_L1, Severity::Error},
    Rule{"pod.token-mounted"_L1, Severity::Warning},
    Rule{"pod.topology-spread"_L1, Severity::Info},
    Rule{"pod.volume-kind"_L1, Severity::Error},
    Rule{"route.service"_L1, Severity::Error},
    Rule{"schema.missing-field"_L1, Severity::Error},
    Rule{"schema.unchecked-kind"_L1, Severity::Warning},
    Rule{"schema.unknown-field"_L1, Severity::Error},
    Rule{"schema.unknown-kind"_L1, Severity::Error},
    Rule{"schema.wrong-type"_L1, Severity::Error},
    Rule{"schema.wrong-value"_L1, Severity::Error},
    Rule{"secret.in-manifests"_L1, Severity::Warning},
    Rule{"service.external-ips"_L1, Severity::Error},
    Rule{"service.node-port"_L1, Severity::Warning},
    Rule{"service.selects-nothing"_L1, Severity::Error},
    Rule{"service.target-port"_L1, Severity::Error},
    Rule{"service.target-port-undeclared"_L1, Severity::Warning},
    Rule{"statefulset.service"_L1, Severity::Error},
    Rule{"workload.recreate"_L1, Severity::Warning},
    Rule{"workload.replicas"_L1, Severity::Warning},
    Rule{"workload.replicas-owner"_L1, Severity::Error},
    Rule{"workload.selector"_L1, Severity::Error},
    Rule{"workload.selector-shared"_L1, Severity::Error},
    Rule{"workload.two-scalers"_L1, Severity::Error},
};
static_assert(std::ranges::is_sorted(kRules, {},
                                     [](const Rule &rule) { return std::string_view(rule.id.data(), rule.id.size()); }));

QString nameKey(QStringView kind, QStringView nameSpace, QStringView name)
{
    return kind.toString() + u'/' + nameSpace.toString() + u'/' + name.toString();
}

} // namespace

std::span<const Rule> allRules()
{
    return kRules;
}

const Rule *findRule(QStringView id)
{
    const auto found = std::ranges::find_if(kRules, [id](const Rule &rule) { return id == rule.id; });
    return found == kRules.end() ? nullptr : &*found;
}

void Complaints::add(QLatin1StringView rule, const Object &object, const Place &place, const QString &sentence,
                     const QString &remedy)
{
    const Rule *known = findRule(QString(rule));
    Q_ASSERT(known);
    m_findings.append({.severity = known->severity,
                       .rule = rule,
                       .object = object.title(),
                       .path = place.path,
                       .sentence = sentence,
                       .remedy = remedy,
                       .where = place.where});
}

Inventory::Inventory(const Manifests &manifests)
    : m_manifests(manifests)
{
    for (const Object &object : manifests.objects) {
        m_kinds[object.kind].append(&object);
        m_names.insert(nameKey(object.kind, object.nameSpace, object.name), &object);
        if (std::optional<Pods> pods = podsOf(object)) {
            m_pods.push_back(*std::move(pods));
        }
    }
}

const Object *Inventory::find(QStringView kind, QStringView nameSpace, QStringView name) const
{
    return m_names.value(nameKey(kind, nameSpace, name));
}

QList<const Pods *> Inventory::selected(QStringView nameSpace, const LabelSelector &selector) const
{
    QList<const Pods *> result;
    for (const Pods &pods : m_pods) {
        if (pods.owner->nameSpace == nameSpace && selector.matches(pods.labels)) {
            result.append(&pods);
        }
    }
    return result;
}

QList<const Object *> Inventory::scalersOf(const Object &object) const
{
    QList<const Object *> result;
    for (const QStringView kind : {QStringView(u"HorizontalPodAutoscaler"), QStringView(u"ScaledObject")}) {
        for (const Object *scaler : of(kind)) {
            const yaml::Value &target = valueAt(scaler->tree, {u"spec", u"scaleTargetRef"});
            const QString kindOf = textAt(target, {u"kind"});
            const bool sameKind = kindOf == object.kind || (kindOf.isEmpty() && object.kind == "Deployment"_L1);
            if (scaler->nameSpace == object.nameSpace && sameKind && textAt(target, {u"name"}) == object.name) {
                result.append(scaler);
            }
        }
    }
    return result;
}

qint64 Inventory::podsAtLeast(const Pods &pods) const
{
    const QList<const Object *> scalers = scalersOf(*pods.owner);
    if (scalers.isEmpty()) {
        return pods.replicas();
    }
    const yaml::Value &tree = scalers.first()->tree;
    return scalers.first()->kind == "ScaledObject"_L1 ? numberAt(tree, {u"spec", u"minReplicaCount"}, 0)
                                                      : numberAt(tree, {u"spec", u"minReplicas"}, 1);
}

Findings checkRules(const Manifests &manifests)
{
    const Inventory inventory(manifests);
    Complaints complaints;
    checkObjects(inventory, complaints);
    for (const Pods &pods : inventory.pods()) {
        checkPodSecurity(pods, complaints);
        checkPods(pods, inventory, complaints);
        for (const Container &container : containersOf(pods)) {
            checkContainerSecurity(container, complaints);
            checkContainerRuns(container, complaints);
            checkContainer(container, inventory, complaints);
        }
    }
    checkWorkloads(inventory, complaints);
    checkAvailability(inventory, complaints);
    checkServices(inventory, complaints);
    checkNetworkPolicies(inventory, complaints);
    checkAccess(inventory, complaints);
    return complaints.take();
}

} // namespace sentinel::policy
