// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The way back from what is broken. A deploy that still runs is stopped first, and the button says so.
DangerButton {
    id: root

    required property DeployController deploy

    visible: root.deploy.rollBackReason === ""
    text: root.deploy.running ? qsTr("Stop and roll back…") : qsTr("Roll back…")
    shortcutText: "Ctrl+B"
    hint: qsTr("Opens the versions; nothing is changed before you confirm.")
}
