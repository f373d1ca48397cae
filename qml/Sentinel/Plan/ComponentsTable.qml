// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Every part of Sentinel with what it asks for; a row opens its formula.
Item {
    id: root

    required property HardwareController hardware
    readonly property var columns: [
        {
            "label": qsTr("Component"),
            "fill": true
        },
        {
            "label": qsTr("Pods"),
            "width": 62,
            "align": "right"
        },
        {
            "label": qsTr("Asks for"),
            "width": 132,
            "align": "right"
        },
        {
            "label": qsTr("At most"),
            "width": 132,
            "align": "right"
        },
        {
            "label": qsTr("Volume"),
            "width": 92,
            "align": "right"
        }
    ]

    TableHeader {
        id: head
        width: parent.width
        padding: 8
        columns: root.columns
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.hardware.components
        T.ScrollBar.vertical: ScrollBar {}
        delegate: ComponentRow {
            width: list.width
            columns: root.columns
            nameWidth: head.widthOf(0)
            selected: root.hardware.formula.title !== undefined && figure !== "" && root.hardware.selected === figure
            onClicked: root.hardware.selected = figure
        }
    }
}
