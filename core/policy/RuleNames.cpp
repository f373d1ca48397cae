// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Exemptions.h"
#include "core/policy/Rules.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct OtherName
{
    QLatin1StringView name; ///< of kube-score, kube-linter, Polaris or kubesec; no two of them mean different things
    QLatin1StringView rule;
};

constexpr std::array kOtherNames{
    OtherName{"access-to-secrets"_L1, "access.secrets"_L1},
    OtherName{"automountServiceAccountToken"_L1, "pod.token-mounted"_L1},
    OtherName{"container-ephemeral-storage-request-and-limit"_L1, "container.resources"_L1},
    OtherName{"container-image-pull-policy"_L1, "container.pull-policy"_L1},
    OtherName{"container-image-tag"_L1, "container.image-tag"_L1},
    OtherName{"container-resources"_L1, "container.resources"_L1},
    OtherName{"container-seccomp-profile"_L1, "container.seccomp"_L1},
    OtherName{"container-security-context-privileged"_L1, "container.privileged"_L1},
    OtherName{"container-security-context-readonlyrootfilesystem"_L1, "container.read-only-root"_L1},
    OtherName{"container-security-context-user-group-id"_L1, "container.low-user-id"_L1},
    OtherName{"cronjob-has-deadline"_L1, "cronjob.deadline"_L1},
    OtherName{"cronjob-restartpolicy"_L1, "job.restart-policy"_L1},
    OtherName{"dangerousCapabilities"_L1, "container.capabilities"_L1},
    OtherName{"dangling-horizontalpodautoscaler"_L1, "hpa.target"_L1},
    OtherName{"dangling-networkpolicy"_L1, "network.selects-nothing"_L1},
    OtherName{"dangling-networkpolicypeer-podselector"_L1, "network.peer-selects-nothing"_L1},
    OtherName{"dangling-service"_L1, "service.selects-nothing"_L1},
    OtherName{"dangling-servicemonitor"_L1, "monitor.selects-nothing"_L1},
    OtherName{"deployment-has-host-podantiaffinity"_L1, "pod.anti-affinity"_L1},
    OtherName{"deployment-has-poddisruptionbudget"_L1, "pdb.missing"_L1},
    OtherName{"deployment-replicas"_L1, "workload.replicas"_L1},
    OtherName{"deployment-strategy"_L1, "workload.recreate"_L1},
    OtherName{"deployment-targeted-by-hpa-does-not-have-replicas-configured"_L1, "workload.replicas-owner"_L1},
    OtherName{"deprecated-service-account-field"_L1, "pod.deprecated-service-account"_L1},
    OtherName{"docker-sock"_L1, "pod.runtime-socket"_L1},
    OtherName{"drop-all-capabilities"_L1, "container.capabilities"_L1},
    OtherName{"drop-net-raw-capability"_L1, "container.capabilities"_L1},
    OtherName{"duplicate-env-var"_L1, "container.duplicate-env"_L1},
    OtherName{"env-var-secret"_L1, "container.secret-in-env"_L1},
    OtherName{"environment-variable-key-duplication"_L1, "container.duplicate-env"_L1},
    OtherName{"horizontalpodautoscaler-has-target"_L1, "hpa.target"_L1},
    OtherName{"horizontalpodautoscaler-replicas"_L1, "hpa.min-replicas"_L1},
    OtherName{"host-ipc"_L1, "pod.host-ipc"_L1},
    OtherName{"host-network"_L1, "pod.host-network"_L1},
    OtherName{"host-network"_L1, "container.host-port"_L1},
    OtherName{"host-pid"_L1, "pod.host-pid"_L1},
    OtherName{"hostIPCSet"_L1, "pod.host-ipc"_L1},
    OtherName{"hostNetworkSet"_L1, "pod.host-network"_L1},
    OtherName{"hostPIDSet"_L1, "pod.host-pid"_L1},
    OtherName{"hostPathSet"_L1, "pod.host-path"_L1},
    OtherName{"hpaMinAvailability"_L1, "hpa.min-replicas"_L1},
    OtherName{"ingress-targets-service"_L1, "ingress.service"_L1},
    OtherName{"invalid-target-ports"_L1, "service.target-port"_L1},
    OtherName{"job-ttl-seconds-after-finished"_L1, "job.ttl"_L1},
    OtherName{"label-values"_L1, "object.label"_L1},
    OtherName{"latest-tag"_L1, "container.image-tag"_L1},
    OtherName{"liveness-port"_L1, "container.probe-port-undeclared"_L1},
    OtherName{"mismatching-selector"_L1, "workload.selector"_L1},
    OtherName{"missingNetworkPolicy"_L1, "network.unprotected-pod"_L1},
    OtherName{"missingPodDisruptionBudget"_L1, "pdb.missing"_L1},
    OtherName{"networkpolicy-targets-pod"_L1, "network.selects-nothing"_L1},
    OtherName{"no-anti-affinity"_L1, "pod.anti-affinity"_L1},
    OtherName{"no-extensions-v1beta"_L1, "api.removed"_L1},
    OtherName{"no-liveness-probe"_L1, "container.probes-missing"_L1},
    OtherName{"no-read-only-root-fs"_L1, "container.read-only-root"_L1},
    OtherName{"no-readiness-probe"_L1, "container.probes-missing"_L1},
    OtherName{"non-existent-service-account"_L1, "pod.missing-service-account"_L1},
    OtherName{"non-isolated-pod"_L1, "network.unprotected-pod"_L1},
    OtherName{"notReadOnlyRootFilesystem"_L1, "container.read-only-root"_L1},
    OtherName{"pdb-max-unavailable"_L1, "pdb.blocks-drain"_L1},
    OtherName{"pdb-min-available"_L1, "pdb.blocks-drain"_L1},
    OtherName{"pdb-unhealthy-pod-eviction-policy"_L1, "pdb.unhealthy-eviction"_L1},
    OtherName{"pdbDisruptionsIsZero"_L1, "pdb.blocks-drain"_L1},
    OtherName{"pod-networkpolicy"_L1, "network.unprotected-pod"_L1},
    OtherName{"pod-probes"_L1, "container.probes-missing"_L1},
    OtherName{"pod-probes-identical"_L1, "container.probes-identical"_L1},
    OtherName{"pod-topology-spread-constraints"_L1, "pod.topology-spread"_L1},
    OtherName{"poddisruptionbudget-has-policy"_L1, "pdb.empty"_L1},
    OtherName{"priority-class-name"_L1, "pod.priority-class"_L1},
    OtherName{"priorityClassNotSet"_L1, "pod.priority-class"_L1},
    OtherName{"privilege-escalation-container"_L1, "container.privilege-escalation"_L1},
    OtherName{"privileged-container"_L1, "container.privileged"_L1},
    OtherName{"privilegeEscalationAllowed"_L1, "container.privilege-escalation"_L1},
    OtherName{"procMount"_L1, "container.proc-mount"_L1},
    OtherName{"pullPolicyNotAlways"_L1, "container.pull-policy"_L1},
    OtherName{"read-secret-from-env-var"_L1, "container.secret-from-env"_L1},
    OtherName{"readiness-port"_L1, "container.probe-port-undeclared"_L1},
    OtherName{"run-as-non-root"_L1, "container.run-as-root"_L1},
    OtherName{"run-as-non-root"_L1, "container.low-user-id"_L1},
    OtherName{"runAsPrivileged"_L1, "container.privileged"_L1},
    OtherName{"runAsRootAllowed"_L1, "container.run-as-root"_L1},
    OtherName{"secrets-as-env"_L1, "container.secret-from-env"_L1},
    OtherName{"sensitive-host-mounts"_L1, "pod.host-path"_L1},
    OtherName{"sensitive-host-mounts"_L1, "pod.runtime-socket"_L1},
    OtherName{"sensitiveConfigmapContent"_L1, "config.credentials"_L1},
    OtherName{"sensitiveContainerEnvVar"_L1, "container.secret-in-env"_L1},
    OtherName{"service-targets-pod"_L1, "service.selects-nothing"_L1},
    OtherName{"service-type"_L1, "service.node-port"_L1},
    OtherName{"ssh-port"_L1, "container.ssh-port"_L1},
    OtherName{"stable-version"_L1, "api.removed"_L1},
    OtherName{"stable-version"_L1, "api.not-on-by-default"_L1},
    OtherName{"startup-port"_L1, "container.probe-port-undeclared"_L1},
    OtherName{"statefulset-has-host-podantiaffinity"_L1, "pod.anti-affinity"_L1},
    OtherName{"statefulset-has-poddisruptionbudget"_L1, "pdb.missing"_L1},
    OtherName{"statefulset-has-servicename"_L1, "statefulset.service"_L1},
    OtherName{"tagNotSpecified"_L1, "container.image-tag"_L1},
    OtherName{"tlsSettingsMissing"_L1, "ingress.tls"_L1},
    OtherName{"topologySpreadConstraint"_L1, "pod.topology-spread"_L1},
    OtherName{"unsafe-sysctls"_L1, "pod.sysctls"_L1},
    OtherName{"unset-cpu-requirements"_L1, "container.resources"_L1},
    OtherName{"unset-memory-requirements"_L1, "container.resources"_L1},
    OtherName{"use-namespace"_L1, "object.default-namespace"_L1},
    OtherName{"wildcard-in-rules"_L1, "access.wildcard"_L1},
};

} // namespace

QStringList rulesNamed(const QString &name)
{
    if (findRule(name)) {
        return {name};
    }
    const QString bare = name.sliced(name.indexOf(u'/') + 1);
    QStringList result;
    for (const OtherName &other : kOtherNames) {
        if (bare == other.name) {
            result.append(other.rule);
        }
    }
    return result;
}

} // namespace sentinel::policy
