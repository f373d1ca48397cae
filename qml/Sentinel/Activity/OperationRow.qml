// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// One operation: how it ended, what and where, who and when, how long. Read as one sentence.
T.AbstractButton {
    id: root

    required property string id
    required property string kind
    required property string place
    required property string who
    required property string when
    required property int tone
    required property string word
    required property string duration
    property bool selected: false

    implicitHeight: Math.max(Theme.rowHeightTall, words.implicitHeight + 16)
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3. %4, %5, %6").arg(root.kind).arg(root.place).arg(root.word).arg(root.who).arg(root.when).arg(root.duration)
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
            x: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            compact: true
            status: root.tone
            text: root.word
            Accessible.ignored: true
        }
        Column {
            id: words
            x: mark.x + mark.width + 12
            width: parent.width - x - tail.width - Theme.spaceL - 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label {
                width: parent.width
                text: qsTr("%1 %2").arg(root.kind).arg(root.place)
                font.weight: Font.DemiBold
                mayElide: true
                Accessible.ignored: true
            }
            Caption {
                width: parent.width
                text: qsTr("%1 · %2").arg(root.when).arg(root.who)
                maximumLineCount: 1
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                mayElide: true
                Accessible.ignored: true
            }
        }
        Column {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Label {
                anchors.right: parent.right
                text: root.word
                color: Theme.tones[root.tone]
                Accessible.ignored: true
            }
            Caption {
                anchors.right: parent.right
                text: root.duration
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
