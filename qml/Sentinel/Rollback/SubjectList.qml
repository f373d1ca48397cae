// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What can be rolled back, the unhealthy first: arrows choose; Return, or a click on the one chosen, opens the sheet.
Card {
    id: root

    required property SubjectsController subjects
    property string current

    signal chosen(string id)
    signal opened(string id)
    signal exampleAsked

    padding: 0
    spacing: 0
    accessibleName: qsTr("What can be rolled back")

    function focusList() {
        list.forceActiveFocus(Qt.OtherFocusReason);
    }
    function step(by: int) {
        root.chosen(root.subjects.neighbour(root.current, root.current === "" ? 0 : by));
    }

    Item {
        width: parent.width
        height: root.height
        ListView {
            id: list
            x: 1
            y: 1
            width: parent.width - 2
            height: root.height - 2
            clip: true
            activeFocusOnTab: count > 0
            model: root.subjects.rows
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What can be rolled back")
            Keys.onDownPressed: root.step(1)
            Keys.onUpPressed: root.step(-1)
            delegate: ListRow {
                id: row
                required property var model
                width: list.width
                title: row.model.title
                detail: row.model.detail
                status: row.model.tone
                trailing: row.model.word
                selected: root.current === row.model.id
                activeFocusOnTab: false
                onSelectedChanged: if (row.selected) list.currentIndex = row.model.index
                onClicked: row.selected ? root.opened(row.model.id) : root.chosen(row.model.id)
            }
        }
        FocusRing {
            anchors.fill: list
            anchors.margins: 1
            shown: list.activeFocus && root.current === ""
        }
        EmptyState {
            readonly property bool rehearses: root.subjects.place.rehearsal ?? false
            x: Theme.spaceL
            y: Math.max(40, (root.height - height) / 2 - 40)
            width: parent.width - 2 * Theme.spaceL
            visible: list.count === 0 && !root.subjects.looking && !root.subjects.trouble.present
            iconName: "undo"
            title: root.subjects.blockedReason !== "" ? root.subjects.blockedReason : qsTr("Nothing here can be rolled back")
            text: root.subjects.blockedReason !== "" ? "" : qsTr("Applications of Argo CD and releases of Helm on this cluster are listed here.")
            actionText: rehearses && root.subjects.blockedReason === "" ? qsTr("Deploy an example") : ""
            onActed: root.exampleAsked()
        }
        Spinner {
            anchors.centerIn: parent
            visible: list.count === 0 && root.subjects.looking
            running: visible
        }
    }
}
