// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A draft that waits, to go on with or to drop.
Item {
    id: root

    required property PlanController wizard
    required property string id
    required property string title
    required property string detail

    implicitHeight: Theme.rowHeightTall

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - buttons.width - Theme.spaceL
        spacing: 2
        Label {
            width: parent.width
            text: root.title
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            text: root.detail
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceS
        SecondaryButton {
            text: qsTr("Go on")
            accessibleName: qsTr("Go on with %1").arg(root.title)
            onClicked: root.wizard.resume(root.id)
        }
        QuietButton {
            text: qsTr("Drop")
            accessibleName: qsTr("Drop the draft of %1").arg(root.title)
            onClicked: root.wizard.discardDraft(root.id)
        }
    }
}
