// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// An object of an Application: what it is, how it stands. Read as one sentence.
T.AbstractButton {
    id: root

    required property string kind
    required property string name
    required property string wave
    required property string place
    required property int depth
    required property bool open
    required property int below
    required property string sync
    required property int syncTone
    required property string health
    required property int healthTone
    required property string detail
    property bool selected: false
    signal openAsked

    implicitHeight: Theme.rowHeight
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    onDoubleClicked: root.openAsked()
    Accessible.role: Accessible.TreeItem
    Accessible.name: [root.kind + " " + root.name, root.place, root.health, root.sync, root.wave, root.detail].filter(part => part !== "").join(", ")
    Accessible.description: root.below === 0 ? "" : root.open ? qsTr("open") : qsTr("closed")

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"
    }
    contentItem: Item {
        Icon {
            id: arrow
            x: Theme.spaceM + root.depth * 18
            anchors.verticalCenter: parent.verticalCenter
            visible: root.below > 0
            name: root.open ? "chevron-down" : "chevron-right"
            color: Theme.textSecond
            size: Theme.iconSize - 4
            TapHandler {
                margin: 6
                gesturePolicy: TapHandler.WithinBounds
                onTapped: root.openAsked()
            }
        }
        StatusMark {
            id: mark
            x: arrow.x + 18
            anchors.verticalCenter: parent.verticalCenter
            compact: true
            visible: root.health !== ""
            status: root.healthTone
            text: root.health
            Accessible.ignored: true
        }
        Label {
            id: kind
            x: arrow.x + 42
            width: Math.min(implicitWidth, middle.x - x - 8)
            anchors.verticalCenter: parent.verticalCenter
            text: root.kind
            color: Theme.textSecond
            elide: Text.ElideMiddle
            mayElide: true
            Accessible.ignored: true
        }
        Label {
            x: kind.x + kind.width + 8
            width: middle.x - x - 8
            anchors.verticalCenter: parent.verticalCenter
            text: root.name
            font.weight: Font.Medium
            elide: Text.ElideMiddle
            mayElide: true
            Accessible.ignored: true
        }
        Label {
            id: middle
            x: Math.round(root.width * 0.52)
            width: wave.x - x - 8
            anchors.verticalCenter: parent.verticalCenter
            text: root.detail !== "" ? root.detail : root.health
            color: Theme.textSecond
            elide: Text.ElideRight
            mayElide: true
            Accessible.ignored: true
        }
        Label {
            id: wave
            x: tail.x - width - (text === "" ? 0 : Theme.spaceM)
            anchors.verticalCenter: parent.verticalCenter
            text: root.wave
            color: Theme.textSecond
            Accessible.ignored: true
        }
        Label {
            id: tail
            x: root.width - width - Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            text: root.sync
            color: Theme.tones[root.syncTone]
            Accessible.ignored: true
        }
    }
}
