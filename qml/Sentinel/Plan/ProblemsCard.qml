// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Everything the rules say about the plan, worst first, each with the way to its answer.
Card {
    id: root

    required property PlanController wizard

    visible: root.wizard.problems.count > 0
    title: qsTr("Worth a look")

    ListView {
        id: list
        width: parent.width
        height: Math.max(80, root.height > 0 ? Math.min(contentHeight, root.height - 70) : contentHeight)
        implicitHeight: contentHeight
        model: root.wizard.problems
        spacing: Theme.spaceM
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        delegate: FindingRow {
            width: list.width
            onJumped: key => root.wizard.jump(key)
        }
    }
}
