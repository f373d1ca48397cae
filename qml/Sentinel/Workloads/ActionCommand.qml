// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A verb of the object chosen, for the palette.
Command {
    id: root

    required property string verb
    required property ActionsController actions
    readonly property var known: root.actions.actions.find(action => action.id === root.verb)

    commandId: "workloads." + root.verb
    group: qsTr("Object")
    blockedReason: root.known ? root.known.blockedReason : qsTr("Not of the object chosen.")
    onTriggered: root.actions.begin(root.verb)
}
