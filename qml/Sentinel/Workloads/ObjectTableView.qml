// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The table. Only rows in sight exist; arrows, Page Up and Down, Home and End choose, Escape lets go.
FocusScope {
    id: root

    required property TableController table
    required property WorkloadsLink link
    /// The rehearsal cluster is empty until something is deployed there.
    signal exampleAsked
    readonly property bool empty: root.table.count === 0

    TableHead {
        id: head
        width: parent.width - 12
        table: root.table
        inset: 40
    }
    Binding {
        target: root.table
        property: "width"
        value: Math.round((root.width - 40 - 24) / Theme.textScale)
        when: root.width > 0
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2
        x: 1
        width: parent.width - 2
        clip: true
        focus: true
        activeFocusOnTab: true
        model: root.table.rows
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        cacheBuffer: 0
        currentIndex: root.table.current
        highlightFollowsCurrentItem: false
        keyNavigationEnabled: false
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: root.table.headline
        readonly property var widths: root.table.columns.map(column => head.widthOf(column))
        readonly property int page: Math.max(1, Math.floor(list.height / Theme.rowHeight) - 1)
        readonly property int first: Math.max(0, Math.floor((list.contentY - list.originY) / Theme.rowHeight) - 1)
        readonly property int last: list.first + list.page + 4
        onFirstChanged: root.table.look(list.first, list.last)
        onLastChanged: root.table.look(list.first, list.last)
        onModelChanged: root.table.look(list.first, list.last)
        Keys.onDownPressed: root.step(1)
        Keys.onUpPressed: root.step(-1)
        Keys.onPressed: event => root.press(event)
        Keys.onEscapePressed: event => root.letGo(event)
        delegate: ObjectTableRow {
            width: list.width
            columns: root.table.columns
            widths: list.widths
            selected: index === root.table.current
            onClicked: root.pick(index)
        }
    }
    FocusRing {
        anchors.fill: list
        anchors.margins: 1
        shown: list.activeFocus && root.table.current < 0
    }
    EmptyState {
        y: head.height + Math.max(20, (list.height - height) / 2 - 20)
        x: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        visible: root.empty && !root.table.loading && root.link.ready && !root.table.trouble.present
        readonly property bool narrowed: root.table.filter !== "" || root.table.attention
        iconName: narrowed ? "filter" : "empty"
        title: narrowed ? root.table.attention && root.table.filter === "" ? qsTr("Nothing needs attention") : qsTr("The filter lets nothing through") : qsTr("There are none here")
        readonly property bool rehearses: !narrowed && (root.link.place.rehearsal ?? false)
        text: narrowed ? "" : rehearses ? qsTr("The rehearsal cluster begins empty. Deploy an example, and everything it runs is here.") : qsTr("As soon as there is one, it appears by itself.")
        actionText: narrowed ? qsTr("Show all") : rehearses ? qsTr("Deploy an example") : ""
        onActed: root.act(narrowed)
    }
    Spinner {
        anchors.centerIn: list
        visible: root.empty && (root.table.loading || root.link.connecting)
        running: visible
    }

    function act(narrowed: bool) {
        if (!narrowed) {
            root.exampleAsked();
        }
        root.table.filter = "";
        root.table.attention = false;
    }
    function pick(place: int) {
        root.table.choose(place);
        list.forceActiveFocus(Qt.MouseFocusReason);
    }
    function step(by: int) {
        root.table.move(by);
        list.positionViewAtIndex(root.table.current, ListView.Contain);
    }
    function press(event: KeyEvent) {
        const by = event.key === Qt.Key_PageDown ? list.page : event.key === Qt.Key_PageUp ? -list.page : event.key === Qt.Key_Home ? -root.table.count : event.key === Qt.Key_End ? root.table.count : 0;
        event.accepted = by !== 0;
        if (by !== 0)
            root.step(by);
    }
    function letGo(event: KeyEvent) {
        event.accepted = root.table.current >= 0;
        root.table.chooseNone();
    }
}
