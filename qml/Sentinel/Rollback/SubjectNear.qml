// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What was chosen from near: its versions, whether its auto-sync is paused, and the way back.
Card {
    id: root

    required property RollbackController back
    signal rollBackAsked

    padding: 0
    spacing: 0
    accessibleName: root.back.subject === "" ? qsTr("Nothing is chosen") : root.back.subject

    EmptyState {
        x: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        topPadding: Math.max(40, root.height / 2 - 120)
        visible: root.back.subject === ""
        iconName: "undo"
        title: qsTr("Choose what to look at")
        text: qsTr("Its versions, how each of them did, and the way back.")
    }
    ScrollPane {
        width: parent.width
        height: root.height
        visible: root.back.subject !== ""
        contentPadding: Theme.spaceL
        spacing: Theme.spaceM

        Heading {
            width: parent.width
            text: root.back.subject
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 3
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            DangerButton {
                text: qsTr("Roll back…")
                iconName: "undo"
                shortcutText: "Ctrl+B"
                hint: qsTr("Opens the versions; nothing is changed before you confirm.")
                blockedReason: root.back.emptyTitle
                onClicked: root.rollBackAsked()
            }
        }
        Banner {
            width: parent.width
            visible: root.back.trouble.present
            status: Status.Error
            title: root.back.trouble.title
            text: root.back.trouble.text
        }
        Banner {
            width: parent.width
            visible: root.back.pausedText !== ""
            status: Status.Warning
            text: root.back.pausedText
        }
        Heading {
            width: parent.width
            topPadding: Theme.spaceS
            visible: versions.visible
            text: qsTr("Versions")
        }
        Row {
            visible: root.back.loading
            spacing: Theme.spaceS
            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                running: parent.visible
            }
            Caption {
                text: qsTr("Reading the versions…")
            }
        }
        RollbackVersions {
            id: versions
            width: parent.width
            height: implicitHeight
            visible: root.back.candidates.count > 0
            choosable: false
            most: 20
            back: root.back
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.back.emptyText
        }
        CommandLine {
            width: parent.width
            text: root.back.command
        }
    }
}
