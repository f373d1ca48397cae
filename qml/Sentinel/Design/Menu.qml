// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A folded-out list of things to do: `entries: [{id, text, iconName, shortcut, blockedReason}]`.
T.Popup {
    id: root

    property var entries: []
    property Item opener: null

    signal chosen(string id)

    function openBelow(item: Item) {
        root.opener = item;
        const spot = item.mapToItem(root.parent, 0, item.height + 4);
        root.x = Math.max(8, Math.min(spot.x, root.parent.width - root.width - 8));
        root.y = spot.y;
        root.open();
        list.currentIndex = 0;
        list.forceActiveFocus(Qt.PopupFocusReason);
    }

    parent: T.Overlay.overlay
    width: 260
    height: list.contentHeight + 8
    padding: 4
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onClosed: root.opener?.forceActiveFocus(Qt.PopupFocusReason)
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.lineStrong
    }
    contentItem: ListView {
        id: list
        model: root.entries
        keyNavigationWraps: true
        highlightMoveDuration: 0
        Keys.onReturnPressed: root.take(root.entries[list.currentIndex])
        Accessible.role: Accessible.PopupMenu
        Accessible.name: qsTr("Menu")
        delegate: OptionRow {
            required property var modelData
            required property int index
            width: ListView.view.width
            text: modelData.text
            help: modelData.blockedReason ?? modelData.shortcut ?? ""
            enabled: !modelData.blockedReason
            highlighted: ListView.isCurrentItem
            Accessible.role: Accessible.MenuItem
            onClicked: root.take(modelData)
        }
    }

    function take(entry: var) {
        if (entry && !entry.blockedReason) {
            root.close();
            root.chosen(entry.id);
        }
    }
}
