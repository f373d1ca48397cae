// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A square button with a drawing; `text` is its name and its tool tip.
T.AbstractButton {
    id: root

    property string iconName
    property color ink: Theme.textSecond

    implicitWidth: Math.max(28, Theme.iconSize + 12)
    implicitHeight: implicitWidth
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: Theme.iconSize
            color: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accent : root.ink
        }
    }
    Tip {
        text: root.text
        shown: root.hovered || root.visualFocus
    }
}
