// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The first page: begin a plan, take one up, and say how the console should look and speak.
Page {
    id: page

    settled: looks.status === Loader.Ready
    Component.onCompleted: Console.listDrafts()

    ScrollPane {
        anchors.fill: parent
        contentWidthLimit: 1180

        PageHeader {
            width: parent.width
            title: qsTr("Plan Sentinel before there is a cluster")
            subtitle: qsTr("Answer a few questions, see the hardware it needs and why, and take away a complete configuration. Nothing leaves this machine.")
            actions: [
                SecondaryButton {
                    text: qsTr("Open a plan…")
                    iconName: "folder-open"
                    shortcutText: "Ctrl+O"
                    onClicked: openDialog.active = true
                }
            ]
        }
        Heading {
            width: parent.width
            text: qsTr("New plan from a profile")
        }
        Grid {
            id: grid
            width: parent.width
            columns: width > 900 ? 4 : 2
            spacing: Theme.spaceM
            Repeater {
                model: Console.profiles
                ProfileCard {
                    required property var modelData
                    width: Math.floor((grid.width - (grid.columns - 1) * grid.spacing) / grid.columns)
                    profile: modelData
                    onClicked: page.openPage("plan", {profile: modelData.name})
                }
            }
        }
        Loader {
            width: parent.width
            active: Console.drafts.length > 0
            visible: active
            source: "DraftsCard.qml" // by source: where there are none, nobody waits for it
            onLoaded: item.chosen.connect(id => page.openPage("plan", {draft: id})) // qmllint disable missing-property
        }
        Card {
            width: parent.width
            title: qsTr("How the console looks and speaks")
            subtitle: qsTr("Can be changed at any time under Settings.")
            Loader {
                id: looks
                width: parent.width
                active: false
                source: "LookChoices.qml"
            }
        }
    }
    Connections {
        // The profiles come first: the first frame does not wait for the rest.
        target: page.Window.window
        enabled: !looks.active
        function onFrameSwapped() {
            rest.start();
        }
    }
    Timer {
        id: rest
        interval: 16 // not inside the first frame's own swap, which would hold it back
        onTriggered: looks.active = true
    }
    Loader {
        id: openDialog
        active: false
        source: "OpenPlanDialog.qml"
        onLoaded: {
            // By source, not by type: the dialogs' module must not be loaded before somebody asks for it.
            // qmllint disable missing-property
            item.picked.connect(file => page.openPage("plan", {planFile: file}));
            item.closed.connect(() => openDialog.active = false);
            item.open();
            // qmllint enable missing-property
        }
    }
    commands: [
        Command {
            commandId: "start.open"
            text: qsTr("Open a plan…")
            group: qsTr("Plan")
            iconName: "folder-open"
            shortcut: "Ctrl+O"
            onTriggered: openDialog.active = true
        }
    ]
}
