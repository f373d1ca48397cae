// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Every Application; arrows, Page Up and Down, Home and End choose.
Card {
    id: root

    required property SyncClusters clusters
    required property AppsController apps
    readonly property SyncLink link: root.clusters.inUse
    signal clustersAsked
    signal exampleAsked

    padding: 0
    spacing: 0
    accessibleName: qsTr("Applications")

    function focusFilter() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function step(by: int) {
        root.apps.move(by);
        list.positionViewAtIndex(root.apps.current, ListView.Contain);
    }
    function press(event: KeyEvent) {
        const page = Math.max(1, Math.floor(list.height / Theme.rowHeightTall) - 1);
        const by = event.key === Qt.Key_PageDown ? page : event.key === Qt.Key_PageUp ? -page : event.key === Qt.Key_Home ? -root.apps.count : event.key === Qt.Key_End ? root.apps.count : 0;
        event.accepted = by !== 0;
        if (by !== 0)
            root.step(by);
    }

    Item {
        width: parent.width
        height: root.height
        SearchField {
            id: field
            x: Theme.spaceM
            y: Theme.spaceM
            width: parent.width - 2 * Theme.spaceM
            placeholderText: qsTr("Name, namespace or cluster")
            Accessible.name: qsTr("Filter the Applications")
            onEdited: text => root.apps.filter = text
        }
        CheckBox {
            id: attention
            anchors.top: field.bottom
            anchors.topMargin: Theme.spaceS
            x: Theme.spaceM
            text: qsTr("Only what is not healthy")
            checked: root.apps.attention
            onToggled: root.apps.attention = attention.checked
        }
        ComboBox {
            id: order
            anchors.top: attention.bottom
            anchors.topMargin: Theme.spaceS
            x: Theme.spaceM
            width: (parent.width - 3 * Theme.spaceM) / 2
            accessibleName: qsTr("Order of the list")
            options: [{value: "name", label: qsTr("By name")}, {value: "health", label: qsTr("Ill ones first")}, {value: "sync", label: qsTr("Out of sync first")}, {value: "cluster", label: qsTr("By cluster")}]
            value: root.apps.order
            onChosen: value => root.apps.order = value
        }
        SecondaryButton {
            anchors.top: order.top
            x: order.x + order.width + Theme.spaceM
            width: order.width
            text: root.clusters.count > 1 ? qsTr("%n cluster(s)…", "", root.clusters.count) : qsTr("Clusters…")
            onClicked: root.clustersAsked()
        }
        Divider {
            id: line
            anchors.top: order.bottom
            anchors.topMargin: Theme.spaceS
            width: parent.width
        }
        ListView {
            id: list
            anchors.top: line.bottom
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            x: 1
            width: parent.width - 2
            clip: true
            activeFocusOnTab: true
            model: root.apps.rows
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            currentIndex: root.apps.current
            highlightFollowsCurrentItem: false
            keyNavigationEnabled: false
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Applications")
            Keys.onDownPressed: root.step(1)
            Keys.onUpPressed: root.step(-1)
            Keys.onPressed: event => root.press(event)
            delegate: ApplicationRow {
                required property int index
                width: list.width
                selected: index === root.apps.current
                onClicked: {
                    root.apps.choose(index);
                    list.forceActiveFocus(Qt.MouseFocusReason);
                }
            }
        }
        FocusRing {
            anchors.fill: list
            anchors.margins: 1
            shown: list.activeFocus && root.apps.current < 0
        }
        EmptyState {
            x: Theme.spaceM
            y: line.y + Math.max(20, (list.height - height) / 2)
            width: parent.width - 2 * Theme.spaceM
            readonly property bool narrowed: root.apps.filter !== "" || root.apps.attention
            readonly property bool rehearses: !narrowed && (root.link.place.rehearsal ?? false)
            visible: root.apps.count === 0 && root.clusters.count > 0 && !root.clusters.connecting && !root.apps.loading && root.apps.notices.count === 0
            iconName: narrowed ? "filter" : "empty"
            title: narrowed ? qsTr("The filter lets nothing through") : qsTr("There is no Application yet")
            text: rehearses ? qsTr("Deploy an example by Argo CD, and it is here.") : ""
            actionText: rehearses ? qsTr("Deploy an example") : ""
            onActed: root.exampleAsked()
        }
        Spinner {
            anchors.centerIn: list
            visible: root.apps.count === 0 && (root.apps.loading || root.clusters.connecting)
            running: visible
        }
    }
}
