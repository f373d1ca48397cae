// SPDX-License-Identifier: GPL-3.0-or-later
import Sentinel.Design

/// The page shown would rather not be left now.
Dialog {
    id: root

    required property PageHost host

    readonly property bool closing: root.host.wantedId === ""

    title: root.closing ? qsTr("Close the console?") : qsTr("Leave this page?")
    text: (root.closing && root.host.busyPage ? root.host.busyPage : root.host.page)?.leaveReason ?? ""
    acceptText: root.closing ? qsTr("Close the console") : qsTr("Leave the page")
    cancelText: qsTr("Stay")
    onAccepted: root.host.leaveAnyway()
}
