// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Somebody else writes the Application and would undo the switch of auto-sync: what would be changed there so that it stays.
Sheet {
    id: root

    required property AppController app
    property bool on: false
    property string reason
    property string patch

    function ask(on: bool, reason: string, patch: string) {
        root.on = on;
        root.reason = reason;
        root.patch = patch;
        root.open();
    }

    title: root.on ? qsTr("Switch auto-sync on") : qsTr("Pause auto-sync")
    subtitle: root.reason
    acceptText: qsTr("Change the owner, then switch")
    acceptBlockedReason: root.patch === "" ? qsTr("The owner cannot be changed from here; change it where it is written.") : root.app.reasons.autoSync
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.app.present ? root.app.command("autosync") + (root.on ? " on" : " off") + " --teach-owner" : ""
        }
    ]
    onAccepted: {
        root.app.teachOwnerAndSetAutoSync(root.on);
        root.close();
    }

    BodyText {
        width: parent ? parent.width : 0
        text: root.patch === "" ? qsTr("Nothing was changed.") : qsTr("Nothing was changed yet. This would tell the owner to leave auto-sync alone from now on; where it comes from Git, write it there too, or its next sync takes it away:")
    }
    CodeView {
        width: parent ? parent.width : 0
        height: Math.min(320, Math.max(2, lineCount) * lineHeight + 24)
        visible: root.patch !== ""
        lineNumbers: false
        accessibleName: qsTr("Change of the owner")
        text: root.patch
    }
}
