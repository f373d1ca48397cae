// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The ways through the program, in the order of the work. Pages of later versions are not in it.
Rectangle {
    id: root

    property string current

    signal chosen(string id)
    signal shortcutsAsked

    implicitWidth: 196
    color: Theme.surface

    Divider {
        anchors.right: parent.right
        vertical: true
        height: parent.height
    }
    Column {
        x: 11
        y: 14
        width: parent.width - 23
        spacing: 4
        RailBrand {
            width: parent.width
            onClicked: root.chosen("start")
        }
        Item {
            width: 1
            height: 8
        }
        RailButton {
            width: parent.width
            text: qsTr("Plan")
            iconName: "plan"
            current: root.current === "plan"
            onClicked: root.chosen("plan")
        }
        RailButton {
            width: parent.width
            text: qsTr("Deploy")
            iconName: "delivery"
            current: root.current === "deploy"
            onClicked: root.chosen("deploy")
        }
        RailButton {
            width: parent.width
            text: qsTr("Sync")
            iconName: "refresh"
            current: root.current === "sync"
            onClicked: root.chosen("sync")
        }
        RailButton {
            width: parent.width
            text: qsTr("Workloads")
            iconName: "server"
            current: root.current === "workloads"
            onClicked: root.chosen("workloads")
        }
        RailButton {
            width: parent.width
            text: qsTr("Certificates")
            iconName: "lock"
            current: root.current === "certificates"
            onClicked: root.chosen("certificates")
        }
        RailButton {
            width: parent.width
            text: qsTr("Rollback")
            iconName: "undo"
            current: root.current === "rollback"
            onClicked: root.chosen("rollback")
        }
        RailButton {
            width: parent.width
            text: qsTr("Activity")
            iconName: "clock"
            current: root.current === "activity"
            onClicked: root.chosen("activity")
        }
    }
    Column {
        x: 11
        width: parent.width - 23
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        spacing: 4
        RailButton {
            width: parent.width
            text: qsTr("Settings")
            iconName: "settings"
            current: root.current === "settings"
            onClicked: root.chosen("settings")
        }
        RailButton {
            width: parent.width
            text: qsTr("Keyboard")
            iconName: "keyboard"
            hint: "Ctrl+/"
            onClicked: root.shortcutsAsked()
        }
        RailButton {
            width: parent.width
            text: qsTr("Help")
            iconName: "help"
            hint: "F1"
            current: root.current === "help"
            onClicked: root.chosen("help")
        }
    }
}
