// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Type to narrow a list. Down moves on to `next`, Enter takes the first.
TextField {
    id: root

    property string shortcutText
    property Item next: null

    leftPadding: 34
    rightPadding: keys.visible ? keys.width + 16 : root.clearable ? 34 : 11
    clearable: true
    Accessible.searchEdit: true
    Keys.onDownPressed: event => {
        event.accepted = root.next !== null;
        root.next?.forceActiveFocus(Qt.TabFocusReason);
    }

    Icon {
        x: 11
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.textSecond
        size: Theme.iconSize
    }
    Caption {
        id: keys
        anchors.right: parent.right
        anchors.rightMargin: 11
        anchors.verticalCenter: parent.verticalCenter
        visible: root.shortcutText !== "" && root.text === ""
        text: root.shortcutText
        wrapMode: Text.NoWrap
    }
}
