// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the palette offers on this page.
QtObject {
    id: root

    required property DeployController deploy
    required property BundleController bundle
    required property ScenarioController scenarios
    required property DeployDialogs dialogs
    signal rollBackAsked
    readonly property string onlyRehearsal: root.scenarios.available ? "" : qsTr("Only a rehearsal cluster can do that.")

    readonly property list<QtObject> list: [
        Command {
            commandId: "deploy.start"
            text: root.deploy.deployText
            group: qsTr("Deploy")
            iconName: "play"
            shortcut: "Ctrl+Return"
            blockedReason: root.deploy.running ? qsTr("It is under way.") : root.deploy.blockedReason
            onTriggered: root.dialogs.start()
        },
        Command {
            commandId: "deploy.preflight"
            text: qsTr("Preflight: would it come up?")
            group: qsTr("Deploy")
            iconName: "check"
            shortcut: "Ctrl+P"
            blockedReason: root.deploy.running ? qsTr("A deploy is under way.") : root.dialogs.preflight.blockedReason
            onTriggered: root.dialogs.openPreflight()
        },
        Command {
            commandId: "deploy.stop"
            text: qsTr("Stop the deploy…")
            group: qsTr("Deploy")
            iconName: "close"
            blockedReason: root.deploy.running ? "" : qsTr("No deploy is under way.")
            onTriggered: root.dialogs.askToStop()
        },
        Command {
            commandId: "deploy.rollback"
            text: root.deploy.running ? qsTr("Stop and roll back…") : qsTr("Roll back…")
            group: qsTr("Deploy")
            iconName: "undo"
            shortcut: "Ctrl+B"
            keywords: "undo back older version"
            blockedReason: root.deploy.rollBackReason
            onTriggered: root.rollBackAsked()
        },
        Command {
            commandId: "deploy.folder"
            text: qsTr("Choose a bundle…")
            group: qsTr("Deploy")
            iconName: "folder-open"
            shortcut: "Ctrl+O"
            blockedReason: root.deploy.running ? qsTr("A deploy is under way.") : ""
            onTriggered: root.dialogs.chooseFolder()
        },
        Command {
            commandId: "deploy.example"
            text: qsTr("Make an example")
            group: qsTr("Deploy")
            iconName: "add"
            blockedReason: root.deploy.running ? qsTr("A deploy is under way.") : ""
            onTriggered: root.bundle.makeExample()
        },
        Command {
            commandId: "deploy.next"
            text: qsTr("Make the example's next version, to upgrade to")
            group: qsTr("Rehearsal")
            iconName: "add"
            blockedReason: root.deploy.running ? qsTr("A deploy is under way.") : ""
            onTriggered: root.bundle.makeExample(true)
        },
        Command {
            commandId: "deploy.attention"
            text: root.deploy.filter === "attention" ? qsTr("Show all objects") : qsTr("Show what needs attention")
            group: qsTr("Deploy")
            iconName: "filter"
            shortcut: "Ctrl+F"
            onTriggered: root.deploy.filter = root.deploy.filter === "attention" ? "all" : "attention"
        },
        Command {
            commandId: "deploy.break"
            text: qsTr("Break something…")
            group: qsTr("Rehearsal")
            iconName: "warning-outline"
            shortcut: "Ctrl+Shift+F"
            blockedReason: root.onlyRehearsal
            onTriggered: root.dialogs.openFaults()
        },
        Command {
            commandId: "deploy.mend"
            text: qsTr("Mend everything")
            group: qsTr("Rehearsal")
            iconName: "check"
            blockedReason: root.onlyRehearsal !== "" ? root.onlyRehearsal : root.scenarios.active === 0 ? qsTr("Nothing is broken on purpose.") : ""
            onTriggered: root.scenarios.mendAll()
        },
        Command {
            commandId: "deploy.slow"
            text: qsTr("Let the rehearsal's time run as it is")
            group: qsTr("Rehearsal")
            iconName: "clock"
            blockedReason: root.onlyRehearsal
            onTriggered: root.scenarios.setSpeed("1")
        },
        Command {
            commandId: "deploy.fast"
            text: qsTr("Let the rehearsal's time run 60 times faster")
            group: qsTr("Rehearsal")
            iconName: "clock"
            blockedReason: root.onlyRehearsal
            onTriggered: root.scenarios.setSpeed("60")
        }
    ]
}
