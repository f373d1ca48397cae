// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One step of the wizard: what it asks, the fields, and on the right what the chosen field means and what is wrong with the plan.
Item {
    id: root

    required property PlanController wizard
    required property PlanDialogs dialogs

    Connections {
        target: root.wizard
        function onStepChanged() {
            pane.flickable.contentY = 0;
        }
    }
    ScrollPane {
        id: pane
        width: parent.width - about.width - Theme.spaceXl
        height: parent.height

        PageHeader {
            width: parent.width
            title: root.wizard.stepQuestion
            actions: [
                PlanTools {
                    wizard: root.wizard
                    dialogs: root.dialogs
                }
            ]
        }
        QuestionForm {
            id: usual
            width: parent.width
            wizard: root.wizard
            model: root.wizard.questions
        }
        Section {
            id: more
            width: parent.width
            visible: root.wizard.moreQuestions.count > 0
            title: qsTr("More settings")
            subtitle: qsTr("Usual values that seldom need a change")
            collapsible: true
            Binding on expanded {
                value: root.wizard.moreOpen
            }
            onExpandedChanged: root.wizard.moreOpen = expanded
            QuestionForm {
                width: parent.width
                wizard: root.wizard
                model: root.wizard.moreQuestions
            }
        }
    }
    Column {
        id: about
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        y: Theme.spaceXl
        width: 300
        spacing: Theme.spaceM
        AnswerCard {
            id: answer
            width: parent.width
            explained: root.wizard.explained
        }
        ProblemsCard {
            width: parent.width
            room: root.height - answer.height - 3 * Theme.spaceXl
            wizard: root.wizard
        }
    }
}
