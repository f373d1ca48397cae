// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// A unified diff, line by line: sign and colour together.
Rectangle {
    id: root

    required property ReviewController review

    color: Theme.sunken
    radius: Theme.radius

    ListView {
        id: list
        anchors.fill: parent
        anchors.margins: 6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        model: root.review.diff
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Rectangle {
            id: line
            required property string kind
            required property string text
            width: list.width
            height: words.implicitHeight + 4
            color: line.kind === "added" ? Theme.addedSoft : line.kind === "removed" ? Theme.removedSoft : "transparent"
            CodeText {
                id: words
                x: 8
                y: 2
                width: parent.width - 16
                text: line.text
                mayElide: true
                pixelSize: Theme.sizeSmall
                color: line.kind === "added" ? Theme.added : line.kind === "removed" ? Theme.removed : line.kind === "hunk" ? Theme.textSecond : Theme.text
            }
        }
    }
}
