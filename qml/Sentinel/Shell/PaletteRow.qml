// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

T.ItemDelegate {
    id: root

    required text
    required property string group
    required property string iconName
    required property string shortcut
    required property string blockedReason
    readonly property bool blocked: root.blockedReason !== ""

    implicitHeight: Math.max(36, words.implicitHeight + 14)
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.group).arg(root.text)
    Accessible.description: root.blocked ? root.blockedReason : root.shortcut

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"
    }
    contentItem: Item {
        Icon {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.blocked ? Theme.textDisabled : Theme.textSecond
            size: Theme.iconSize
        }
        BodyText {
            id: words
            x: 38
            width: parent.width - x - tail.width - 24
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.blocked ? Theme.textDisabled : Theme.text
            font.weight: root.highlighted ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Row {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: root.blocked ? root.blockedReason : root.group
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.shortcut !== ""
                keys: root.shortcut
            }
        }
    }
}
