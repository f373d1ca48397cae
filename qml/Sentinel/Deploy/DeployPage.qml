// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// From the button to the verdict: what is chosen, the phases, every object with the reason it waits, and what to do about it.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem, stateFolder}, bound by the shell.
    property var cluster: ({})
    /// What the person came for: "example" deploys one, "folder" asks for a bundle; or a path.
    property string wish
    readonly property string language: Qt.uiLanguage
    property string folder

    breadcrumb: bundle.ready ? [bundle.environment] : []
    busy: deploy.running || link.connecting
    settled: tour.settled
    mayClose: !deploy.running && !guard.watching
    leaveReason: deploy.running ? qsTr("A deploy is under way. It stops at the next safe point; what is done stays, and it goes on when you deploy again.") : qsTr("A guard watches the last deploy and ends with the console: nobody goes back by itself then.")
    stays: true
    tourStops: tour.stops
    commands: actions.list
    onWishChanged: page.follow()
    onFolderChanged: if (page.folder !== "") bundle.folder = page.folder
    onLanguageChanged: {
        link.retranslate();
        deploy.retranslate();
        guard.retranslate();
        ahead.retranslate();
        scenarios.refresh();
    }
    onVisibleChanged: page.visible ? bundle.refresh() : dialogs.closeAll()
    Component.onCompleted: page.follow()

    function showStop(name: string) {
        tour.show(name);
    }
    /// A deploy that runs holds what would be gone back with: it stops at its next safe point, what is done stays.
    function rollBack() {
        deploy.cancel();
        page.openSheet("rollback", deploy.rollBack);
    }
    function follow() {
        const wish = page.wish;
        page.wish = "";
        if (wish === "example") {
            bundle.makeExample();
            deploy.rehearse();
        } else if (wish === "folder") {
            dialogs.chooseFolder();
        }
    }

    ClusterLink {
        id: link
        place: page.cluster
    }
    BundleController {
        id: bundle
        stateFolder: page.cluster.stateFolder ?? ""
    }
    GuardController {
        id: guard
        link: link
        bundle: bundle
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
    }
    DeployController {
        id: deploy
        link: link
        bundle: bundle
        guard: guard
        onAsked: dialogs.askSecrets()
        onRefused: dialogs.openPreflight()
        onEnded: (healthy, sentence) => page.notice(healthy ? Status.Ok : Status.Warning, sentence)
    }
    ScenarioController {
        id: scenarios
        link: link
    }
    ObjectController {
        id: object
        deploy: deploy
        object: view.picked !== "" ? view.picked : deploy.worst
    }
    PreflightController {
        id: ahead
        deploy: deploy
        onSaved: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
    }
    DeployDialogs {
        id: dialogs
        preflight: ahead
        onAnswerAsked: (file, key) => page.openPage("plan", {planFile: file, answer: key})
        deploy: deploy
        bundle: bundle
        scenarios: scenarios
        link: link
    }
    DeployCommands {
        id: actions
        deploy: deploy
        bundle: bundle
        scenarios: scenarios
        dialogs: dialogs
        onRollBackAsked: page.rollBack()
    }
    DeployTour {
        id: tour
        deploy: deploy
        bundle: bundle
        scenarios: scenarios
        object: object
        dialogs: dialogs
        view: view
        usable: page.cluster.usable ?? false
    }
    DeployView {
        id: view
        anchors.fill: parent
        link: link
        bundle: bundle
        deploy: deploy
        scenarios: scenarios
        object: object
        dialogs: dialogs
        onRollBackAsked: page.rollBack()
    }
}
