// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Pods filling nodes; a click loses a node and shows where its pods go. Below, in one sentence, whether that holds.
Item {
    id: root

    required property HardwareController hardware
    readonly property int nodes: root.hardware.nodes.count
    readonly property int columns: Math.max(1, Math.min(root.nodes, Math.floor(root.width / 58)))
    readonly property int rows: Math.ceil(root.nodes / root.columns)
    readonly property real gap: root.columns > 6 ? Theme.spaceS : Theme.spaceM

    Item {
        id: tools
        width: parent.width
        height: 30
        Row {
            spacing: Theme.spaceS
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Drawn by")
                wrapMode: Text.NoWrap
            }
            SegmentedChoice {
                height: 28
                accessibleName: qsTr("Height of the blocks")
                value: root.hardware.measure
                options: [
                    {
                        "value": "cpu",
                        "label": qsTr("CPU")
                    },
                    {
                        "value": "memory",
                        "label": qsTr("Memory")
                    }
                ]
                onChosen: value => root.hardware.measure = value
            }
        }
        Switch {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Lose one node")
            wordsFirst: true
            checked: root.hardware.lostNode !== ""
            onToggledByUser: root.hardware.toggleLostNode()
        }
    }
    GridView {
        id: grid
        width: parent.width + root.gap
        y: tools.height + Theme.spaceS
        height: parent.height - y - foot.height - Theme.spaceM
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor(width / root.columns)
        cellHeight: Math.max(170, Math.floor(height / Math.max(1, root.rows)))
        model: root.hardware.nodes
        keyNavigationEnabled: true
        activeFocusOnTab: true
        T.ScrollBar.vertical: ScrollBar {}
        delegate: NodeColumn {
            width: grid.cellWidth - root.gap
            height: grid.cellHeight - (root.rows > 1 ? Theme.spaceM : 0)
            onClicked: root.hardware.toggleLostNode(name)
        }
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.spaceS
        Repeater {
            model: root.hardware.unplaced.count > 2 ? 0 : root.hardware.unplaced
            Caption {
                required property string label
                required property string reason
                width: foot.width
                text: qsTr("%1: %2").arg(label).arg(reason)
            }
        }
        Banner {
            width: parent.width
            status: root.hardware.verdictStatus
            title: root.hardware.verdict
            actions: [
                LinkButton {
                    visible: root.hardware.inventoryName !== ""
                    text: qsTr("Leave %1").arg(root.hardware.inventoryName)
                    onClicked: root.hardware.closeInventory()
                }
            ]
        }
    }
}
