// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Versions, the verdict of the one chosen, what changes, what happens and how long it lasts; then one confirm. By keyboard: up and
/// down choose, Ctrl+Return confirms.
Sheet {
    id: root

    required property RollbackController back
    property bool more: false

    sheetWidth: 760
    title: root.back.title
    subtitle: root.back.subject
    acceptText: root.back.acceptText
    acceptKind: "danger"
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
    }
    FocusScope {
        id: versions
        width: parent ? parent.width : 0
        height: choices.implicitHeight
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Versions")
        Keys.onDownPressed: root.back.chooseNext(1)
        Keys.onUpPressed: root.back.chooseNext(-1)
        Keys.onPressed: event => {
            if ((event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)) {
                root.back.confirm();
                event.accepted = true;
            }
        }
        Column {
            id: choices
            width: parent.width
            Repeater {
                model: root.back.candidates
                RollbackVersion {
                    width: choices.width
                    onPicked: id => root.back.candidate = id
                }
            }
        }
        FocusRing {
            visible: versions.activeFocus
        }
    }
    Caption {
        width: parent ? parent.width : 0
        visible: root.back.looking
        text: qsTr("Looking whether it is safe…")
    }
    RollbackVerdict {
        width: parent ? parent.width : 0
        visible: root.back.headline !== ""
        back: root.back
    }
    Section {
        width: parent ? parent.width : 0
        visible: root.back.headline !== ""
        title: qsTr("What changes")
        subtitle: root.back.changeText
        RollbackDiff {
            width: parent ? parent.width : 0
            lines: root.back.lines
        }
    }
    Banner {
        width: parent ? parent.width : 0
        visible: root.back.happens !== ""
        status: Status.Warning
        title: qsTr("What happens")
        text: root.back.happens
    }
    Column {
        width: parent ? parent.width : 0
        visible: root.back.argo && root.back.candidate !== ""
        spacing: 4
        CheckBox {
            width: parent.width
            text: qsTr("also commit the older version in Git, so that it lasts")
            checked: root.back.revertCommit
            onToggledByUser: checked => root.back.revertCommit = checked
        }
        CheckBox {
            width: parent.width
            text: qsTr("remove what only the newer version has")
            checked: root.back.prune
            onToggledByUser: checked => root.back.prune = checked
        }
        CheckBox {
            width: parent.width
            text: qsTr("let the older version's hooks run")
            checked: root.back.withHooks
            onToggledByUser: checked => root.back.withHooks = checked
        }
        CheckBox {
            width: parent.width
            text: qsTr("end an operation that runs first")
            checked: root.back.endRunning
            onToggledByUser: checked => root.back.endRunning = checked
        }
        CheckBox {
            width: parent.width
            text: qsTr("tell the owner of the application to leave the pause of auto-sync alone")
            checked: root.back.addPointer
            onToggledByUser: checked => root.back.addPointer = checked
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.back.nameToType !== ""
        label: qsTr("Type the name: %1").arg(root.back.nameToType)
        help: qsTr("This cluster is protected.")
        TextField {
            onEdited: text => root.back.typed = text
        }
    }
}
