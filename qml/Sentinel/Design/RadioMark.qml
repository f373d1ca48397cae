// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Rectangle {
    id: root

    property bool checked: false
    property bool available: true

    width: 18
    height: 18
    radius: 9
    color: Theme.surface
    border.width: root.checked ? 5 : 1
    border.color: !root.available ? Theme.line : root.checked ? Theme.accent : Theme.lineControl
    Accessible.ignored: true
}
