// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Where one is and what can be harmed from here, always in sight: name, kind and colour together.
Rectangle {
    id: root

    readonly property ClusterContext cluster: Console.cluster
    readonly property bool real: root.cluster.mode === ClusterContext.Real
    readonly property bool rehearsing: root.cluster.mode === ClusterContext.Rehearsal && !root.cluster.failed

    signal clusterAsked

    implicitHeight: Math.max(30, words.implicitHeight + 10)
    color: root.rehearsing ? Theme.bandRehearsal : !root.real ? Theme.band : root.cluster.guarded ? Theme.bandGuarded : Theme.bands[root.cluster.colour] ?? Theme.bandBlue
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.cluster.title).arg(root.cluster.sentence)

    Row {
        id: left
        x: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM
        Label {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            text: root.cluster.title
            color: Theme.bandText
            font.pixelSize: Theme.sizeSmall
            font.weight: Font.DemiBold
            font.letterSpacing: root.real ? 0 : 1
            Accessible.ignored: true
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.cluster.guarded
            width: mark.width + 22
            height: mark.implicitHeight + 4
            radius: 3
            color: "transparent"
            border.color: Theme.bandText
            Icon {
                x: 5
                anchors.verticalCenter: parent.verticalCenter
                name: "lock"
                color: Theme.bandText
                size: 10
            }
            Label {
                id: mark
                x: 17
                anchors.verticalCenter: parent.verticalCenter
                text: root.cluster.readOnly ? qsTr("READ-ONLY") : qsTr("PROTECTED")
                color: Theme.bandText
                font.pixelSize: Theme.sizeSmall - 1
                font.weight: Font.DemiBold
            }
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - words.width - right.width - 4 * Theme.spaceL - (root.cluster.guarded ? 120 : 0))
            text: root.cluster.sentence
            color: Theme.bandText
            font.pixelSize: Theme.sizeSmall
            mayElide: true
            Accessible.ignored: true
        }
    }
    Row {
        id: right
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceL
        LinkButton {
            visible: root.cluster.failed || !root.rehearsing
            ink: Theme.bandText
            pixelSize: Theme.sizeSmall
            text: root.cluster.failed ? qsTr("Start it again") : qsTr("Use the rehearsal cluster")
            onClicked: root.cluster.useRehearsal()
        }
        LinkButton {
            ink: Theme.bandText
            pixelSize: Theme.sizeSmall
            text: root.real ? qsTr("Another cluster…") : qsTr("Use a real cluster…")
            onClicked: root.clusterAsked()
        }
    }
}
