// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Opens a page.
Command {
    id: root

    required property PageHost host
    required property string pageId

    commandId: "shell." + root.pageId
    group: qsTr("Go to")
    onTriggered: root.host.request(root.pageId, {})
}
