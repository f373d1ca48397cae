// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A context to add: its server, or why it cannot be used as it stands, or the name it is known by.
Item {
    id: root

    required property string id
    required property string title
    required property string server
    required property string problem
    required property string known
    required property bool picked
    required property string protection

    signal pickedByUser(bool picked)

    implicitHeight: words.y + words.implicitHeight + 10

    CheckBox {
        id: box
        y: 8
        width: parent.width
        text: root.title
        checked: root.picked || root.known !== ""
        blockedReason: root.known !== "" ? qsTr("It is in the list as %1.").arg(root.known) : ""
        onToggledByUser: checked => root.pickedByUser(checked)
    }
    Column {
        id: words
        x: 28
        y: box.y + box.implicitHeight + 1
        width: parent.width - x
        spacing: 1
        Caption {
            width: parent.width
            text: root.known !== "" ? box.blockedReason : root.server === "" ? "" : qsTr("%1 · protection to begin with: %2").arg(root.server).arg(root.protection)
            visible: text !== ""
        }
        StatusNote {
            width: parent.width
            visible: root.problem !== ""
            status: Status.Warning
            text: root.problem
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
