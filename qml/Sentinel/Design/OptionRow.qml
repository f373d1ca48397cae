// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line of a folded-out list: the word, what it means, and a tick when it is the one.
T.ItemDelegate {
    id: root

    property string help
    property bool selected: false

    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 12)
    implicitWidth: 220
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.text
    Accessible.description: root.help

    background: Rectangle {
        radius: 4
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"
    }
    contentItem: Item {
        Column {
            id: words
            x: 10
            width: parent.width - 44
            anchors.verticalCenter: parent.verticalCenter
            spacing: 1
            BodyText {
                width: parent.width
                text: root.text
                font.weight: root.selected ? Font.DemiBold : Font.Normal
                Accessible.ignored: true
            }
            Caption {
                width: parent.width
                visible: text !== ""
                text: root.help
                Accessible.ignored: true
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: root.selected
            name: "check"
            color: Theme.accent
            size: Theme.iconSize
        }
    }
}
