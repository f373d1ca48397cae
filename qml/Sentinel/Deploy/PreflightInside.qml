// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// A look from inside the cluster: what it makes is said before it is made; then how far it is.
Column {
    id: root

    required property PreflightController preflight

    spacing: Theme.spaceS
    visible: root.preflight.asking || root.preflight.inside

    Banner {
        width: parent.width
        status: Status.Info
        title: root.preflight.inside ? qsTr("A pod looks from inside the cluster") : qsTr("This is made in the cluster, and removed again")
        text: root.preflight.inside ? root.preflight.insideLine : root.preflight.insideMakes
    }
    Row {
        spacing: Theme.spaceS
        PrimaryButton {
            visible: root.preflight.asking
            text: qsTr("Send the pod")
            blockedReason: root.preflight.insideBlockedReason
            onClicked: root.preflight.lookInside()
        }
        SecondaryButton {
            visible: root.preflight.asking
            text: qsTr("Leave it")
            onClicked: root.preflight.leaveInside()
        }
        SecondaryButton {
            visible: root.preflight.inside
            text: qsTr("Stop and remove it")
            onClicked: root.preflight.stopInside()
        }
    }
}
