// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Whom the answers on this page are for: every environment, or one alone.
Row {
    id: root

    required property PlanController wizard
    readonly property bool few: root.wizard.environmentOptions.length <= 5

    spacing: Theme.spaceM

    Loader {
        id: choice
        anchors.verticalCenter: parent.verticalCenter
        sourceComponent: root.few ? segments : menu
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        width: root.width - choice.width - root.spacing
        text: root.wizard.environmentNote
    }
    Component {
        id: segments
        SegmentedChoice {
            options: root.wizard.environmentOptions
            value: root.wizard.environment
            accessibleName: qsTr("Answers for")
            onChosen: value => root.wizard.environment = value
        }
    }
    Component {
        id: menu
        ComboBox {
            options: root.wizard.environmentOptions
            value: root.wizard.environment
            accessibleName: qsTr("Answers for")
            onChosen: value => root.wizard.environment = value
        }
    }
}
