// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What can be done with the plan as a whole, on every page of questions.
Row {
    id: root

    required property PlanController wizard
    required property PlanDialogs dialogs

    spacing: Theme.spaceXs

    IconButton {
        iconName: "undo"
        text: root.wizard.undoText
        enabled: root.wizard.document.undoKey !== ""
        onClicked: root.wizard.document.undo()
    }
    IconButton {
        iconName: "save"
        text: qsTr("Save the plan (Ctrl+S)")
        enabled: root.wizard.document.dirty
        onClicked: root.dialogs.savePlan()
    }
    IconButton {
        id: opener
        iconName: "add"
        visible: root.wizard.newEnvironments.length > 0
        text: qsTr("Add an environment")
        onClicked: menu.openBelow(opener)
    }
    Menu {
        id: menu
        entries: root.wizard.newEnvironments
        onChosen: id => root.wizard.addEnvironment(id)
    }
}
