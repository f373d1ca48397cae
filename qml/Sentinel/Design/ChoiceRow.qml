// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// A line with a mark, a word and its meaning: what choices are made of.
T.AbstractButton {
    id: root

    property string label
    property string help
    property bool exclusive: false
    property string groupName

    implicitWidth: 320
    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 10)
    hoverEnabled: true
    Keys.onReturnPressed: root.click()
    Accessible.role: root.exclusive ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: root.groupName === "" ? root.label : qsTr("%1: %2").arg(root.groupName).arg(root.label)
    Accessible.description: root.help
    Accessible.checkable: true
    Accessible.checked: root.checked

    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.hover : "transparent"
        FocusRing {
            anchors.margins: -1
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        RadioMark {
            x: 6
            y: 7
            visible: root.exclusive
            checked: root.checked
            available: root.enabled
        }
        Rectangle {
            x: 6
            y: 7
            width: 18
            height: 18
            radius: 4
            visible: !root.exclusive
            color: root.checked ? Theme.accent : Theme.surface
            border.width: root.checked ? 0 : 1
            border.color: Theme.lineControl
            Icon {
                anchors.centerIn: parent
                visible: root.checked
                name: "check"
                size: 14
                color: Theme.textOnAccent
            }
        }
        Column {
            id: words
            x: 34
            y: 5
            width: parent.width - x - 6
            spacing: 1
            BodyText {
                width: parent.width
                text: root.label
                color: root.enabled ? Theme.text : Theme.textDisabled
                Accessible.ignored: true
            }
            Caption {
                width: parent.width
                visible: text !== ""
                text: root.help
                Accessible.ignored: true
            }
        }
    }
}
