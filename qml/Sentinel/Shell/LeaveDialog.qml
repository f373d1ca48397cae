// SPDX-License-Identifier: GPL-3.0-or-later
import Sentinel.Design

/// The page shown would rather not be left now.
Dialog {
    id: root

    required property PageHost host

    title: qsTr("Leave this page?")
    text: root.host.page ? root.host.page.leaveReason : ""
    acceptText: qsTr("Leave the page")
    cancelText: qsTr("Stay")
    onAccepted: root.host.leaveAnyway()
}
