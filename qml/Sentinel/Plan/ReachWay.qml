// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The connection looked at, in words: on which ports, because of which policies, and what is wrong with it.
Item {
    id: root

    required property PlanController wizard
    required property var way
    property bool beside: false
    readonly property bool shown: (root.way.sentence ?? "") !== ""
    readonly property var problems: root.way.problems ?? []
    readonly property int inset: root.beside ? Theme.spaceL : 0

    implicitHeight: words.implicitHeight

    Rectangle {
        anchors.fill: parent
        visible: root.beside
        radius: Theme.radiusCard
        color: Theme.surface
        border.color: Theme.line
        Accessible.ignored: true
    }
    StatusMark {
        id: mark
        x: root.inset
        y: root.inset + 2
        compact: true
        visible: root.shown
        status: root.way.status ?? Status.Neutral
        Accessible.ignored: true
    }
    Column {
        id: words
        x: root.inset + (root.shown ? mark.width + Theme.spaceS : 0)
        y: root.inset
        width: parent.width - x - root.inset - (answer.visible && !root.beside ? answer.width + Theme.spaceM : 0)
        spacing: root.beside ? Theme.spaceS : 3
        BodyText {
            width: parent.width
            text: root.shown ? root.way.sentence : qsTr("Choose a cell with the arrows or the mouse to see its ports and policies.")
            color: root.shown ? Theme.text : Theme.textSecond
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.way.cause ?? ""
        }
        Repeater {
            // Below the matrix there is room for the worst alone.
            model: root.beside ? root.problems : root.problems.slice(0, 1)
            Column {
                id: problem
                required property var modelData
                width: words.width
                spacing: 3
                StatusNote {
                    width: parent.width
                    status: problem.modelData.status
                    text: problem.modelData.sentence
                }
                Caption {
                    width: parent.width
                    visible: root.beside
                    text: problem.modelData.remedy
                }
            }
        }
    }
    SecondaryButton {
        id: answer
        x: root.beside ? words.x : parent.width - width
        y: root.beside ? words.y + words.height + Theme.spaceM : 0
        visible: (root.way.key ?? "") !== ""
        text: qsTr("Go to the answer")
        onClicked: root.wizard.jump(root.way.key)
    }
}
