// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Type what you want to do. Letters in order are enough; Enter does the marked line.
T.Popup {
    id: root

    property list<QtObject> commands
    property Item opener: null

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(parent.height * 0.12) : 0
    width: parent ? Math.min(640, parent.width - 64) : 640
    height: parent ? Math.min(field.height + 24 + Math.max(list.contentHeight, 56) + 10, parent.height * 0.7) : 400
    modal: true
    focus: true
    padding: 12
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        root.opener = root.parent.Window.activeFocusItem;
        rows.filter = "";
        field.text = "";
        list.currentIndex = 0;
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: root.opener?.forceActiveFocus(Qt.PopupFocusReason)
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.color: Theme.lineStrong
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Command palette")

        PaletteRows {
            id: rows
            commands: root.opened || root.visible ? root.commands : []
        }
        SearchField {
            id: field
            width: parent.width
            focus: true
            placeholder: qsTr("Search or run a command")
            accessibleName: qsTr("Search or run a command")
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: root.take(list.currentIndex)
            Keys.onEnterPressed: root.take(list.currentIndex)
            onEdited: typed => {
                rows.filter = typed;
                list.currentIndex = 0;
            }
        }
        ListView {
            id: list
            y: field.height + 10
            width: parent.width
            height: parent.height - y
            clip: true
            model: rows
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Commands")
            delegate: PaletteRow {
                required property int index
                width: list.width - (list.contentHeight > list.height ? 12 : 0)
                highlighted: ListView.isCurrentItem
                onClicked: root.take(index)
            }
        }
        EmptyState {
            y: field.height + 22
            width: parent.width
            visible: rows.count === 0
            iconName: "search"
            title: qsTr("No command fits")
        }
    }

    function take(row: int) {
        const command = rows.commandAt(row) as Command;
        root.close(); // first: what the command opens must not lie under the palette; the rows are gone with it
        command?.triggered();
    }
}
