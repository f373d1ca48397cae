// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line of a list: what it is, what is to say about it, its state.
T.AbstractButton {
    id: root

    property string title
    property string detail
    property string iconName
    property int status: Status.Neutral
    property string trailing
    property bool selected: false
    property bool interactive: true

    implicitWidth: 320
    implicitHeight: Math.max(root.detail === "" ? Theme.rowHeight : Theme.rowHeightTall, words.implicitHeight + 14)
    hoverEnabled: root.interactive
    enabled: root.interactive
    activeFocusOnTab: root.interactive
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.ListItem
    Accessible.name: [root.title, root.detail, root.trailing].filter(part => part !== "").join(", ")
    Accessible.selected: root.selected

    background: Rectangle {
        radius: Theme.radius
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        FocusRing {
            anchors.margins: -1
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            id: icon
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.selected ? Theme.accent : Theme.textSecond
            size: Theme.iconSize
        }
        StatusMark {
            id: mark
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName === "" && root.status !== Status.Neutral
            compact: true
            status: root.status
            Accessible.ignored: true
        }
        Column {
            id: words
            x: icon.visible || mark.visible ? 36 : 12
            width: parent.width - x - 12 - (tail.visible ? tail.implicitWidth + 12 : 0)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 1
            BodyText {
                width: parent.width
                text: root.title
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Caption {
                width: parent.width
                visible: text !== ""
                text: root.detail
                Accessible.ignored: true
            }
        }
        Caption {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.trailing
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
