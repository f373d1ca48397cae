// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Before a deploy: whether a guard goes back by itself when it fails newly, what it watches, or why it may not.
Column {
    id: root

    required property GuardController guard

    spacing: 2

    Switch {
        text: qsTr("Go back by itself when it fails newly")
        checked: root.guard.on
        blockedReason: root.guard.blockedReason
        onToggledByUser: checked => root.guard.on = checked
    }
    Caption {
        width: parent.width
        visible: text !== ""
        text: root.guard.blockedReason !== "" ? root.guard.blockedReason : root.guard.rulesText
    }
}
