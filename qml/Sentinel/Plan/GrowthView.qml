// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What twice, four and eight times the load would need.
Item {
    id: root

    required property HardwareController hardware
    readonly property var columns: [
        {
            "label": qsTr("Load"),
            "fill": true
        },
        {
            "label": qsTr("Events per second"),
            "width": 150,
            "align": "right"
        },
        {
            "label": qsTr("Nodes"),
            "width": 80,
            "align": "right"
        },
        {
            "label": qsTr("SSD"),
            "width": 100,
            "align": "right"
        },
        {
            "label": qsTr("Cost per month"),
            "width": 130,
            "align": "right"
        }
    ]

    Row {
        id: charts
        width: parent.width
        height: parent.height - table.height - Theme.spaceM
        spacing: Theme.spaceL
        Repeater {
            model: root.hardware.growthCharts
            Column {
                id: chart
                required property var modelData
                width: (charts.width - charts.spacing) / 2
                Caption {
                    width: parent.width
                    text: chart.modelData.title
                }
                LineChart {
                    width: parent.width
                    height: charts.height - 20
                    series: chart.modelData.series
                    summary: chart.modelData.summary
                }
            }
        }
    }
    Column {
        id: table
        anchors.bottom: parent.bottom
        width: parent.width
        TableHeader {
            id: head
            width: parent.width
            padding: 8
            columns: root.columns
        }
        Repeater {
            model: root.hardware.growth
            Row {
                id: row
                required property int factor
                required property string events
                required property string nodesText
                required property string storageText
                required property string costText
                readonly property list<string> cells: [qsTr("× %1").arg(row.factor), row.events, row.nodesText, row.storageText, row.costText]
                leftPadding: 8
                Repeater {
                    model: row.cells
                    Label {
                        required property int index
                        required property string modelData
                        width: head.widthOf(index)
                        height: Theme.rowHeight - 4
                        horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                        text: modelData
                        font.pixelSize: Theme.sizeSmall + 1
                    }
                }
            }
        }
    }
}
