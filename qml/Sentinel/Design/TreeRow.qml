// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line of a tree. Right opens, Left closes, by `toggled()`.
T.AbstractButton {
    id: root

    property int depth: 0
    property bool expandable: false
    property bool expanded: false
    property string iconName
    property int status: Status.Neutral
    property string badge
    property bool selected: false

    implicitWidth: 240
    implicitHeight: Math.max(28, Theme.rowHeight - 4)
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Keys.onRightPressed: if (root.expandable && !root.expanded) root.toggled()
    Keys.onLeftPressed: if (root.expandable && root.expanded) root.toggled()
    Accessible.role: Accessible.TreeItem
    Accessible.name: root.badge === "" ? root.text : qsTr("%1, %2").arg(root.text).arg(root.badge)
    Accessible.description: !root.expandable ? "" : root.expanded ? qsTr("open") : qsTr("closed")
    Accessible.selected: root.selected

    background: Rectangle {
        radius: 4
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        FocusRing {
            anchors.margins: -1
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            id: arrow
            x: 6 + root.depth * 16
            anchors.verticalCenter: parent.verticalCenter
            visible: root.expandable
            name: root.expanded ? "chevron-down" : "chevron-right"
            color: Theme.textSecond
            size: Theme.iconSize - 4
            TapHandler {
                margin: 6
                gesturePolicy: TapHandler.WithinBounds
                onTapped: root.toggled()
            }
        }
        Icon {
            id: icon
            x: arrow.x + 16
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.selected ? Theme.accent : Theme.textSecond
            size: Theme.iconSize - 1
        }
        Label {
            x: icon.x + (icon.visible ? 21 : 0)
            width: parent.width - x - (tail.visible ? tail.implicitWidth + 16 : 6)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            mayElide: true
            color: root.selected ? Theme.accent : Theme.text
            font.weight: root.selected ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Caption {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.badge
            color: root.status === Status.Neutral ? Theme.textSecond : Theme.tones[root.status]
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
