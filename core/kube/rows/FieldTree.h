// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <span>
#include <string_view>

namespace sentinel::kube {

/// What is read of an object: the rest is passed over, in JSON as in protobuf. Names of slots say where the value stands.
enum class Slot : quint8 {
    Inside, ///< of no meaning itself: what is below has
    // metadata
    Name,
    Namespace,
    Uid,
    Version,
    Created,
    Deletion,
    Labels,
    Annotations,
    OwnerReference, ///< one of them
    OwnerKind,
    OwnerName,
    OwnerIsController,
    // conditions of anything
    Condition,
    ConditionType,
    ConditionStatus,
    ConditionReason,
    ConditionMessage,
    // pods, and templates of pods
    Container,
    InitContainer,
    ContainerName,
    ContainerRestartPolicy,
    Image,
    NodeName,
    Phase,
    Reason,
    Message,
    PodIp,
    ContainerStatus,
    InitStatus,
    StatusName,
    StatusReady,
    StatusStarted,
    StatusRestarts,
    Waiting,
    WaitingReason,
    Running,
    Terminated,
    TerminatedReason,
    ExitCode,
    Signal,
    LastFinished,
    // workloads
    Desired,
    Current,
    ReadyCount,
    UpToDate,
    Available,
    // jobs
    Completions,
    Parallelism,
    Succeeded,
    Started,
    Finished,
    Schedule,
    TimeZone,
    Suspend,
    Active,
    LastSchedule,
    // services, ingresses
    Port,
    PortNumber,
    NodePort,
    Protocol,
    ServiceType,
    ClusterIp,
    ExternalIp,
    ExternalName,
    IngressIp,
    IngressHost,
    Class,
    Host,
    // nodes
    Unschedulable,
    NodeAddress,
    AddressType,
    Address,
    KubeletVersion,
    // claims
    Volume,
    AccessMode,
    Capacity,
    StorageClass,
    // events
    SubjectKind,
    SubjectName,
    FirstSeen,
    LastSeen,
    EventTime,
    SeriesSeen,
    SeriesCount,
    Count,
    EventType,
    // applications
    Sync,
    Revision,
    Health,
    HealthMessage,
};

struct FieldNode
{
    enum class Shape : quint8 {
        Message, ///< or each of a list of them
        Text, ///< or each of a list
        Number, ///< true is 1
        Time, ///< seconds since 1970
        Map, ///< texts by text
        Quantities, ///< amounts by text
    };
    std::string_view json;
    quint32 number; ///< in protobuf; 0: has none
    Shape shape;
    Slot slot;
    std::span<const FieldNode> below{};
};

/// Told what an object holds, in the order it is written. Texts live until the object is over.
class FieldReader
{
public:
    virtual ~FieldReader() = default;
    virtual void begin(Slot message) = 0;
    virtual void end(Slot message) = 0;
    virtual void text(Slot slot, std::string_view text) = 0;
    virtual void number(Slot slot, qint64 number) = 0;
    virtual void entry(Slot slot, std::string_view key, std::string_view value) = 0;
};

} // namespace sentinel::kube
