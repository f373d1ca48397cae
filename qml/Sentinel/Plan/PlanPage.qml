// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// From the first answer to the bundle: the wizard of one plan, or, while none is open, where to begin.
Page {
    id: page

    property string planFile
    property string profile
    property string draft
    /// KEY of the answer a person wants to see in the plan that is opened.
    property string answer
    property string draftsFolder
    /// The step shown; setting it opens that step of the open plan.
    property alias step: wizard.step

    breadcrumb: wizard.document.open ? [wizard.document.title, wizard.stepTitle] : []
    busy: review.busy
    settled: !review.busy && !hardware.settling && !findings.busy && (wizard.step !== "review" || review.ready || review.findings.count > 0)
    tourStops: ["start", "target", "load", "hardware", "hardware-lost", "hardware-components", "hardware-growth", "availability", "network", "storage", "observability", "security", "delivery", "review", "review-findings", "review-lines", "review-reach"]
    commands: actions.list

    function showStop(name: string) {
        tour.show(name);
    }

    Component.onCompleted: {
        wizard.listDrafts();
        wizard.begin(page.planFile, page.profile, page.draft);
        if (page.answer !== "") {
            wizard.jump(page.answer);
        }
    }

    PlanController {
        id: wizard
        language: Qt.uiLanguage
        draftsFolder: page.draftsFolder
        onAnnounced: sentence => page.notice(Status.Warning, sentence)
    }
    HardwareController {
        id: hardware
        plan: wizard
        active: wizard.step === "hardware"
    }
    ReviewController {
        id: review
        plan: wizard
        active: wizard.step === "review"
        onWrote: folder => page.notice(Status.Ok, qsTr("Bundle written to %1").arg(folder))
    }
    FindingsController {
        id: findings
        review: review
    }
    ReachController {
        id: reach
        findings: findings
        environment: wizard.shownEnvironment
    }
    PlanTour {
        id: tour
        review: review
        wizard: wizard
        hardware: hardware
    }
    PlanDialogs {
        id: dialogs
        wizard: wizard
        hardware: hardware
        review: review
        onDeployAsked: folder => page.openPage("deploy", {folder: folder})
    }
    PlanCommands {
        id: actions
        wizard: wizard
        review: review
        dialogs: dialogs
    }
    Loader {
        anchors.fill: parent
        sourceComponent: wizard.document.open ? open : start
        // What had the focus went with the last view: Tab begins at the first control of this one.
        onLoaded: if (page.focus) page.forceActiveFocus(Qt.OtherFocusReason)
    }
    Component {
        id: start
        StartView {
            wizard: wizard
            dialogs: dialogs
        }
    }
    Component {
        id: open
        WizardView {
            wizard: wizard
            hardware: hardware
            review: review
            findings: findings
            reach: reach
            dialogs: dialogs
        }
    }
}
