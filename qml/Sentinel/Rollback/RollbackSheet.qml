// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Versions, the verdict of the one chosen, what changes, what happens and how long it lasts; then one confirm. By keyboard: up and
/// down choose, Page Down reads on, Ctrl+Return confirms; on a protected cluster Return goes to the name that has to be typed.
Sheet {
    id: root

    required property RollbackController back
    readonly property bool judged: root.back.headline !== ""

    sheetWidth: 760
    title: root.back.title
    subtitle: root.back.placeText
    acceptText: root.back.acceptText
    acceptKind: "danger"
    acceptsByKey: true
    acceptBlockedReason: root.back.acceptBlockedReason
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.back.command
        }
    ]
    onAccepted: root.back.confirm()
    onOpened: versions.forceActiveFocus(Qt.PopupFocusReason)

    Connections {
        target: root.back
        function onAccepted() {
            root.close();
        }
    }
    Banner {
        width: parent ? parent.width : 0
        visible: root.back.trouble.present
        status: Status.Error
        title: root.back.trouble.title
        text: root.back.trouble.text
        actions: [
            SecondaryButton {
                text: qsTr("Try again")
                onClicked: root.back.tryAgain()
            }
        ]
    }
    Banner {
        width: parent ? parent.width : 0
        visible: root.back.running
        status: Status.Info
        title: qsTr("It is under way")
        text: root.back.runText
    }
    EmptyState {
        width: parent ? parent.width : 0
        visible: root.back.emptyTitle !== ""
        iconName: "undo"
        title: root.back.emptyTitle
        text: root.back.emptyText
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
    Column {
        width: parent ? parent.width : 0
        visible: root.back.emptyTitle === "" // with the keyboard even while they are being read
        spacing: 6
        RollbackVersions {
            id: versions
            width: parent.width
            height: implicitHeight
            back: root.back
            onPicked: if (name.visible) name.field.forceActiveFocus(Qt.TabFocusReason)
        }
        Caption {
            width: parent.width
            visible: root.back.candidate === "" && root.back.candidates.count > 0 && !root.back.trouble.present
            text: qsTr("Choose a version with Up and Down: whether it is safe is looked at then, and nothing is changed before you confirm.")
        }
    }
    Row {
        visible: root.back.looking
        spacing: Theme.spaceS
        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            running: parent.visible
        }
        Caption {
            text: qsTr("Looking whether it is safe…")
        }
    }
    FormField {
        id: name
        width: parent ? parent.width : 0
        visible: root.back.nameToType !== "" && root.judged
        label: qsTr("Type the name: %1").arg(root.back.nameToType)
        help: qsTr("This cluster is protected; then Ctrl+Return rolls back.")
        TextField {
            text: root.back.typed
            onEdited: text => root.back.typed = text
        }
    }
    RollbackVerdict {
        width: parent ? parent.width : 0
        visible: root.judged
        back: root.back
    }
    Section {
        width: parent ? parent.width : 0
        visible: root.judged
        title: qsTr("What changes")
        subtitle: root.back.changeText
        RollbackDiff {
            width: parent ? parent.width : 0
            visible: root.back.lines.count > 0
            lines: root.back.lines
        }
    }
    RollbackSteps {
        width: parent ? parent.width : 0
        visible: root.judged
        back: root.back
    }
    RollbackChoices {
        width: parent ? parent.width : 0
        visible: root.judged && root.back.argo
        back: root.back
    }
}
