// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/TableColumns.h"

#include <QCoreApplication>

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using enum kube::Field;

constexpr int kNarrowestName = 190;

/// Width, importance, where it stands; fields a person does not look at have none.
TableColumn columnOf(kube::Field field)
{
    switch (field) {
    case Name:
    case Subject:
        return {.field = field, .width = 0, .importance = 100};
    case Namespace:
        return {.field = field, .width = 132, .importance = 60};
    case Status:
        return {.field = field, .width = 138, .importance = 95};
    case Ready:
    case Completions:
        return {.field = field, .width = 66, .importance = 90, .isRight = true};
    case Restarts:
        return {.field = field, .width = 78, .importance = 70, .isRight = true};
    case Desired:
    case Current:
    case UpToDate:
    case Available:
    case Active:
    case Count:
        return {.field = field, .width = 86, .importance = 50, .isRight = true};
    case Created:
    case LastSeen:
        return {.field = field, .width = 62, .importance = 80, .isRight = true};
    case Ip:
    case ClusterIp:
    case ExternalIp:
    case InternalIp:
        return {.field = field, .width = 118, .importance = 30};
    case Node:
        return {.field = field, .width = 132, .importance = 40};
    case Message:
        return {.field = field, .width = 320, .importance = 55};
    case Reason:
    case Schedule:
    case ServiceType:
    case Sync:
        return {.field = field, .width = 118, .importance = 65};
    case EventType:
    case Suspended:
    case ReadyWord:
        return {.field = field, .width = 84, .importance = 60};
    case Ports:
    case Images:
    case Hosts:
    case Address:
    case Volume:
        return {.field = field, .width = 190, .importance = 20};
    case Capacity:
    case NodeVersion:
    case Roles:
    case LastSchedule:
    case Revision:
        return {.field = field, .width = 104, .importance = 35};
    case AccessModes:
    case StorageClass:
    case Class:
    case TimeZone:
        return {.field = field, .width = 118, .importance = 15};
    case Uid:
    case Version:
    case Deletion:
    case Labels:
    case Owner:
    case Health:
    case LastRestart:
    case Started:
    case Finished:
        return {};
    }
    return {};
}

} // namespace

QString columnTitle(kube::Field field)
{
    switch (field) {
    case Namespace:
        return Text::tr("Namespace");
    case Name:
        return Text::tr("Name");
    case Status:
        return Text::tr("Status");
    case Ready:
    case ReadyWord:
        return Text::tr("Ready");
    case Restarts:
        return Text::tr("Restarts");
    case Created:
        return Text::tr("Age");
    case Node:
        return Text::tr("Node");
    case Ip:
        return Text::tr("IP");
    case UpToDate:
        return Text::tr("Updated");
    case Available:
        return Text::tr("Available");
    case Desired:
        return Text::tr("Wanted");
    case Current:
        return Text::tr("There");
    case Images:
        return Text::tr("Images");
    case Completions:
        return Text::tr("Done");
    case Schedule:
        return Text::tr("Schedule");
    case TimeZone:
        return Text::tr("Time zone");
    case Suspended:
        return Text::tr("Paused");
    case Active:
        return Text::tr("Running");
    case LastSchedule:
        return Text::tr("Last run");
    case ServiceType:
        return Text::tr("Type");
    case ClusterIp:
        return Text::tr("Cluster IP");
    case ExternalIp:
        return Text::tr("External IP");
    case Ports:
        return Text::tr("Ports");
    case Roles:
        return Text::tr("Roles");
    case NodeVersion:
        return Text::tr("Version");
    case InternalIp:
        return Text::tr("Internal IP");
    case Volume:
        return Text::tr("Volume");
    case Capacity:
        return Text::tr("Size");
    case AccessModes:
        return Text::tr("Access");
    case StorageClass:
    case Class:
        return Text::tr("Class");
    case Hosts:
        return Text::tr("Hosts");
    case Address:
        return Text::tr("Address");
    case LastSeen:
        return Text::tr("Last seen");
    case EventType:
        return Text::tr("Kind of event");
    case Reason:
        return Text::tr("Reason");
    case Subject:
        return Text::tr("About");
    case Message:
        return Text::tr("Message");
    case Count:
        return Text::tr("Times");
    case Sync:
        return Text::tr("Sync");
    case Revision:
        return Text::tr("Revision");
    case Uid:
    case Version:
    case Deletion:
    case Labels:
    case Owner:
    case Health:
    case LastRestart:
    case Started:
    case Finished:
        return {};
    }
    return {};
}

QList<TableColumn> tableColumns(const kube::RowLayout &layout, bool withNamespace, int width)
{
    const bool isEvent = layout.reader == kube::RowLayout::Reader::Event;
    QList<TableColumn> columns{columnOf(isEvent ? Subject : Name)};
    if (withNamespace) {
        columns.append(columnOf(Namespace));
    }
    for (size_t at = kube::kCommonColumns; at < layout.fields.size(); ++at) {
        const TableColumn column = columnOf(layout.fields.at(at));
        if (column.importance > 0 && !columns.contains(column)) {
            columns.append(column);
        }
    }
    if (!isEvent) {
        columns.append(columnOf(Created));
    }
    const auto needed = [&columns] {
        int sum = kNarrowestName;
        for (const TableColumn &column : columns) {
            sum += column.width;
        }
        return sum;
    };
    while (columns.size() > 1 && needed() > width) {
        columns.erase(std::ranges::min_element(columns, {}, &TableColumn::importance));
    }
    return columns;
}

} // namespace sentinel::console
