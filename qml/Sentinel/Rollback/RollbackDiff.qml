// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Lines that go and lines that come, each on its colour and with its sign.
Rectangle {
    id: root

    required property RowsModel lines

    implicitHeight: Math.min(view.contentHeight, 320) + 12
    radius: 6
    color: Theme.sunken
    clip: true

    ListView {
        id: view
        anchors.fill: parent
        anchors.topMargin: 6
        anchors.bottomMargin: 6
        model: root.lines
        boundsBehavior: Flickable.StopAtBounds
        delegate: Rectangle {
            id: line
            required property string kind
            required property string text
            width: view.width
            height: words.implicitHeight + 2
            color: line.kind === "gone" ? Theme.removedSoft : line.kind === "new" ? Theme.addedSoft : "transparent"
            CodeText {
                id: words
                x: 10
                width: parent.width - 20
                text: line.text
                mayElide: true
                color: line.kind === "head" ? Theme.textSecond : Theme.text
            }
        }
    }
}
