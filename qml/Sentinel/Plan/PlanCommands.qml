// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the command palette and the keyboard can do while the plan page is shown.
QtObject {
    id: root

    required property PlanController wizard
    required property ReviewController review
    required property PlanDialogs dialogs
    readonly property bool open: root.wizard.document.open
    readonly property string closed: root.open ? "" : qsTr("No plan is open")

    function look(view: string) {
        root.review.view = view;
        root.wizard.step = "review";
    }

    readonly property list<Command> list: [
        Command {
            commandId: "plan.open"
            text: qsTr("Open a plan…")
            group: qsTr("Plan")
            iconName: "folder-open"
            shortcut: "Ctrl+O"
            onTriggered: root.dialogs.openPlan()
        },
        Command {
            commandId: "plan.save"
            text: qsTr("Save the plan")
            group: qsTr("Plan")
            iconName: "save"
            shortcut: "Ctrl+S"
            blockedReason: root.closed
            onTriggered: root.dialogs.savePlan()
        },
        Command {
            commandId: "plan.saveAs"
            text: qsTr("Save the plan as…")
            group: qsTr("Plan")
            shortcut: "Ctrl+Shift+S"
            blockedReason: root.closed
            onTriggered: root.dialogs.savePlanAs()
        },
        Command {
            commandId: "plan.undo"
            text: qsTr("Undo")
            group: qsTr("Plan")
            iconName: "undo"
            shortcut: "Ctrl+Z"
            blockedReason: root.wizard.document.undoKey !== "" ? "" : qsTr("Nothing to undo")
            onTriggered: root.wizard.document.undo()
        },
        Command {
            commandId: "plan.redo"
            text: qsTr("Redo")
            group: qsTr("Plan")
            shortcut: "Ctrl+Shift+Z"
            blockedReason: root.wizard.document.redoKey !== "" ? "" : qsTr("Nothing to redo")
            onTriggered: root.wizard.document.redo()
        },
        Command {
            commandId: "plan.next"
            text: qsTr("Next step")
            group: qsTr("Plan")
            shortcut: "Alt+Right"
            blockedReason: root.closed
            onTriggered: root.wizard.next()
        },
        Command {
            commandId: "plan.back"
            text: qsTr("Step before")
            group: qsTr("Plan")
            shortcut: "Alt+Left"
            blockedReason: root.closed
            onTriggered: root.wizard.back()
        },
        Command {
            commandId: "plan.hardware"
            text: qsTr("See the hardware this plan needs")
            group: qsTr("Plan")
            blockedReason: root.closed
            onTriggered: root.wizard.step = "hardware"
        },
        Command {
            commandId: "plan.review"
            text: qsTr("Review the bundle")
            group: qsTr("Plan")
            blockedReason: root.closed
            onTriggered: root.look("files")
        },
        Command {
            commandId: "plan.findings"
            text: qsTr("See what a check finds in the bundle")
            group: qsTr("Plan")
            blockedReason: root.closed
            onTriggered: root.look("findings")
        },
        Command {
            commandId: "plan.reach"
            text: qsTr("See who reaches whom")
            group: qsTr("Plan")
            blockedReason: root.closed
            onTriggered: root.look("reach")
        },
        Command {
            commandId: "plan.close"
            text: qsTr("Close the plan, keep its draft")
            group: qsTr("Plan")
            blockedReason: root.closed
            onTriggered: root.wizard.leave()
        }
    ]
}
