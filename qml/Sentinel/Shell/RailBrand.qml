// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The product's mark; leads to the first page.
T.AbstractButton {
    id: root

    implicitHeight: 40
    activeFocusOnTab: true
    hoverEnabled: true
    text: qsTr("Sentinel Console")
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Sentinel Console, first page")

    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.hover : "transparent"
        FocusRing {
            anchors.margins: -1
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: mark
            x: 6
            anchors.verticalCenter: parent.verticalCenter
            width: 26
            height: 26
            radius: 6
            color: Theme.accent
            Icon {
                anchors.centerIn: parent
                name: "shield"
                color: Theme.textOnAccent
                size: 16
            }
        }
        BodyText {
            x: mark.x + mark.width + 10
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
