// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Pods filling nodes; a click loses a node and shows where its pods go. Below, in one sentence, whether that holds.
Item {
    id: root

    required property HardwareController hardware
    readonly property int few: 8
    readonly property bool many: root.hardware.nodes.count > root.few

    GridView {
        id: grid
        width: parent.width
        height: parent.height - foot.height - Theme.spaceM
        clip: root.many
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.many
        cellWidth: Math.floor(root.many ? width / Math.floor(width / 104) : width / Math.max(1, root.hardware.nodes.count))
        cellHeight: root.many ? Math.max(150, Math.floor(height / 2)) : height
        model: root.hardware.nodes
        keyNavigationEnabled: true
        activeFocusOnTab: true
        T.ScrollBar.vertical: ScrollBar {}
        delegate: NodeColumn {
            width: grid.cellWidth - Theme.spaceM
            height: grid.cellHeight - (root.many ? Theme.spaceM : 0)
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
