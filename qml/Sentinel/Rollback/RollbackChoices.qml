// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What else may be chosen; what does not apply is not offered.
Section {
    id: root

    required property RollbackController back

    title: qsTr("More choices")
    collapsible: true
    expanded: root.back.endRunning || root.back.addPointer

    Column {
        width: parent ? parent.width : 0
        spacing: Theme.spaceXs
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
            visible: root.back.busy || root.back.endRunning
            text: qsTr("end the operation that runs first")
            checked: root.back.endRunning
            onToggledByUser: checked => root.back.endRunning = checked
        }
        CheckBox {
            width: parent.width
            visible: root.back.teachable
            text: qsTr("tell the owner of the Application to leave the pause of auto-sync alone")
            checked: root.back.addPointer
            onToggledByUser: checked => root.back.addPointer = checked
        }
    }
}
