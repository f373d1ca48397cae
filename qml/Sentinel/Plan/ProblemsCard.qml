// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Everything the rules say about the plan, worst first, each with the way to its answer.
Card {
    id: root

    required property PlanController wizard
    /// How high it may be; beyond it scrolls.
    property real room: 400

    visible: root.wizard.problems.count > 0
    title: qsTr("Worth a look")

    Flickable {
        id: flick
        width: parent.width
        implicitHeight: column.implicitHeight
        height: Math.max(60, Math.min(column.implicitHeight, root.room - root.padding * 2 - 34))
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: flick.width - 8
            spacing: Theme.spaceL
            Repeater {
                model: root.wizard.problems
                FindingRow {
                    width: column.width
                    onJumped: key => root.wizard.jump(key)
                }
            }
        }
    }
}
