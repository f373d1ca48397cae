// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Where everything runs, what it is made of, and how it grows: three views of the same sizing.
Card {
    id: root

    required property HardwareController hardware
    readonly property string view: root.hardware.view

    Item {
        width: parent.width
        height: tabs.implicitHeight
        TabBar {
            id: tabs
            Accessible.name: qsTr("Views of the hardware")
            current: root.view
            tabs: [
                {
                    "id": "nodes",
                    "label": qsTr("Where everything runs")
                },
                {
                    "id": "components",
                    "label": qsTr("Components")
                },
                {
                    "id": "growth",
                    "label": qsTr("Growth")
                }
            ]
            onChosen: id => root.hardware.view = id
        }
    }
    Loader {
        width: parent.width
        height: root.height - 2 * root.padding - tabs.implicitHeight - root.spacing
        sourceComponent: root.view === "nodes" ? nodes : root.view === "components" ? components : growth
    }
    Component {
        id: nodes
        NodesView {
            hardware: root.hardware
        }
    }
    Component {
        id: components
        ComponentsTable {
            hardware: root.hardware
        }
    }
    Component {
        id: growth
        GrowthView {
            hardware: root.hardware
        }
    }
}
