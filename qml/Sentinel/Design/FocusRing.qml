// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Two pixels around what has the keyboard's attention; shown only when focus came by keyboard.
Rectangle {
    id: root

    property bool shown: false

    anchors.fill: parent
    anchors.margins: -3
    radius: Theme.radius + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.focus
    visible: root.shown
    Accessible.ignored: true
}
