// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A table of pods and something that moves all the time, so that every frame is drawn.
Rectangle {
    id: root

    required property var rows
    readonly property int rowHeight: 24

    width: 1280
    height: 800
    color: "white"
    ListView {
        id: list
        anchors.fill: parent
        anchors.topMargin: 20
        model: root.rows
        reuseItems: true
        cacheBuffer: 0
        readonly property int first: Math.max(0, Math.floor((list.contentY - list.originY) / root.rowHeight))
        onFirstChanged: root.rows.look(list.first, list.first + Math.ceil(list.height / root.rowHeight) + 1)
        delegate: Row {
            id: row
            required property var cells
            height: root.rowHeight
            Repeater {
                model: 8
                delegate: Text {
                    required property int index
                    width: 158
                    height: row.height
                    verticalAlignment: Text.AlignVCenter
                    textFormat: Text.PlainText
                    elide: Text.ElideRight
                    text: row.cells[index] ?? ""
                }
            }
        }
    }
    Rectangle {
        width: 40
        height: 12
        y: 4
        color: "steelblue"
        NumberAnimation on x {
            from: 0
            to: root.width
            duration: 4000
            loops: Animation.Infinite
        }
    }
}
