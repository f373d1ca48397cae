// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// All keys on one sheet.
Sheet {
    id: root

    property list<QtObject> commands

    title: qsTr("Keyboard")
    subtitle: qsTr("Everything can be reached without the mouse: Tab moves on, Enter and the space bar press, Esc closes.")
    cancelText: qsTr("Close")
    sheetWidth: 460

    Repeater {
        model: root.visible ? root.commands.filter(command => command.shortcut !== "") : []
        Item {
            id: line
            required property var modelData
            width: parent ? parent.width : 0
            implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 8)
            BodyText {
                id: words
                width: parent.width - keys.width - 12
                anchors.verticalCenter: parent.verticalCenter
                text: line.modelData.text
            }
            KeyHint {
                id: keys
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                keys: line.modelData.shortcut
            }
        }
    }
}
