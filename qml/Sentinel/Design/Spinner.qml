// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Three dots taking turns: cheap for the software renderer, and still when motion is reduced.
Row {
    id: root

    property bool running: true
    property color color: Theme.accent
    property int turn: 0

    spacing: 3
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("Working")

    Timer {
        running: root.running && root.visible && !Theme.reduceMotion
        interval: 240
        repeat: true
        onTriggered: root.turn = (root.turn + 1) % 3
    }
    Repeater {
        model: 3
        Rectangle {
            required property int index
            width: 5
            height: 5
            radius: 2.5
            color: root.color
            opacity: root.turn === index ? 1 : 0.35
        }
    }
}
