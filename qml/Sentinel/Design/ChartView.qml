// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtCharts as C

/// The one file that knows Qt Charts, so that another library is one file's work. Lines through points; at most a few hundred of them.
C.ChartView {
    id: root

    property var series: []
    property real goal: NaN
    property string goalText
    property string unit
    readonly property var tones: [Theme.accent, Theme.warning, Theme.ok, Theme.error]

    function bounds(): var {
        let low = Infinity, high = -Infinity, top = 0;
        for (const each of root.series) {
            for (const point of each.points) {
                low = Math.min(low, point.x);
                high = Math.max(high, point.x);
                top = Math.max(top, point.y);
            }
        }
        return {low: low, high: high, top: isNaN(root.goal) ? top : Math.max(top, root.goal)};
    }
    function draw() {
        root.removeAllSeries();
        const limits = root.bounds();
        if (!isFinite(limits.low)) {
            return;
        }
        across.min = limits.low;
        across.max = limits.high > limits.low ? limits.high : limits.low + 1;
        up.max = limits.top > 0 ? limits.top * 1.1 : 1;
        root.series.forEach((each, index) => root.addLine(each.name, each.points, root.tones[index % root.tones.length], Qt.SolidLine));
        if (!isNaN(root.goal)) {
            root.addLine(root.goalText, [Qt.point(across.min, root.goal), Qt.point(across.max, root.goal)], Theme.textSecond, Qt.DashLine);
        }
        up.applyNiceNumbers();
    }
    function addLine(name: string, points: var, tone: color, style: int) {
        const line = root.createSeries(C.ChartView.SeriesTypeLine, name, across, up);
        line.color = tone;
        line.width = 2;
        line.style = style;
        line.pointsVisible = points.length < 12 && style === Qt.SolidLine;
        for (const point of points) {
            line.append(point.x, point.y);
        }
    }

    antialiasing: true
    backgroundColor: "transparent"
    plotAreaColor: "transparent"
    margins.top: 0
    margins.bottom: 0
    margins.left: 0
    margins.right: 0
    legend.visible: root.series.length > 1 || !isNaN(root.goal)
    legend.labelColor: Theme.textSecond
    legend.font.pixelSize: Theme.sizeSmall
    legend.alignment: Qt.AlignBottom
    animationOptions: C.ChartView.NoAnimation
    onSeriesChanged: root.draw()
    Component.onCompleted: root.draw()
    Accessible.ignored: true

    C.ValueAxis {
        id: across
        labelFormat: "%.0f"
        labelsColor: Theme.textSecond
        labelsFont.pixelSize: Theme.sizeSmall
        gridVisible: false
        color: Theme.line
    }
    C.ValueAxis {
        id: up
        min: 0
        labelFormat: "%.0f"
        labelsColor: Theme.textSecond
        labelsFont.pixelSize: Theme.sizeSmall
        gridLineColor: Theme.line
        lineVisible: false
        tickCount: 4
    }
    Connections {
        target: Theme
        function onAppearanceChanged() {
            root.draw();
        }
    }
}
