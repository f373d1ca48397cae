// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Where one is, and the way to everything else.
Rectangle {
    id: root

    property string pageName
    property var breadcrumb: []
    property bool busy: false

    signal searchAsked

    implicitHeight: 48
    color: Theme.surface

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    Row {
        x: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM
        Breadcrumb {
            anchors.verticalCenter: parent.verticalCenter
            parts: [root.pageName].concat(root.breadcrumb).filter(part => part !== "")
        }
        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.busy
            running: root.busy
        }
    }
    T.AbstractButton {
        id: search
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(300, root.width / 3)
        height: Math.min(Theme.controlHeight - 2, root.height - 12)
        activeFocusOnTab: true
        hoverEnabled: true
        text: qsTr("Search or run a command")
        onClicked: root.searchAsked()
        Keys.onReturnPressed: search.click()
        Accessible.role: Accessible.Button
        Accessible.name: search.text
        Accessible.description: "Ctrl+K"
        background: Rectangle {
            radius: Theme.radius
            color: search.hovered ? Theme.hover : Theme.sunken
            border.color: Theme.line
            FocusRing {
                shown: search.visualFocus
            }
        }
        contentItem: Item {
            Label {
                x: 11
                width: parent.width - keys.width - 28
                anchors.verticalCenter: parent.verticalCenter
                text: search.text
                color: Theme.textSecond
                mayElide: true
                Accessible.ignored: true
            }
            Caption {
                id: keys
                anchors.right: parent.right
                anchors.rightMargin: 11
                anchors.verticalCenter: parent.verticalCenter
                text: "Ctrl+K"
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
