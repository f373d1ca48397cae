// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How old what is shown is: a shape, a word, and why by pointing at it.
Item {
    id: root

    required property TableController table
    readonly property var freshness: root.table.freshness

    implicitWidth: mark.implicitWidth
    implicitHeight: Theme.controlHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1. %2").arg(root.freshness.word).arg(root.freshness.sentence)
    onFreshnessChanged: if (root.freshness.tone === Status.Warning || root.freshness.tone === Status.Error) root.Accessible.announce(root.Accessible.name, Accessible.Polite)

    StatusMark {
        id: mark
        anchors.verticalCenter: parent.verticalCenter
        status: root.freshness.tone
        text: root.freshness.word
        weight: Font.Medium
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    FocusRing {
        shown: root.activeFocus
    }
    Tip {
        text: root.freshness.sentence
        shown: (hover.hovered || root.activeFocus) && root.freshness.sentence !== ""
    }
}
