// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The pods of one component on a node; as high as what they ask for.
Item {
    id: root

    required property var modelData
    required property real room

    height: Math.max(root.modelData.moved ? 17 : 3, Math.round(root.modelData.share * root.room))

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: 2
        radius: 2
        color: root.modelData.moved ? Theme.warningSoft : Theme.accentSoft
        border.color: root.modelData.moved ? Theme.warning : Qt.alpha(Theme.accent, 0.4)
        Label {
            x: 6
            width: parent.width - 9
            height: parent.height
            visible: parent.height >= 14
            text: root.modelData.label
            mayElide: true
            elide: Text.ElideRight
            font.pixelSize: Math.min(Theme.sizeSmall - 1, parent.height - 3)
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
