// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the palette offers on this page.
QtObject {
    id: root

    required property AppsController apps
    required property AppController app
    required property SyncView view
    signal syncAsked
    signal rollBackAsked
    signal clustersAsked
    signal serverAsked

    readonly property list<QtObject> list: [
        Command {
            commandId: "sync.filter"
            text: qsTr("Filter the Applications")
            group: qsTr("Sync")
            iconName: "filter"
            shortcut: "Ctrl+F"
            onTriggered: root.view.focusFilter()
        },
        Command {
            commandId: "sync.clusters"
            text: qsTr("Clusters in this list…")
            group: qsTr("Sync")
            iconName: "server"
            onTriggered: root.clustersAsked()
        },
        Command {
            commandId: "sync.server"
            text: qsTr("Argo CD's server…")
            group: qsTr("Application")
            iconName: "server"
            blockedReason: root.app.present ? "" : qsTr("Choose an Application first.")
            onTriggered: root.serverAsked()
        },
        Command {
            commandId: "sync.sync"
            text: qsTr("Sync the Application…")
            group: qsTr("Application")
            iconName: "delivery"
            shortcut: "Ctrl+Return"
            blockedReason: root.app.reasons.sync
            onTriggered: root.syncAsked()
        },
        Command {
            commandId: "sync.refresh"
            text: qsTr("Compare with Git again")
            group: qsTr("Application")
            iconName: "refresh"
            shortcut: "F5"
            blockedReason: root.app.reasons.refresh
            onTriggered: root.app.refresh(false)
        },
        Command {
            commandId: "sync.hard"
            text: qsTr("Compare with Git again, and render anew")
            group: qsTr("Application")
            iconName: "refresh"
            shortcut: "Shift+F5"
            blockedReason: root.app.reasons.refresh
            onTriggered: root.app.refresh(true)
        },
        Command {
            commandId: "sync.terminate"
            text: qsTr("End the operation")
            group: qsTr("Application")
            iconName: "close"
            blockedReason: root.app.reasons.terminate
            onTriggered: root.app.terminate()
        },
        Command {
            commandId: "sync.auto"
            text: root.app.state.autoSync ?? false ? qsTr("Pause auto-sync") : qsTr("Switch auto-sync on")
            group: qsTr("Application")
            iconName: "clock"
            blockedReason: root.app.reasons.autoSync
            onTriggered: root.app.setAutoSync(!root.app.state.autoSync)
        },
        Command {
            commandId: "sync.differences"
            text: qsTr("What a sync would change")
            group: qsTr("Application")
            iconName: "file-code"
            shortcut: "Ctrl+D"
            blockedReason: root.app.present ? "" : qsTr("Choose an Application first.")
            onTriggered: root.app.tab = "differences"
        },
        Command {
            commandId: "sync.rollback"
            text: qsTr("Roll back…")
            group: qsTr("Application")
            iconName: "undo"
            shortcut: "Ctrl+B"
            keywords: "undo back older version"
            blockedReason: root.app.present || root.apps.count === 0 ? root.app.reasons.rollBack : ""
            onTriggered: root.rollBackAsked()
        }
    ]
}
