// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// Scrolls a column of whatever is put into it; follows the keyboard's focus.
T.ScrollView {
    id: root

    property real contentPadding: Theme.spaceXl
    property real contentWidthLimit: Infinity
    readonly property real innerWidth: Math.min(root.contentWidthLimit, root.width - 2 * root.contentPadding)
    default property alias content: column.data
    readonly property alias flickable: flick

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        const margin = 32;
        if (top - margin < flick.contentY) {
            flick.contentY = Math.max(0, top - margin);
        } else if (top + item.height + margin > flick.contentY + flick.height) {
            flick.contentY = Math.min(Math.max(0, flick.contentHeight - flick.height), top + item.height + margin - flick.height);
        }
    }

    implicitWidth: 600
    implicitHeight: 400
    spacing: Theme.spaceL

    Flickable {
        id: flick
        // On the Flickable: on a bare ScrollView it would never hear of its size.
        T.ScrollBar.vertical: ScrollBar {
            parent: root
            x: root.width - width
            height: root.height
        }
        clip: true
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * root.contentPadding
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            x: root.contentPadding
            y: root.contentPadding
            width: root.innerWidth
            spacing: root.spacing
        }
    }
    Connections {
        target: root.Window.window
        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            for (let up = item; up; up = up.parent) {
                if (up === column) {
                    root.reveal(item);
                    return;
                }
            }
        }
    }
}
