// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the shell itself can do, and with it what the page shown can do.
QtObject {
    id: root

    required property PageHost host
    readonly property LookCommands look: LookCommands {}
    readonly property list<QtObject> all: root.host.page ? [...root.host.page.commands, ...root.own, ...root.look.all] : [...root.own, ...root.look.all]

    /// How many Applications have auto-sync paused by a rollback.
    property int paused: 0

    signal pausedAsked
    signal paletteAsked
    signal shortcutsAsked
    signal leaveAsked
    signal clusterAsked

    readonly property list<QtObject> own: [
        Command {
            commandId: "shell.palette"
            text: qsTr("Search commands")
            group: qsTr("Console")
            iconName: "search"
            shortcut: "Ctrl+K"
            onTriggered: root.paletteAsked()
        },
        GoToCommand {
            host: root.host
            pageId: "plan"
            text: qsTr("Go to Plan")
            iconName: "plan"
            shortcut: "Ctrl+1"
        },
        GoToCommand {
            host: root.host
            pageId: "deploy"
            text: qsTr("Go to Deploy")
            iconName: "delivery"
            shortcut: "Ctrl+2"
        },
        GoToCommand {
            host: root.host
            pageId: "sync"
            text: qsTr("Go to Sync")
            iconName: "refresh"
            shortcut: "Ctrl+5"
            keywords: "argo cd applications git history differences windows"
        },
        GoToCommand {
            host: root.host
            pageId: "workloads"
            text: qsTr("Go to Workloads")
            iconName: "server"
            shortcut: "Ctrl+3"
            keywords: "pods deployments kubectl logs"
        },
        GoToCommand {
            host: root.host
            pageId: "certificates"
            text: qsTr("Go to Certificates")
            iconName: "lock"
            shortcut: "Ctrl+Shift+C"
            keywords: "tls cert-manager expiry renew issuer"
        },
        GoToCommand {
            host: root.host
            pageId: "rollback"
            text: qsTr("Go to Rollback")
            iconName: "undo"
            shortcut: "Ctrl+Shift+B"
            keywords: "undo back older version"
        },
        GoToCommand {
            host: root.host
            pageId: "activity"
            text: qsTr("Go to Activity")
            iconName: "clock"
            shortcut: "Ctrl+4"
        },
        Command {
            commandId: "shell.paused"
            text: qsTr("Turn paused auto-sync on again…")
            group: qsTr("Rollback")
            iconName: "refresh"
            keywords: "argo cd resume reminder"
            blockedReason: root.paused > 0 ? "" : qsTr("No rollback has paused it.")
            onTriggered: root.pausedAsked()
        },
        Command {
            commandId: "shell.cluster"
            text: qsTr("Use a real cluster…")
            group: qsTr("Cluster")
            iconName: "server"
            keywords: "kubeconfig context"
            onTriggered: root.clusterAsked()
        },
        Command {
            commandId: "shell.clusters"
            text: qsTr("Settings of the clusters")
            group: qsTr("Cluster")
            iconName: "settings"
            keywords: "kubeconfig context protection"
            onTriggered: root.host.request("settings", {section: "clusters"})
        },
        Command {
            commandId: "shell.rehearsal"
            text: qsTr("Use the rehearsal cluster")
            group: qsTr("Cluster")
            iconName: "refresh"
            blockedReason: Console.cluster.mode === ClusterContext.Rehearsal && !Console.cluster.failed ? qsTr("It is in use.") : ""
            onTriggered: Console.cluster.useRehearsal()
        },
        Command {
            commandId: "shell.emptyRehearsal"
            text: qsTr("Start the rehearsal cluster empty")
            group: qsTr("Cluster")
            iconName: "trash"
            blockedReason: Console.cluster.mode === ClusterContext.Rehearsal ? "" : qsTr("The rehearsal cluster is not in use.")
            onTriggered: Console.cluster.restartRehearsal()
        },
        GoToCommand {
            host: root.host
            pageId: "start"
            text: qsTr("Go to the first page")
            iconName: "shield"
            keywords: qsTr("new plan, profile, draft")
        },
        GoToCommand {
            host: root.host
            pageId: "settings"
            text: qsTr("Go to Settings")
            iconName: "settings"
            shortcut: "Ctrl+,"
        },
        GoToCommand {
            host: root.host
            pageId: "help"
            text: qsTr("Go to Help")
            iconName: "help"
            shortcut: "F1"
        },
        Command {
            commandId: "shell.shortcuts"
            text: qsTr("Show all keyboard shortcuts")
            group: qsTr("Console")
            iconName: "keyboard"
            shortcut: "Ctrl+/"
            onTriggered: root.shortcutsAsked()
        },
        Command {
            commandId: "shell.quit"
            text: qsTr("Close the console")
            group: qsTr("Console")
            iconName: "close"
            shortcut: "Ctrl+Q"
            onTriggered: root.leaveAsked()
        }
    ]
}
