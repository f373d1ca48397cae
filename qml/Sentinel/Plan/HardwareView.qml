// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The hardware this plan needs: figures that open their formulas, the picture of the nodes, and what they are worked out from.
ScrollPane {
    id: root

    required property PlanController wizard
    required property HardwareController hardware
    required property PlanDialogs dialogs
    /// What is left of the page's height for the picture, above its smallest size.
    readonly property real rest: root.height - 2 * root.contentPadding - header.height - tiles.height - machines.height - 3 * root.spacing

    PageHeader {
        id: header
        width: parent.width
        title: qsTr("Hardware this plan needs")
        subtitle: root.hardware.sentence
    }
    TroubleBanner {
        width: parent.width
        trouble: root.hardware.trouble
        onClosed: root.hardware.closeInventory()
    }
    Row {
        id: tiles
        width: parent.width
        spacing: Theme.spaceM
        Repeater {
            model: root.hardware.tiles
            FigureCard {
                required property string id
                width: (tiles.width - 4 * tiles.spacing) / 5
                interactive: true
                selected: root.hardware.selected === id
                onClicked: root.hardware.selected = id
                required label
                required figure
                required detail
            }
        }
    }
    Item {
        width: parent.width
        height: Math.max(340, root.rest)
        PlacementCard {
            width: parent.width - formula.width - Theme.spaceM
            height: parent.height
            hardware: root.hardware
        }
        FormulaCard {
            id: formula
            anchors.right: parent.right
            width: 300
            height: parent.height
            wizard: root.wizard
            hardware: root.hardware
        }
    }
    Card {
        id: machines
        width: parent.width
        padding: Theme.spaceM
        spacing: Theme.spaceS
        accessibleName: qsTr("The machines it runs on")
        QuestionForm {
            width: parent.width
            columns: root.width < 900 ? 3 : 5
            compact: true
            units: false
            wizard: root.wizard
            model: root.wizard.questions
        }
        Section {
            width: parent.width
            visible: root.wizard.moreQuestions.count > 0
            title: qsTr("Prices and more settings")
            collapsible: true
            Binding on expanded {
                value: root.wizard.moreOpen
            }
            onExpandedChanged: root.wizard.moreOpen = expanded
            QuestionForm {
                width: parent.width
                columns: root.width < 900 ? 3 : 4
                compact: true
                wizard: root.wizard
                model: root.wizard.moreQuestions
            }
        }
    }
}
