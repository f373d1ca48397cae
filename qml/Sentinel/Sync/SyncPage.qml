// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Applications of Argo CD: the list, and one of them from near.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    /// Choose this one: {ns, name}, of the cluster in use.
    property var wanted: null
    readonly property string language: Qt.uiLanguage

    breadcrumb: app.present ? [app.state.title] : []
    busy: clusters.connecting || apps.loading || app.busyWith !== ""
    settled: tour.settled
    stays: true
    tourStops: tour.stops
    commands: list.list
    onLanguageChanged: {
        clusters.retranslate();
        apps.retranslate();
        app.retranslate();
    }
    onWantedChanged: if (page.wanted) apps.chooseNamed(page.wanted.ns, page.wanted.name)
    onVisibleChanged: {
        if (!page.visible) {
            sheet.close();
            ticks.close();
            owner.close();
            server.close();
        }
    }

    /// On the cluster of the Application, which need not be the one in use; where none is chosen, of the first that is broken.
    function rollBack() {
        if (apps.chosen.name === undefined && !apps.chooseBroken()) {
            page.notice(Status.Info, qsTr("Choose an Application first."));
            return;
        }
        page.openSheet("rollback", {subject: apps.chosen.ns + "/" + apps.chosen.name, via: "argocd", place: apps.chosenLink.place});
    }
    function showStop(name: string) {
        tour.show(name);
    }

    SyncClusters {
        id: clusters
        place: page.cluster
    }
    AppsController {
        id: apps
        clusters: clusters
    }
    AppController {
        id: app
        link: apps.chosenLink
        application: apps.chosen
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
        onOwnerAsked: (on, sentence, patch) => owner.ask(on, sentence, patch)
    }
    ClustersSheet {
        id: ticks
        clusters: clusters
    }
    OwnerSheet {
        id: owner
        app: app
    }
    ServerSheet {
        id: server
        app: app
    }
    SyncSheet {
        id: sheet
        app: app
    }
    SyncCommands {
        id: list
        apps: apps
        app: app
        view: view
        onSyncAsked: sheet.open()
        onClustersAsked: ticks.open()
        onServerAsked: server.open()
        onRollBackAsked: page.rollBack()
    }
    SyncTour {
        id: tour
        clusters: clusters
        apps: apps
        app: app
        sheet: sheet
        ticks: ticks
    }
    SyncView {
        id: view
        anchors.fill: parent
        clusters: clusters
        apps: apps
        app: app
        onClustersAsked: ticks.open()
        onSyncAsked: sheet.open()
        onRollBackAsked: page.rollBack()
        onExampleAsked: page.openPage("deploy", {wish: "example"})
    }
}
