// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import QtQuick.Templates as T
import Sentinel.Design

/// The matrix itself: only cells in sight exist, heads stay where they are. Arrows, Page Up and Down, Home and End move.
FocusScope {
    id: root

    required property ReachController reach
    /// As large as the room allows, and never smaller than can be told apart and hit.
    readonly property int least: Math.round(Theme.rowHeight * 0.75)
    readonly property int pitch: Math.max(root.least, Math.min(root.least * 1.5, Math.floor((root.width - root.headWidth) / Math.max(1, table.columns)) - 1, Math.floor((root.height - root.headHeight) / Math.max(1, table.rows)) - 1))
    readonly property int leastWidth: Math.round(190 * Theme.textScale) + (root.least + 1) * root.reach.destinations.count + 30
    readonly property int mostWidth: Math.round(190 * Theme.textScale) + (root.least * 1.5 + 1) * root.reach.destinations.count + 46
    readonly property int headWidth: Math.round(Math.min(root.width * 0.35, 190 * Theme.textScale))
    readonly property int headHeight: Math.round(Math.min(root.height * 0.45, 126 * Theme.textScale))
    /// What the heads point to: the cell under the mouse, else the current one.
    property int lookRow: -1
    property int lookColumn: -1

    function look(row: int, column: int) {
        root.lookRow = row;
        root.lookColumn = column;
        root.reach.look(row, column);
    }
    function lookAgain() {
        root.look(table.currentRow, table.currentColumn);
    }
    function go(row: int, column: int) {
        const to = table.index(Math.max(0, Math.min(table.rows - 1, row)), Math.max(0, Math.min(table.columns - 1, column)));
        table.selectionModel.setCurrentIndex(to, ItemSelectionModel.NoUpdate);
        table.positionViewAtIndex(to, TableView.Contain);
    }
    function press(event: KeyEvent) {
        const page = Math.max(1, Math.floor(table.height / root.pitch) - 1);
        const down = event.key === Qt.Key_PageDown ? page : event.key === Qt.Key_PageUp ? -page : 0;
        const right = event.key === Qt.Key_Home ? -table.columns : event.key === Qt.Key_End ? table.columns : 0;
        event.accepted = down !== 0 || right !== 0;
        if (event.accepted)
            root.go(table.currentRow + down, table.currentColumn + right);
    }
    function leave(event: KeyEvent, forward: bool) {
        const next = table.nextItemInFocusChain(forward);
        event.accepted = next !== null;
        next?.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    function hoverAt(point: point) {
        const cell = table.cellAtPosition(point, true);
        if (cell.x >= 0 && (cell.y !== root.lookRow || cell.x !== root.lookColumn))
            root.look(cell.y, cell.x);
    }

    function begin() {
        table.selectionModel.clearCurrentIndex();
        if (table.rows > 0)
            root.go(root.reach.start.y, root.reach.start.x);
    }
    // Once the view knows its cells.
    Component.onCompleted: Qt.callLater(root.begin)

    Connections {
        target: root.reach
        function onNarrowed() {
            Qt.callLater(root.begin);
        }
    }
    ReachLegend {
        x: 4
        y: 2
    }
    Caption {
        x: 4
        y: root.headHeight - height - 3
        width: root.headWidth - 12
        text: qsTr("↓ from, → to")
        wrapMode: Text.NoWrap
        mayElide: true
        elide: Text.ElideRight
    }
    Item {
        x: root.headWidth
        width: table.width
        height: root.headHeight
        clip: true
        Row {
            x: -table.contentX
            spacing: 1
            Repeater {
                model: root.reach.destinations
                ReachHead {
                    turned: true
                    width: root.pitch
                    height: root.headHeight
                    looked: index === root.lookColumn
                }
            }
        }
    }
    Item {
        y: root.headHeight
        width: root.headWidth
        height: table.height
        clip: true
        Column {
            y: -table.contentY
            spacing: 1
            Repeater {
                model: root.reach.sources
                ReachHead {
                    width: root.headWidth
                    height: root.pitch
                    looked: index === root.lookRow
                }
            }
        }
    }
    Rectangle {
        x: table.x - 1
        y: table.y - 1
        width: Math.min(table.width, table.contentWidth) + 2
        height: Math.min(table.height, table.contentHeight) + 2
        color: Theme.line
    }
    TableView {
        id: table
        x: root.headWidth
        y: root.headHeight
        width: root.width - x
        height: root.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.reach.table
        reuseItems: true
        animate: false
        // The last row and column come out from under the bars.
        bottomMargin: contentWidth > width ? 12 : 0
        rightMargin: contentHeight > height ? 12 : 0
        rowSpacing: 1
        columnSpacing: 1
        columnWidthProvider: () => root.pitch
        readonly property int pitch: root.pitch
        onPitchChanged: Qt.callLater(table.forceLayout)
        rowHeightProvider: () => root.pitch
        selectionModel: ItemSelectionModel {}
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        Keys.onPressed: event => root.press(event)
        // Tab leaves: the view would keep it.
        Keys.onTabPressed: event => root.leave(event, true)
        Keys.onBacktabPressed: event => root.leave(event, false)
        onCurrentRowChanged: root.lookAgain()
        onCurrentColumnChanged: root.lookAgain()
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Who reaches whom")
        Accessible.description: root.reach.way.sentence ?? ""
        delegate: ReachMark {
            required property bool current
            required property string name
            required reach
            required different
            implicitWidth: root.pitch
            implicitHeight: root.pitch
            framed: current
            frame: table.activeFocus ? Theme.focus : Theme.textSecond
            ground: row === root.lookRow || column === root.lookColumn ? Theme.sunken : Theme.surface
            required property int row
            required property int column
            Accessible.role: Accessible.Cell
            Accessible.name: name
            Accessible.selected: current
        }
        HoverHandler {
            onPointChanged: root.hoverAt(point.position)
            onHoveredChanged: if (!hovered) root.lookAgain()
        }
    }
}
