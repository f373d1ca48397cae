// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// Words that act; underlined, so it is not told by colour alone.
T.AbstractButton {
    id: root

    property color ink: Theme.accent
    property int pixelSize: Theme.sizeBase

    implicitWidth: label.implicitWidth
    implicitHeight: Math.max(24, label.implicitHeight)
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.Link
    Accessible.name: root.text

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    // Wraps where it is given less width than its words need.
    contentItem: BodyText {
        id: label
        text: root.text
        color: root.enabled ? root.ink : Theme.textDisabled
        font.underline: true
        font.pixelSize: root.pixelSize
        Accessible.ignored: true
    }
    FocusRing {
        shown: root.visualFocus
    }
}
