// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowLayout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

using enum Field;

struct Known
{
    QLatin1StringView group;
    QLatin1StringView kind;
    RowLayout::Reader reader;
    std::vector<Field> fields;
    bool hasProtobuf = true;
};

const std::vector<Known> &known()
{
    static const std::vector<Known> kinds{
        {""_L1, "Pod"_L1, RowLayout::Reader::Pod, {Ready, Status, Restarts, LastRestart, Ip, Node}},
        {"apps"_L1, "Deployment"_L1, RowLayout::Reader::Deployment, {Ready, UpToDate, Available, Images}},
        {"apps"_L1, "StatefulSet"_L1, RowLayout::Reader::StatefulSet, {Ready, Images}},
        {"apps"_L1, "DaemonSet"_L1, RowLayout::Reader::DaemonSet, {Desired, Current, Ready, UpToDate, Available, Images}},
        {"apps"_L1, "ReplicaSet"_L1, RowLayout::Reader::ReplicaSet, {Desired, Current, Ready, Images}},
        {"batch"_L1, "Job"_L1, RowLayout::Reader::Job, {Status, Completions, Started, Finished, Images}},
        {"batch"_L1, "CronJob"_L1, RowLayout::Reader::CronJob, {Schedule, TimeZone, Suspended, Active, LastSchedule, Images}},
        {""_L1, "Service"_L1, RowLayout::Reader::Service, {ServiceType, ClusterIp, ExternalIp, Ports}},
        {""_L1, "Node"_L1, RowLayout::Reader::Node, {Status, Roles, NodeVersion, InternalIp}},
        {""_L1, "PersistentVolumeClaim"_L1, RowLayout::Reader::Claim, {Status, Volume, Capacity, AccessModes, StorageClass}},
        {"networking.k8s.io"_L1, "Ingress"_L1, RowLayout::Reader::Ingress, {Class, Hosts, Address}},
        {""_L1, "Namespace"_L1, RowLayout::Reader::Namespace, {Status}},
        {""_L1, "Event"_L1, RowLayout::Reader::Event, {LastSeen, EventType, Reason, Subject, Message, Count}},
        // What they hold may be secret, and is large: it stays on the server.
        {""_L1, "Secret"_L1, RowLayout::Reader::Metadata, {}},
        {""_L1, "ConfigMap"_L1, RowLayout::Reader::Metadata, {}},
        {"argoproj.io"_L1, "Application"_L1, RowLayout::Reader::Application, {Sync, Status, Revision, Message}, false},
    };
    return kinds;
}

} // namespace

int RowLayout::column(Field field) const
{
    const auto found = std::ranges::find(fields, field);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

CellKind cellKind(Field field)
{
    switch (field) {
    case Namespace:
    case Labels:
    case Owner:
    case Status:
    case Node:
    case Images:
    case Schedule:
    case TimeZone:
    case Suspended:
    case ServiceType:
    case Ports:
    case Roles:
    case NodeVersion:
    case Capacity:
    case AccessModes:
    case StorageClass:
    case Class:
    case EventType:
    case Reason:
    case ReadyWord:
    case Sync:
    case Revision:
        return CellKind::Word;
    case Name:
    case Uid:
    case Ip:
    case ClusterIp:
    case ExternalIp:
    case InternalIp:
    case Volume:
    case Hosts:
    case Address:
    case Subject:
    case Message:
        return CellKind::Text;
    case Version:
    case Health:
    case Restarts:
    case UpToDate:
    case Available:
    case Desired:
    case Current:
    case Active:
    case Count:
        return CellKind::Number;
    case Ready:
    case Completions:
        return CellKind::Ratio;
    case Created:
    case Deletion:
    case LastRestart:
    case Started:
    case Finished:
    case LastSchedule:
    case LastSeen:
        return CellKind::Time;
    }
    return CellKind::Text;
}

RowLayout rowLayout(const ResourceType &type)
{
    RowLayout layout{.fields = {Namespace, Name, Uid, Version, Created, Deletion, Labels, Owner, Health},
                     .reader = RowLayout::Reader::Custom};
    const auto found
        = std::ranges::find_if(known(), [&](const Known &each) { return each.group == type.group && each.kind == type.kind; });
    if (found != known().end()) {
        layout.reader = found->reader;
        layout.hasProtobuf = found->hasProtobuf;
        layout.fields.insert(layout.fields.end(), found->fields.begin(), found->fields.end());
    } else if (!type.group.contains(u'.') || type.group.endsWith(".k8s.io"_L1)) {
        layout.reader = RowLayout::Reader::Metadata; // of the server itself: its columns are not written down here
    } else {
        layout.fields.insert(layout.fields.end(), {ReadyWord, Status, Message});
    }
    return layout;
}

} // namespace sentinel::kube
