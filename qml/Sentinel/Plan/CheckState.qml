// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Whether what is shown is of the answers as they are, and the way to check once more.
Row {
    id: root

    required property FindingsController findings

    spacing: Theme.spaceS

    Chip {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.findings.older
        status: Status.Warning
        text: qsTr("Before your last answers")
    }
    Spinner {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.findings.busy
        running: visible
    }
    IconButton {
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.findings.busy
        iconName: "refresh"
        text: qsTr("Check again")
        onClicked: root.findings.checkAgain()
    }
}
