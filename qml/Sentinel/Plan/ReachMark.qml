// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One way: a full square is open, a hollow one perhaps, a dot closed; a frame says it is not as wanted.
Rectangle {
    id: root

    property int reach: ReachTable.Unsaid
    property bool different: false
    property bool framed: false
    property color frame: Theme.focus
    property color ground: Theme.surface
    readonly property int side: root.reach === ReachTable.Closed ? 3 : Math.round(root.height * 0.5)

    color: root.different ? Theme.errorSoft : root.ground
    border.width: root.framed ? 2 : root.different ? 1 : 0
    border.color: root.framed ? root.frame : Theme.error

    Rectangle {
        anchors.centerIn: parent
        width: root.side
        height: root.side
        visible: root.reach !== ReachTable.Unsaid
        radius: root.reach === ReachTable.Closed ? 1.5 : 2
        color: root.reach === ReachTable.Open ? Theme.accent : root.reach === ReachTable.Closed ? Theme.lineControl : "transparent"
        border.width: root.reach === ReachTable.Perhaps ? 2 : 0
        border.color: Theme.warning
    }
}
