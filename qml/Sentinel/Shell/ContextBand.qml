// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Where one is and what can be harmed from here, always in sight.
Rectangle {
    id: root

    implicitHeight: Math.max(30, words.implicitHeight + 10)
    color: Theme.band
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Offline: no cluster is connected, nothing here touches your systems")

    Row {
        x: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM
        Label {
            id: words
            text: qsTr("OFFLINE")
            color: Theme.bandText
            font.pixelSize: Theme.sizeSmall
            font.weight: Font.DemiBold
            font.letterSpacing: 1
            Accessible.ignored: true
        }
        Label {
            text: qsTr("no cluster connected · nothing here touches your systems")
            color: Theme.bandText
            font.pixelSize: Theme.sizeSmall
            Accessible.ignored: true
        }
    }
}
