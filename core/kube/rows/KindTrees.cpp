// SPDX-License-Identifier: GPL-3.0-or-later
// Names and numbers of fields: the published .proto files of k8s.io/api and k8s.io/apimachinery 0.35.
#include "core/kube/rows/KindTrees.h"

#include <array>

namespace sentinel::kube {

namespace {

using Shape = FieldNode::Shape;

constexpr FieldNode message(std::string_view json, quint32 number, std::span<const FieldNode> below, Slot slot = Slot::Inside)
{
    return {json, number, Shape::Message, slot, below};
}
constexpr FieldNode text(std::string_view json, quint32 number, Slot slot)
{
    return {json, number, Shape::Text, slot, {}};
}
constexpr FieldNode number(std::string_view json, quint32 number, Slot slot)
{
    return {json, number, Shape::Number, slot, {}};
}
constexpr FieldNode time(std::string_view json, quint32 number, Slot slot)
{
    return {json, number, Shape::Time, slot, {}};
}

constexpr std::array kOwner{text("kind", 1, Slot::OwnerKind), text("name", 3, Slot::OwnerName),
                            number("controller", 6, Slot::OwnerIsController)};
constexpr std::array kMetadata{text("name", 1, Slot::Name),
                               text("namespace", 3, Slot::Namespace),
                               text("uid", 5, Slot::Uid),
                               text("resourceVersion", 6, Slot::Version),
                               time("creationTimestamp", 8, Slot::Created),
                               time("deletionTimestamp", 9, Slot::Deletion),
                               FieldNode{"labels", 11, Shape::Map, Slot::Labels, {}},
                               message("ownerReferences", 13, kOwner, Slot::OwnerReference)};
constexpr FieldNode kMeta = message("metadata", 1, kMetadata);
constexpr std::array kMetadataOnly{kMeta};
constexpr std::array kBookmarkMetadata{text("resourceVersion", 6, Slot::Version),
                                       FieldNode{"annotations", 12, Shape::Map, Slot::Annotations, {}}};
constexpr std::array kBookmark{message("metadata", 1, kBookmarkMetadata)};

constexpr std::array kImage{text("image", 2, Slot::Image)};
constexpr std::array kTemplateSpec{message("containers", 2, kImage)};
constexpr std::array kTemplate{message("spec", 2, kTemplateSpec)};

// --- Pod
constexpr std::array kInitContainer{text("name", 1, Slot::ContainerName),
                                    text("restartPolicy", 24, Slot::ContainerRestartPolicy)};
constexpr std::array<FieldNode, 0> kNothing{};
constexpr std::array kPodSpec{message("containers", 2, kNothing, Slot::Container), text("nodeName", 10, Slot::NodeName),
                              message("initContainers", 20, kInitContainer, Slot::InitContainer)};
constexpr std::array kWaiting{text("reason", 1, Slot::WaitingReason)};
constexpr std::array kTerminated{number("exitCode", 1, Slot::ExitCode), number("signal", 2, Slot::Signal),
                                 text("reason", 3, Slot::TerminatedReason)};
constexpr std::array kLastTerminated{time("finishedAt", 6, Slot::LastFinished)};
constexpr std::array kState{message("waiting", 1, kWaiting, Slot::Waiting), message("running", 2, kNothing, Slot::Running),
                            message("terminated", 3, kTerminated, Slot::Terminated)};
constexpr std::array kLastState{message("terminated", 3, kLastTerminated)};
constexpr std::array kContainerStatus{text("name", 1, Slot::StatusName),
                                      message("state", 2, kState),
                                      message("lastState", 3, kLastState),
                                      number("ready", 4, Slot::StatusReady),
                                      number("restartCount", 5, Slot::StatusRestarts),
                                      number("started", 9, Slot::StatusStarted)};
constexpr std::array kPodCondition{text("type", 1, Slot::ConditionType), text("status", 2, Slot::ConditionStatus),
                                   text("reason", 5, Slot::ConditionReason)};
constexpr std::array kPodStatus{text("phase", 1, Slot::Phase),
                                message("conditions", 2, kPodCondition, Slot::Condition),
                                text("reason", 4, Slot::Reason),
                                text("podIP", 6, Slot::PodIp),
                                message("containerStatuses", 8, kContainerStatus, Slot::ContainerStatus),
                                message("initContainerStatuses", 10, kContainerStatus, Slot::InitStatus)};
constexpr std::array kPod{kMeta, message("spec", 2, kPodSpec), message("status", 3, kPodStatus)};

// --- workloads; their conditions begin alike
constexpr std::array kWordCondition{text("type", 1, Slot::ConditionType), text("status", 2, Slot::ConditionStatus)};
constexpr std::array kDeploymentSpec{number("replicas", 1, Slot::Desired), message("template", 3, kTemplate)};
constexpr std::array kDeploymentStatus{number("replicas", 2, Slot::Current), number("updatedReplicas", 3, Slot::UpToDate),
                                       number("availableReplicas", 4, Slot::Available),
                                       message("conditions", 6, kWordCondition, Slot::Condition),
                                       number("readyReplicas", 7, Slot::ReadyCount)};
constexpr std::array kDeployment{kMeta, message("spec", 2, kDeploymentSpec), message("status", 3, kDeploymentStatus)};
constexpr std::array kStatefulSetStatus{number("replicas", 2, Slot::Current), number("readyReplicas", 3, Slot::ReadyCount),
                                        number("updatedReplicas", 5, Slot::UpToDate)};
constexpr std::array kStatefulSet{kMeta, message("spec", 2, kDeploymentSpec), message("status", 3, kStatefulSetStatus)};
constexpr std::array kDaemonSetSpec{message("template", 2, kTemplate)};
constexpr std::array kDaemonSetStatus{
    number("currentNumberScheduled", 1, Slot::Current), number("desiredNumberScheduled", 3, Slot::Desired),
    number("numberReady", 4, Slot::ReadyCount), number("updatedNumberScheduled", 6, Slot::UpToDate),
    number("numberAvailable", 7, Slot::Available)};
constexpr std::array kDaemonSet{kMeta, message("spec", 2, kDaemonSetSpec), message("status", 3, kDaemonSetStatus)};
constexpr std::array kReplicaSetStatus{number("replicas", 1, Slot::Current), number("readyReplicas", 4, Slot::ReadyCount)};
constexpr std::array kReplicaSet{kMeta, message("spec", 2, kDeploymentSpec), message("status", 3, kReplicaSetStatus)};

// --- jobs
constexpr std::array kJobSpec{number("parallelism", 1, Slot::Parallelism), number("completions", 2, Slot::Completions),
                              message("template", 6, kTemplate)};
constexpr std::array kJobStatus{message("conditions", 1, kWordCondition, Slot::Condition), time("startTime", 2, Slot::Started),
                                time("completionTime", 3, Slot::Finished), number("active", 4, Slot::Active),
                                number("succeeded", 5, Slot::Succeeded)};
constexpr std::array kJob{kMeta, message("spec", 2, kJobSpec), message("status", 3, kJobStatus)};
constexpr std::array kScheduledSpec{message("template", 6, kTemplate)};
constexpr std::array kJobTemplate{message("spec", 2, kScheduledSpec)};
constexpr std::array kCronJobSpec{text("schedule", 1, Slot::Schedule), number("suspend", 4, Slot::Suspend),
                                  message("jobTemplate", 5, kJobTemplate), text("timeZone", 8, Slot::TimeZone)};
constexpr std::array kCronJobStatus{message("active", 1, kNothing, Slot::Active),
                                    time("lastScheduleTime", 4, Slot::LastSchedule)};
constexpr std::array kCronJob{kMeta, message("spec", 2, kCronJobSpec), message("status", 3, kCronJobStatus)};

// --- network
constexpr std::array kPort{text("protocol", 2, Slot::Protocol), number("port", 3, Slot::PortNumber),
                           number("nodePort", 5, Slot::NodePort)};
constexpr std::array kServiceSpec{message("ports", 1, kPort, Slot::Port), text("clusterIP", 3, Slot::ClusterIp),
                                  text("type", 4, Slot::ServiceType), text("externalIPs", 5, Slot::ExternalIp),
                                  text("externalName", 10, Slot::ExternalName)};
constexpr std::array kIngressPoint{text("ip", 1, Slot::IngressIp), text("hostname", 2, Slot::IngressHost)};
constexpr std::array kLoadBalancer{message("ingress", 1, kIngressPoint)};
constexpr std::array kServiceStatus{message("loadBalancer", 1, kLoadBalancer)};
constexpr std::array kService{kMeta, message("spec", 2, kServiceSpec), message("status", 3, kServiceStatus)};
constexpr std::array kIngressRule{text("host", 1, Slot::Host)};
constexpr std::array kIngressSpec{message("rules", 3, kIngressRule), text("ingressClassName", 4, Slot::Class)};
constexpr std::array kIngress{kMeta, message("spec", 2, kIngressSpec), message("status", 3, kServiceStatus)};

// --- the rest
constexpr std::array kNodeSpec{number("unschedulable", 4, Slot::Unschedulable)};
constexpr std::array kNodeAddress{text("type", 1, Slot::AddressType), text("address", 2, Slot::Address)};
constexpr std::array kNodeInfo{text("kubeletVersion", 7, Slot::KubeletVersion)};
constexpr std::array kNodeStatus{message("conditions", 4, kWordCondition, Slot::Condition),
                                 message("addresses", 5, kNodeAddress, Slot::NodeAddress), message("nodeInfo", 7, kNodeInfo)};
constexpr std::array kNode{kMeta, message("spec", 2, kNodeSpec), message("status", 3, kNodeStatus)};
constexpr std::array kClaimSpec{text("volumeName", 3, Slot::Volume), text("storageClassName", 5, Slot::StorageClass)};
constexpr std::array kClaimStatus{text("phase", 1, Slot::Phase), text("accessModes", 2, Slot::AccessMode),
                                  FieldNode{"capacity", 3, Shape::Quantities, Slot::Capacity, {}}};
constexpr std::array kClaim{kMeta, message("spec", 2, kClaimSpec), message("status", 3, kClaimStatus)};
constexpr std::array kPhase{text("phase", 1, Slot::Phase)};
constexpr std::array kNamespaceKind{kMeta, message("status", 3, kPhase)};
constexpr std::array kSubject{text("kind", 1, Slot::SubjectKind), text("name", 3, Slot::SubjectName)};
constexpr std::array kSeries{number("count", 1, Slot::SeriesCount), time("lastObservedTime", 2, Slot::SeriesSeen)};
constexpr std::array kEvent{kMeta,
                            message("involvedObject", 2, kSubject),
                            text("reason", 3, Slot::Reason),
                            text("message", 4, Slot::Message),
                            time("firstTimestamp", 6, Slot::FirstSeen),
                            time("lastTimestamp", 7, Slot::LastSeen),
                            number("count", 8, Slot::Count),
                            text("type", 9, Slot::EventType),
                            time("eventTime", 10, Slot::EventTime),
                            message("series", 11, kSeries)};

// --- custom resources: JSON only
constexpr std::array kCondition{text("type", 0, Slot::ConditionType), text("status", 0, Slot::ConditionStatus),
                                text("reason", 0, Slot::ConditionReason), text("message", 0, Slot::ConditionMessage)};
constexpr std::array kCustomStatus{message("conditions", 0, kCondition, Slot::Condition), text("phase", 0, Slot::Phase),
                                   text("reason", 0, Slot::Reason), text("message", 0, Slot::Message)};
constexpr std::array kCustom{kMeta, message("status", 0, kCustomStatus)};
constexpr std::array kSyncStatus{text("status", 0, Slot::Sync), text("revision", 0, Slot::Revision)};
constexpr std::array kHealthStatus{text("status", 0, Slot::Health), text("message", 0, Slot::HealthMessage)};
constexpr std::array kApplicationStatus{message("sync", 0, kSyncStatus), message("health", 0, kHealthStatus)};
constexpr std::array kApplication{kMeta, message("status", 0, kApplicationStatus)};

} // namespace

std::span<const FieldNode> treeOf(RowLayout::Reader reader)
{
    switch (reader) {
    case RowLayout::Reader::Metadata:
        return kMetadataOnly;
    case RowLayout::Reader::Custom:
        return kCustom;
    case RowLayout::Reader::Pod:
        return kPod;
    case RowLayout::Reader::Deployment:
        return kDeployment;
    case RowLayout::Reader::StatefulSet:
        return kStatefulSet;
    case RowLayout::Reader::DaemonSet:
        return kDaemonSet;
    case RowLayout::Reader::ReplicaSet:
        return kReplicaSet;
    case RowLayout::Reader::Job:
        return kJob;
    case RowLayout::Reader::CronJob:
        return kCronJob;
    case RowLayout::Reader::Service:
        return kService;
    case RowLayout::Reader::Node:
        return kNode;
    case RowLayout::Reader::Claim:
        return kClaim;
    case RowLayout::Reader::Ingress:
        return kIngress;
    case RowLayout::Reader::Namespace:
        return kNamespaceKind;
    case RowLayout::Reader::Event:
        return kEvent;
    case RowLayout::Reader::Application:
        return kApplication;
    }
    return kMetadataOnly;
}

std::span<const FieldNode> bookmarkTree()
{
    return kBookmark;
}

} // namespace sentinel::kube
