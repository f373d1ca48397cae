// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the palette offers on this page.
QtObject {
    id: root

    required property TableController table
    required property KindsController kinds
    required property InspectController inspect
    required property ActionsController actions
    required property WorkloadsView view
    readonly property string noObject: root.inspect.present ? "" : qsTr("Choose an object first.")

    readonly property list<QtObject> list: [
        Command {
            commandId: "workloads.filter"
            text: qsTr("Filter the table")
            group: qsTr("Workloads")
            iconName: "filter"
            shortcut: "Ctrl+F"
            onTriggered: root.view.focusFilter()
        },
        Command {
            commandId: "workloads.attention"
            text: root.table.attention ? qsTr("Show all objects") : qsTr("Show what needs attention")
            group: qsTr("Workloads")
            iconName: "warning-outline"
            shortcut: "Ctrl+Shift+F"
            onTriggered: root.table.attention = !root.table.attention
        },
        Command {
            commandId: "workloads.refresh"
            text: qsTr("Read the table anew")
            group: qsTr("Workloads")
            iconName: "refresh"
            shortcut: "F5"
            onTriggered: root.table.retry()
        },
        Command {
            commandId: "workloads.pods"
            text: qsTr("Show pods")
            group: qsTr("Workloads")
            iconName: "cpu"
            onTriggered: root.kinds.kind = "/Pod"
        },
        Command {
            commandId: "workloads.deployments"
            text: qsTr("Show deployments")
            group: qsTr("Workloads")
            iconName: "delivery"
            onTriggered: root.kinds.kind = "apps/Deployment"
        },
        Command {
            commandId: "workloads.events"
            text: qsTr("Show events")
            group: qsTr("Workloads")
            iconName: "observe"
            onTriggered: root.kinds.kind = "/Event"
        },
        Command {
            commandId: "workloads.yaml"
            text: qsTr("YAML of the object")
            group: qsTr("Object")
            iconName: "file-code"
            blockedReason: root.noObject
            onTriggered: root.inspect.tab = "yaml"
        },
        Command {
            commandId: "workloads.objectEvents"
            text: qsTr("Events of the object")
            group: qsTr("Object")
            iconName: "observe"
            blockedReason: root.noObject
            onTriggered: root.inspect.tab = "events"
        },
        Command {
            commandId: "workloads.log"
            text: qsTr("Log of the object")
            group: qsTr("Object")
            iconName: "file"
            shortcut: "Ctrl+L"
            blockedReason: root.noObject !== "" ? root.noObject : root.inspect.hasLogs ? "" : qsTr("It has no pods, so no log.")
            onTriggered: root.inspect.tab = "logs"
        },
        ActionCommand {
            verb: "restart"
            text: qsTr("Restart it…")
            iconName: "refresh"
            actions: root.actions
        },
        ActionCommand {
            verb: "scale"
            text: qsTr("Scale it…")
            iconName: "load"
            actions: root.actions
        },
        ActionCommand {
            verb: "run"
            text: qsTr("Run it now…")
            iconName: "play"
            actions: root.actions
        },
        ActionCommand {
            verb: "delete"
            text: qsTr("Delete it…")
            iconName: "trash"
            actions: root.actions
        }
    ]
}
