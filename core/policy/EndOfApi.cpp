// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/SchemaCheck.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

constexpr std::array kEnds{
    EndOfApi{"extensions/v1beta1"_L1, "Ingress"_L1, 14, 22, "networking.k8s.io/v1"_L1},
    EndOfApi{"extensions/v1beta1"_L1, "NetworkPolicy"_L1, 9, 16, "networking.k8s.io/v1"_L1},
    EndOfApi{"extensions/v1beta1"_L1, "PodSecurityPolicy"_L1, 10, 16, ""_L1},
    EndOfApi{"extensions/v1beta1"_L1, ""_L1, 9, 16, "apps/v1"_L1},
    EndOfApi{"apps/v1beta1"_L1, ""_L1, 9, 16, "apps/v1"_L1},
    EndOfApi{"apps/v1beta2"_L1, ""_L1, 9, 16, "apps/v1"_L1},
    EndOfApi{"admissionregistration.k8s.io/v1beta1"_L1, "MutatingWebhookConfiguration"_L1, 16, 22,
             "admissionregistration.k8s.io/v1"_L1},
    EndOfApi{"admissionregistration.k8s.io/v1beta1"_L1, "ValidatingWebhookConfiguration"_L1, 16, 22,
             "admissionregistration.k8s.io/v1"_L1},
    EndOfApi{"apiextensions.k8s.io/v1beta1"_L1, ""_L1, 16, 22, "apiextensions.k8s.io/v1"_L1},
    EndOfApi{"apiregistration.k8s.io/v1beta1"_L1, ""_L1, 19, 22, "apiregistration.k8s.io/v1"_L1},
    EndOfApi{"authentication.k8s.io/v1beta1"_L1, "TokenReview"_L1, 19, 22, "authentication.k8s.io/v1"_L1},
    EndOfApi{"authorization.k8s.io/v1beta1"_L1, ""_L1, 19, 22, "authorization.k8s.io/v1"_L1},
    EndOfApi{"certificates.k8s.io/v1beta1"_L1, "CertificateSigningRequest"_L1, 19, 22, "certificates.k8s.io/v1"_L1},
    EndOfApi{"coordination.k8s.io/v1beta1"_L1, "Lease"_L1, 19, 22, "coordination.k8s.io/v1"_L1},
    EndOfApi{"networking.k8s.io/v1beta1"_L1, "Ingress"_L1, 19, 22, "networking.k8s.io/v1"_L1},
    EndOfApi{"networking.k8s.io/v1beta1"_L1, "IngressClass"_L1, 19, 22, "networking.k8s.io/v1"_L1},
    EndOfApi{"rbac.authorization.k8s.io/v1alpha1"_L1, ""_L1, 17, 22, "rbac.authorization.k8s.io/v1"_L1},
    EndOfApi{"rbac.authorization.k8s.io/v1beta1"_L1, ""_L1, 17, 22, "rbac.authorization.k8s.io/v1"_L1},
    EndOfApi{"scheduling.k8s.io/v1beta1"_L1, "PriorityClass"_L1, 14, 22, "scheduling.k8s.io/v1"_L1},
    EndOfApi{"storage.k8s.io/v1beta1"_L1, "CSIDriver"_L1, 19, 22, "storage.k8s.io/v1"_L1},
    EndOfApi{"storage.k8s.io/v1beta1"_L1, "CSINode"_L1, 17, 22, "storage.k8s.io/v1"_L1},
    EndOfApi{"storage.k8s.io/v1beta1"_L1, "StorageClass"_L1, 19, 22, "storage.k8s.io/v1"_L1},
    EndOfApi{"storage.k8s.io/v1beta1"_L1, "VolumeAttachment"_L1, 19, 22, "storage.k8s.io/v1"_L1},
    EndOfApi{"storage.k8s.io/v1beta1"_L1, "CSIStorageCapacity"_L1, 24, 27, "storage.k8s.io/v1"_L1},
    EndOfApi{"batch/v1beta1"_L1, "CronJob"_L1, 21, 25, "batch/v1"_L1},
    EndOfApi{"discovery.k8s.io/v1beta1"_L1, "EndpointSlice"_L1, 21, 25, "discovery.k8s.io/v1"_L1},
    EndOfApi{"events.k8s.io/v1beta1"_L1, "Event"_L1, 19, 25, "events.k8s.io/v1"_L1},
    EndOfApi{"autoscaling/v2beta1"_L1, ""_L1, 22, 25, "autoscaling/v2"_L1},
    EndOfApi{"autoscaling/v2beta2"_L1, ""_L1, 23, 26, "autoscaling/v2"_L1},
    EndOfApi{"policy/v1beta1"_L1, "PodDisruptionBudget"_L1, 21, 25, "policy/v1"_L1},
    EndOfApi{"policy/v1beta1"_L1, "PodSecurityPolicy"_L1, 21, 25, ""_L1},
    EndOfApi{"node.k8s.io/v1beta1"_L1, "RuntimeClass"_L1, 22, 25, "node.k8s.io/v1"_L1},
    EndOfApi{"flowcontrol.apiserver.k8s.io/v1beta1"_L1, ""_L1, 23, 26, "flowcontrol.apiserver.k8s.io/v1"_L1},
    EndOfApi{"flowcontrol.apiserver.k8s.io/v1beta2"_L1, ""_L1, 26, 29, "flowcontrol.apiserver.k8s.io/v1"_L1},
    EndOfApi{"flowcontrol.apiserver.k8s.io/v1beta3"_L1, ""_L1, 29, 32, "flowcontrol.apiserver.k8s.io/v1"_L1},
    EndOfApi{"v1"_L1, "ComponentStatus"_L1, 19, 0, ""_L1},
    EndOfApi{"v1"_L1, "Endpoints"_L1, 33, 0, "discovery.k8s.io/v1"_L1},
};

} // namespace

const EndOfApi *endOf(QStringView apiVersion, QStringView kind)
{
    const auto found = std::ranges::find_if(
        kEnds, [&](const EndOfApi &end) { return apiVersion == end.apiVersion && (end.kind.isEmpty() || kind == end.kind); });
    return found == kEnds.end() ? nullptr : &*found;
}

} // namespace sentinel::policy
