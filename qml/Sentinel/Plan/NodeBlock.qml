// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The pods of one component on a node; as high as what they ask for.
Item {
    id: root

    required property var modelData
    required property real room
    /// Height of a whole node for what stood here before: less than `room` where arrivals need a readable height.
    required property real stretch
    property int pixelSize: Theme.sizeSmall - 1

    height: root.modelData.moved ? Math.max(17, root.modelData.share * root.room) : Math.max(3, root.modelData.share * root.stretch)

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: 2
        radius: 2
        color: root.modelData.moved ? Theme.warningSoft : Theme.accentSoft
        border.color: root.modelData.moved ? Theme.warning : Qt.alpha(Theme.accent, 0.4)
        Label {
            x: 5
            width: parent.width - 7
            height: parent.height
            visible: parent.height >= 14
            text: root.modelData.label
            mayElide: true
            elide: Text.ElideRight
            font.pixelSize: Math.min(root.pixelSize, parent.height - 3)
            color: root.modelData.moved ? Theme.warning : Theme.text
            Accessible.ignored: true
        }
        HoverHandler {
            id: hover
        }
        Tip {
            text: root.modelData.names
            shown: hover.hovered
        }
    }
}
