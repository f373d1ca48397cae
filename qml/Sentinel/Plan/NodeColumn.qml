// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// One node as a vessel: what stands in it, how full it is, or that it is lost.
T.AbstractButton {
    id: root

    required property string name
    required property string place
    required property bool lost
    required property string full
    required property var blocks
    required property string sentence

    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.Button
    Accessible.name: root.sentence
    Accessible.description: root.lost ? qsTr("Press to bring it back") : qsTr("Press to lose this node")

    contentItem: Item {
        Column {
            id: head
            width: parent.width
            Label {
                width: parent.width
                text: root.name
                mayElide: true
                elide: Text.ElideMiddle
                font.pixelSize: Theme.sizeSmall
                font.weight: Font.DemiBold
                color: root.lost ? Theme.error : Theme.text
                Accessible.ignored: true
            }
            Caption {
                width: parent.width
                text: root.place
                color: root.lost ? Theme.error : Theme.textSecond
                Accessible.ignored: true
            }
        }
        Rectangle {
            id: vessel
            readonly property real room: height - 6
            readonly property real arrived: root.blocks.reduce((sum, block) => sum + (block.moved ? Math.max(17, block.share * room) : 0), 0)
            readonly property real stayed: root.blocks.reduce((sum, block) => sum + (block.moved ? 0 : block.share), 0)
            readonly property real stretch: stayed > 0 ? Math.min(room, (room - arrived) / stayed) : room
            anchors.top: head.bottom
            anchors.topMargin: 6
            anchors.bottom: foot.top
            anchors.bottomMargin: 6
            width: parent.width
            radius: 4
            clip: true
            color: root.lost ? "transparent" : Theme.sunken
            border.color: root.lost ? Theme.error : root.hovered ? Theme.accent : Theme.line
            Column {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 3
                x: 3
                width: parent.width - 6
                Repeater {
                    model: root.blocks
                    NodeBlock {
                        width: vessel.width - 6
                        room: vessel.room
                        stretch: vessel.stretch
                        pixelSize: root.width < 76 ? Theme.sizeSmall - 2 : Theme.sizeSmall - 1
                    }
                }
            }
        }
        Caption {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            text: root.full
            Accessible.ignored: true
        }
    }
    FocusRing {
        shown: root.visualFocus
    }
    Tip {
        text: root.lost ? qsTr("Bring %1 back").arg(root.name) : qsTr("Lose %1").arg(root.name)
        shown: root.hovered || root.visualFocus
    }
}
