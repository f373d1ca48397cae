// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

#include <vector>

namespace sentinel::kube {

/// What a cell of a row means. The first nine are of every kind and stand first in every layout, in this order, so that their
/// number is their column.
enum class Field : quint8 {
    Namespace,
    Name,
    Uid,
    Version, ///< resource version where it is a number, else 0
    Created,
    Deletion, ///< when deleting was asked for; 0: it was not
    Labels, ///< "\nkey=value\nkey=value\n": one word for each set of labels
    Owner, ///< the controller: "ReplicaSet/web-7c9"
    Health, ///< a RowHealth
    // As kubectl prints them, of the kinds that have them.
    Status, ///< "Running", "CrashLoopBackOff", "Init:0/1", "Terminating", "Bound", "Ready,SchedulingDisabled"
    Ready, ///< containers or replicas, of how many wanted
    Restarts,
    LastRestart,
    Node,
    Ip,
    UpToDate,
    Available,
    Desired,
    Current,
    Images,
    Completions,
    Started,
    Finished,
    Schedule,
    TimeZone,
    Suspended, ///< "True", "False"
    Active,
    LastSchedule,
    ServiceType,
    ClusterIp,
    ExternalIp,
    Ports,
    Roles,
    NodeVersion,
    InternalIp,
    Volume,
    Capacity,
    AccessModes,
    StorageClass,
    Class,
    Hosts,
    Address,
    LastSeen,
    EventType,
    Reason,
    Subject, ///< of an event: "pod/web-1"
    Message,
    Count,
    ReadyWord, ///< "True", "False", "Unknown": the condition Ready (or Available) of a custom resource
    Sync, ///< of an Argo CD application
    Revision,
};

/// The columns of the fields every kind has.
enum CommonColumn : int { kNamespace, kName, kUid, kVersion, kCreated, kDeletion, kLabels, kOwner, kHealth, kCommonColumns };

/// How a cell is kept.
enum class CellKind : quint8 {
    Word, ///< text of which few are different: kept once
    Text, ///< text of its own
    Number, ///< signed
    Ratio, ///< n of m, each 32 bits
    Time, ///< seconds since 1970, UTC; 0: never
};

enum class RowHealth : quint8 {
    Unknown,
    Good,
    Waiting, ///< on its way, or waiting for something
    Bad,
    Done, ///< ended as it should
};

/// The cells of a kind's rows, and what is asked of the server for them.
struct RowLayout
{
    enum class Reader : quint8 {
        Metadata, ///< kinds shown by their metadata only
        Custom, ///< custom resources: conditions, phase
        Pod,
        Deployment,
        StatefulSet,
        DaemonSet,
        ReplicaSet,
        Job,
        CronJob,
        Service,
        Node,
        Claim,
        Ingress,
        Namespace,
        Event,
        Application,
    };
    std::vector<Field> fields;
    Reader reader = Reader::Metadata;
    bool hasProtobuf = false; ///< the server can say whole objects of this kind in protobuf

    /// -1: the kind has none.
    [[nodiscard]] int column(Field field) const;
    [[nodiscard]] qsizetype columns() const { return static_cast<qsizetype>(fields.size()); }
    bool operator==(const RowLayout &) const = default;
};

constexpr int kMostColumns = 24; ///< a set of columns fits into 32 bits

[[nodiscard]] CellKind cellKind(Field field);
/// The layout of a kind: kubectl's columns for the built-in ones; Secrets and ConfigMaps by their metadata only.
[[nodiscard]] RowLayout rowLayout(const ResourceType &type);

} // namespace sentinel::kube
