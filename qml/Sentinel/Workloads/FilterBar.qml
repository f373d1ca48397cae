// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Narrow the table: by what needs somebody, by words, by namespace, label and state.
Item {
    id: root

    required property TableController table
    property Item next: null

    function focusFilter() {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    implicitHeight: Math.max(48, field.implicitHeight + 14)

    Row {
        id: chips
        x: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
        Chip {
            checkable: true
            text: qsTr("All %1").arg(root.table.counts.all)
            selected: !root.table.attention
            onClicked: root.table.attention = false
        }
        Chip {
            checkable: true
            text: qsTr("Needs attention %1").arg(root.table.counts.attention)
            selected: root.table.attention
            onClicked: root.table.attention = true
        }
    }
    SearchField {
        id: field
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(120, Math.min(420, parent.width - chips.width - 3 * Theme.spaceM))
        placeholder: qsTr("Filter: words, ns:, label:, status:")
        accessibleName: qsTr("Filter")
        shortcutText: width > 330 ? "Ctrl+F" : ""
        text: root.table.filter
        next: root.next
        onEdited: text => root.table.filter = text
        Tip {
            text: qsTr("Words that stand in a row; ns:shop, label:app=web,tier!=cache, status:bad (good, waiting, done, unknown).")
            shown: field.activeFocus && field.text === ""
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
