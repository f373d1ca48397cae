// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

T.AbstractButton {
    id: root

    property string iconName
    property string hint
    property bool current: false

    implicitHeight: Math.max(36, words.implicitHeight + 14)
    activeFocusOnTab: true
    hoverEnabled: true
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.current ? qsTr("current page") : ""

    background: Rectangle {
        radius: Theme.radius
        color: root.current ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        Rectangle {
            visible: root.current
            width: 3
            height: parent.height - 16
            y: 8
            radius: 1
            color: Theme.accent
        }
        FocusRing {
            anchors.margins: -1
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: root.current ? Theme.accent : Theme.textSecond
            size: Theme.iconSize
        }
        BodyText {
            id: words
            x: 22 + Theme.iconSize
            width: parent.width - x - (keys.visible ? keys.implicitWidth + 16 : 6)
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.current ? Theme.accent : Theme.text
            font.weight: root.current ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Caption {
            id: keys
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.hint
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
