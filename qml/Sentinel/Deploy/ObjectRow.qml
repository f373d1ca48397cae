// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// One object: shape, kind, name, what it says, its wave and age. Read as one sentence.
T.AbstractButton {
    id: root

    required property string id
    required property string kind
    required property string name
    required property int depth
    required property int tone
    required property string word
    required property string sentence
    required property string wave
    required property string age
    property bool selected: false
    readonly property bool wide: root.width > 620

    implicitHeight: Math.max(Theme.rowHeight, title.implicitHeight + 10)
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Keys.onDownPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.TreeItem
    Accessible.name: qsTr("%1 %2, %3: %4").arg(root.kind).arg(root.name).arg(root.word).arg(root.sentence)
    Accessible.selected: root.selected

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
        FocusRing {
            anchors.margins: 2
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        StatusMark {
            id: mark
            x: Theme.spaceL + root.depth * 20
            anchors.verticalCenter: parent.verticalCenter
            compact: true
            status: root.tone
            text: root.word
            Accessible.ignored: true
        }
        Caption {
            id: what
            x: mark.x + mark.width + 9
            width: root.wide ? 118 : 92
            anchors.verticalCenter: parent.verticalCenter
            text: root.kind
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            mayElide: true
            Accessible.ignored: true
        }
        Label {
            id: title
            x: what.x + what.width + 6
            width: Math.max(40, says.x - x - 10)
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            font.weight: root.depth === 0 ? Font.DemiBold : Font.Medium
            mayElide: true
            Accessible.ignored: true
        }
        Label {
            id: says
            x: Math.min(660, Math.round(root.width * (root.wide ? 0.56 : 0.58)))
            width: tail.x - x - 8
            anchors.verticalCenter: parent.verticalCenter
            text: root.sentence
            color: root.tone === Status.Error || root.tone === Status.Warning ? Theme.tones[root.tone] : Theme.textSecond
            mayElide: true
            Accessible.ignored: true
        }
        Caption {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            text: root.wave === "" ? root.age : root.age === "" || !root.wide ? root.wave : qsTr("%1 · %2").arg(root.wave).arg(root.age)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
