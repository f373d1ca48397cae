// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// A cluster of the list: its colour, where it stands, how it is protected, how it answered. Read as one sentence.
T.AbstractButton {
    id: root

    required property string id
    required property string title
    required property string place
    required property string colour
    required property bool guarded
    required property string protection
    required property int tone
    required property string word
    required property bool inUse
    property bool selected: false

    implicitHeight: Math.max(Theme.rowHeightTall + 8, words.implicitHeight + 20)
    hoverEnabled: true
    activeFocusOnTab: true
    Keys.onReturnPressed: root.click()
    Keys.onDownPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.role: Accessible.ListItem
    Accessible.name: root.inUse ? qsTr("%1, in use, %2, %3, %4").arg(root.title).arg(root.word).arg(root.protection).arg(root.place) : qsTr("%1, %2, %3, %4").arg(root.title).arg(root.word).arg(root.protection).arg(root.place)
    Accessible.selected: root.selected

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        Rectangle {
            width: 4
            height: parent.height
            color: Theme.bands[root.colour] ?? Theme.band
        }
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
        Column {
            id: words
            x: Theme.spaceL
            width: parent.width - x - Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3
            Item {
                width: parent.width
                height: name.implicitHeight
                Label {
                    id: name
                    width: Math.min(implicitWidth, parent.width - marks.width - 8)
                    text: root.title
                    font.weight: Font.DemiBold
                    mayElide: true
                    Accessible.ignored: true
                }
                Row {
                    id: marks
                    anchors.right: parent.right
                    spacing: 6
                    height: parent.height
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: root.guarded
                        name: "lock"
                        size: 12
                        color: Theme.textSecond
                    }
                    Caption {
                        anchors.verticalCenter: parent.verticalCenter
                        text: root.inUse ? qsTr("in use") : root.protection
                        color: root.inUse ? Theme.accent : Theme.textSecond
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
            Item {
                width: parent.width
                height: Math.max(state.implicitHeight, where.implicitHeight)
                Caption {
                    id: where
                    width: parent.width - state.width - 10
                    text: root.place
                    maximumLineCount: 1
                    wrapMode: Text.NoWrap
                    elide: Text.ElideMiddle
                    mayElide: true
                    Accessible.ignored: true
                }
                StatusMark {
                    id: state
                    anchors.right: parent.right
                    status: root.tone
                    text: root.word
                    pixelSize: Theme.sizeSmall
                    weight: Font.Medium
                    Accessible.ignored: true
                }
            }
        }
    }
}
