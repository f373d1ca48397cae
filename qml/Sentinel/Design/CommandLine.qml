// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The command that does the same, to take along.
Item {
    id: root

    property string text

    implicitWidth: 420
    implicitHeight: Theme.controlHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
        border.color: Theme.line
        Accessible.ignored: true
    }
    CodeText {
        x: 11
        width: parent.width - copy.width - 24
        height: parent.height
        text: root.text
        selectable: true
        mayElide: true
    }
    IconButton {
        id: copy
        anchors.right: parent.right
        anchors.rightMargin: 3
        anchors.verticalCenter: parent.verticalCenter
        iconName: done.running ? "check" : "copy"
        text: done.running ? qsTr("Copied") : qsTr("Copy the command")
        onClicked: {
            clipboard.selectAll();
            clipboard.copy();
            done.restart();
        }
    }
    TextInput {
        id: clipboard
        visible: false
        text: root.text
        Accessible.ignored: true
    }
    Timer {
        id: done
        interval: 2000
    }
}
