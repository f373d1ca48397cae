// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Applications of Argo CD: the list, and one of them from near.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    /// Choose this one: {ns, name}.
    property var wanted: null
    readonly property string language: Qt.uiLanguage

    breadcrumb: app.present ? [app.state.title] : []
    busy: link.connecting || apps.loading || app.busyWith !== ""
    settled: tour.settled
    stays: true
    tourStops: tour.stops
    commands: list.list
    onLanguageChanged: {
        link.retranslate();
        apps.retranslate();
        app.retranslate();
    }
    onWantedChanged: if (page.wanted) apps.chooseNamed(page.wanted.ns, page.wanted.name)
    onVisibleChanged: if (!page.visible) sheet.close()

    function showStop(name: string) {
        tour.show(name);
    }

    SyncLink {
        id: link
        place: page.cluster
    }
    AppsController {
        id: apps
        link: link
    }
    AppController {
        id: app
        link: link
        application: apps.chosen
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
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
        onRollBackAsked: page.openPage("rollback", {subject: apps.chosen.ns + "/" + apps.chosen.name})
    }
    SyncTour {
        id: tour
        link: link
        apps: apps
        app: app
        sheet: sheet
    }
    SyncView {
        id: view
        anchors.fill: parent
        link: link
        apps: apps
        app: app
        onSyncAsked: sheet.open()
        onRollBackAsked: page.openPage("rollback", {subject: apps.chosen.ns + "/" + apps.chosen.name})
        onExampleAsked: page.openPage("deploy", {wish: "example"})
    }
}
