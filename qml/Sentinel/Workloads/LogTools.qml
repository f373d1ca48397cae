// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Which container of which pod, and how its log is read.
Flow {
    id: root

    required property LogController log

    spacing: 8

    ComboBox {
        width: Math.min(220, root.width)
        visible: root.log.pods.length > 1
        accessibleName: qsTr("Pod")
        options: root.log.pods
        value: root.log.pod
        onChosen: value => root.log.pod = value
    }
    ComboBox {
        width: Math.min(150, root.width)
        visible: root.log.containers.length > 1
        accessibleName: qsTr("Container")
        options: root.log.containers
        value: root.log.container
        onChosen: value => root.log.container = value
    }
    SearchField {
        width: Math.max(120, Math.min(200, root.width))
        placeholder: qsTr("Only lines with…")
        accessibleName: qsTr("Filter of the log")
        text: root.log.filter
        onEdited: text => root.log.filter = text
    }
    Row {
        spacing: 2
        height: Theme.controlHeight
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: "play"
            checked: root.log.follow && !root.log.previous
            text: root.log.follow ? qsTr("Stop following") : qsTr("Follow")
            onClicked: root.log.follow = !root.log.follow
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: "clock"
            checked: root.log.timestamps
            text: root.log.timestamps ? qsTr("Hide the times") : qsTr("Show the times")
            onClicked: root.log.timestamps = !root.log.timestamps
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: "undo"
            checked: root.log.previous
            text: root.log.previous ? qsTr("Back to this run") : qsTr("The run before this one")
            onClicked: root.log.previous = !root.log.previous
        }
        IconButton {
            anchors.verticalCenter: parent.verticalCenter
            iconName: done.running ? "check" : "copy"
            text: done.running ? qsTr("Copied") : qsTr("Copy the lines shown")
            onClicked: {
                root.log.copy();
                done.restart();
            }
            Timer {
                id: done
                interval: 2000
            }
        }
    }
}
