// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ScrollBar {
    id: root

    implicitWidth: root.horizontal ? 100 : 12
    implicitHeight: root.horizontal ? 12 : 100
    padding: 3
    minimumSize: 0.06
    policy: T.ScrollBar.AsNeeded
    visible: root.size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        radius: 3
        color: root.pressed ? Theme.textSecond : root.hovered ? Theme.lineControl : Theme.lineStrong
    }
    background: null
}
