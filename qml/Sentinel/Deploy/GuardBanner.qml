// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// While a guard is armed or watches: how long still; afterwards what it did, until it has been read.
Banner {
    id: root

    required property GuardController guard

    visible: root.guard.title !== ""
    status: root.guard.tone
    title: root.guard.title
    text: root.guard.text
    closable: root.guard.title !== "" && !root.guard.watching
    onClosed: root.guard.dismiss()
    actions: [
        SecondaryButton {
            visible: root.guard.watching
            text: qsTr("Stop the guard")
            hint: qsTr("What was deployed stays as it is.")
            onClicked: root.guard.stop()
        }
    ]
}
