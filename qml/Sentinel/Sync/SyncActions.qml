// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What may be done to the Application; what may not says why.
Flow {
    id: root

    required property AppController app
    readonly property var reasons: root.app.reasons
    /// What is degraded offers the way back by its colour too.
    readonly property bool broken: root.app.state.healthTone === Status.Error
    readonly property string backHint: qsTr("Opens the versions; nothing is changed before you confirm.")
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
        visible: !root.broken
        text: qsTr("Roll back…")
        shortcutText: "Ctrl+B"
        hint: root.backHint
        blockedReason: root.reasons.rollBack
        onClicked: root.rollBackAsked()
    }
    DangerButton {
        visible: root.broken
        text: qsTr("Roll back…")
        shortcutText: "Ctrl+B"
        hint: root.backHint
        blockedReason: root.reasons.rollBack
        onClicked: root.rollBackAsked()
    }
}
