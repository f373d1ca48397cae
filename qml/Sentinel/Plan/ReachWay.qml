// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The way looked at, in words: on which ports, because of which policies, and what is wrong with it.
Item {
    id: root

    required property PlanController wizard
    required property var way
    readonly property bool shown: (root.way.sentence ?? "") !== ""
    readonly property bool wrong: (root.way.problem ?? "") !== ""

    implicitHeight: Math.max(46, words.implicitHeight)

    StatusMark {
        id: mark
        y: 2
        compact: true
        visible: root.shown
        status: root.way.status ?? Status.Neutral
        Accessible.ignored: true
    }
    Column {
        id: words
        x: root.shown ? mark.width + Theme.spaceS : 0
        width: parent.width - x - (answer.visible ? answer.width + Theme.spaceM : 0)
        spacing: 3
        BodyText {
            width: parent.width
            text: !root.shown ? qsTr("Choose a cell with the arrows or the mouse to see its ports and policies.") : root.wrong ? root.way.problem : root.way.sentence
            color: root.shown ? Theme.text : Theme.textSecond
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.way.cause ?? ""
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.way.remedy ?? ""
        }
    }
    SecondaryButton {
        id: answer
        anchors.right: parent.right
        visible: (root.way.key ?? "") !== ""
        text: qsTr("Go to the answer")
        onClicked: root.wizard.jump(root.way.key)
    }
}
