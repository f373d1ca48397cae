// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Bars of parts, widest first: `parts: [{name, value, text}]`. Plain rectangles: nothing a chart library would draw better.
Column {
    id: root

    property var parts: []
    property real total: 0
    property string summary

    spacing: 6
    Accessible.role: Accessible.Chart
    Accessible.name: root.summary

    Repeater {
        model: root.parts
        delegate: Item {
            id: part
            required property var modelData
            width: root.width
            height: Math.max(20, name.implicitHeight)
            Label {
                id: name
                width: Math.min(150, parent.width * 0.35)
                anchors.verticalCenter: parent.verticalCenter
                text: part.modelData.name
                mayElide: true
            }
            Rectangle {
                x: name.width + 8
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(2, (parent.width - x - words.implicitWidth - 8) * (root.total > 0 ? part.modelData.value / root.total : 0))
                height: 8
                radius: 4
                color: Theme.accent
            }
            Caption {
                id: words
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: part.modelData.text
                wrapMode: Text.NoWrap
            }
        }
    }
}
