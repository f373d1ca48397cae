// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What can be done about the deploy as a whole, and with the time of the rehearsal.
Row {
    id: root

    required property DeployController deploy
    required property ScenarioController scenarios
    required property DeployDialogs dialogs

    spacing: 10

    SegmentedChoice {
        visible: root.scenarios.available
        accessibleName: qsTr("Speed of the rehearsal's time")
        options: [{value: "1", label: "1×"}, {value: "10", label: "10×"}, {value: "60", label: "60×"}]
        value: root.scenarios.speed
        onChosen: value => root.scenarios.setSpeed(value)
    }
    SecondaryButton {
        visible: root.scenarios.available
        text: qsTr("Break something…")
        hint: qsTr("Faults of the rehearsal cluster: a lost node, an image that does not exist, a full volume")
        onClicked: root.dialogs.openFaults()
    }
    SecondaryButton {
        visible: !root.deploy.running
        text: qsTr("Preflight…")
        hint: qsTr("Whether it would come up on this cluster; nothing is changed")
        blockedReason: root.dialogs.preflight.blockedReason
        onClicked: root.dialogs.openPreflight()
    }
    DangerButton {
        visible: root.deploy.running
        text: qsTr("Stop the deploy…")
        onClicked: root.dialogs.askToStop()
    }
    SecondaryButton {
        visible: root.deploy.begun && !root.deploy.running
        text: qsTr("Deploy again…")
        onClicked: root.deploy.dismiss()
    }
}
