// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// A line of the table of components.
T.AbstractButton {
    id: row

    required property string label
    required property string replicas
    required property string requests
    required property string limits
    required property string storage
    required property string figure
    property var columns: []
    property real nameWidth: 0
    property bool selected: false
    readonly property list<string> cells: [row.replicas, row.requests, row.limits, row.storage]

    implicitHeight: Theme.rowHeight
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: row.click()
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2 pods, asks for %3, at most %4, volume %5").arg(row.label).arg(row.replicas).arg(row.requests).arg(row.limits).arg(row.storage)

    background: Rectangle {
        color: row.selected ? Theme.accentSoft : row.hovered ? Theme.hover : "transparent"
        FocusRing {
            shown: row.visualFocus
        }
    }
    contentItem: Row {
        leftPadding: 8
        Label {
            width: row.nameWidth
            height: row.height
            text: row.label
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Repeater {
            model: row.cells
            Label {
                required property int index
                required property string modelData
                width: row.columns[index + 1].width
                height: row.height
                horizontalAlignment: Text.AlignRight
                text: modelData
                font.pixelSize: Theme.sizeSmall + 1
                Accessible.ignored: true
            }
        }
    }
}
