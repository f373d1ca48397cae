// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The open plan: steps on the left, the current one beside it, the way on below.
Item {
    id: root

    required property PlanController wizard
    required property HardwareController hardware
    required property ReviewController review
    required property FindingsController findings
    required property ReachController reach
    required property PlanDialogs dialogs

    readonly property var views: ({
            "hardware": hardwarePage,
            "review": reviewPage
        })

    Connections {
        target: root.wizard
        function onStepChanged() {
            if (footer.activeFocus) {
                view.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    StepRail {
        id: rail
        x: Theme.spaceXl
        y: Theme.spaceXl
        width: 190
        height: parent.height - 2 * Theme.spaceXl
        steps: root.wizard.steps
        current: root.wizard.step
        onChosen: id => {
            root.wizard.step = id;
            view.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Item {
        id: side
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom

        Column {
            id: notes
            x: Theme.spaceXl
            y: visible ? Theme.spaceXl : 0
            width: parent.width - 2 * Theme.spaceXl
            spacing: Theme.spaceS
            // By what there is to say: what is in a hidden column counts as hidden.
            visible: root.wizard.environmentOptions.length > 0 || root.wizard.offeredDraft !== "" || root.wizard.document.trouble.present
            TroubleBanner {
                id: trouble
                width: parent.width
                trouble: root.wizard.document.trouble
                onClosed: root.wizard.document.clearTrouble()
            }
            Banner {
                id: draft
                width: parent.width
                visible: root.wizard.offeredDraft !== ""
                status: Status.Info
                title: qsTr("There is a draft with changes that were not saved")
                actions: [
                    SecondaryButton {
                        text: qsTr("Go on with the draft")
                        onClicked: root.wizard.resume(root.wizard.offeredDraft)
                    },
                    QuietButton {
                        text: qsTr("Drop the draft")
                        onClicked: root.wizard.discardDraft(root.wizard.offeredDraft)
                    }
                ]
            }
            EnvironmentBar {
                id: bar
                width: parent.width
                wizard: root.wizard
                visible: root.wizard.environmentOptions.length > 0
            }
        }
        Loader {
            id: view
            anchors.top: notes.visible ? notes.bottom : parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: footer.top
            sourceComponent: root.views[root.wizard.step] ?? questionsPage
        }
        WizardFooter {
            id: footer
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            wizard: root.wizard
            review: root.review
            dialogs: root.dialogs
        }
    }
    Component {
        id: questionsPage
        QuestionsView {
            wizard: root.wizard
            dialogs: root.dialogs
        }
    }
    Component {
        id: hardwarePage
        HardwareView {
            wizard: root.wizard
            hardware: root.hardware
            dialogs: root.dialogs
        }
    }
    Component {
        id: reviewPage
        ReviewView {
            wizard: root.wizard
            review: root.review
            findings: root.findings
            reach: root.reach
            dialogs: root.dialogs
        }
    }
}
