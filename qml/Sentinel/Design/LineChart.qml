// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Lines over a quantity or time. Qt Charts is loaded only when a chart is first shown; `summary` says for everybody what it shows.
Item {
    id: root

    property var series: []
    property real goal: NaN
    property string goalText
    property string unit
    property string summary
    property bool timeAxis: false

    implicitWidth: 320
    implicitHeight: 160
    Accessible.role: Accessible.Chart
    Accessible.name: root.summary

    Loader {
        id: chart
        anchors.fill: parent
        active: root.visible && root.width > 40
        asynchronous: false
        Component.onCompleted: chart.setSource("ChartView.qml", {series: root.series, goal: root.goal, goalText: root.goalText, unit: root.unit})
    }
    Binding {
        target: chart.item
        property: "series"
        value: root.series
        when: chart.status === Loader.Ready
    }
    Binding {
        target: chart.item
        property: "goal"
        value: root.goal
        when: chart.status === Loader.Ready
    }
}
