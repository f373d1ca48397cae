// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What may be done to the Application; what may not says why.
Flow {
    id: root

    required property AppController app
    readonly property var reasons: root.app.reasons
    signal syncAsked
    signal rollBackAsked

    spacing: Theme.spaceS

    PrimaryButton {
        text: qsTr("Sync…")
        blockedReason: root.reasons.sync
        onClicked: root.syncAsked()
    }
    SecondaryButton {
        text: qsTr("Refresh")
        blockedReason: root.reasons.refresh
        onClicked: root.app.refresh(false)
    }
    SecondaryButton {
        text: qsTr("End the operation")
        visible: root.app.state.busy ?? false
        blockedReason: root.reasons.terminate
        onClicked: root.app.terminate()
    }
    SecondaryButton {
        text: root.app.state.autoSync ?? false ? qsTr("Pause auto-sync") : qsTr("Switch auto-sync on")
        blockedReason: root.reasons.autoSync
        onClicked: root.app.setAutoSync(!root.app.state.autoSync)
    }
    SecondaryButton {
        text: qsTr("Roll back…")
        blockedReason: root.reasons.rollBack
        onClicked: root.rollBackAsked()
    }
}
