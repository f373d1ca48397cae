// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The ground of everything one types into or picks from.
Rectangle {
    property bool invalid: false
    property bool hovered: false
    property bool active: false
    property bool available: true

    radius: Theme.radius
    color: available ? Theme.surface : Theme.sunken
    border.width: invalid || active ? 2 : 1
    border.color: invalid ? Theme.error : active ? Theme.focus : hovered ? Theme.textSecond : Theme.lineControl
    Accessible.ignored: true
}
