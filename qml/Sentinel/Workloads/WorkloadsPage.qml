// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Everything a cluster runs: which kind, its objects as a table that keeps up, one of them from near, and what may be done to it.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    readonly property string language: Qt.uiLanguage

    breadcrumb: kinds.title === "" ? [] : [kinds.title]
    busy: link.connecting || table.loading || actions.busy
    settled: tour.settled
    stays: true
    tourStops: tour.stops
    commands: list.list
    onLanguageChanged: {
        link.retranslate();
        kinds.retranslate();
        table.retranslate();
        inspect.retranslate();
        actions.retranslate();
        log.retranslate();
    }
    onVisibleChanged: if (!page.visible) dialogs.closeAll()

    function showStop(name: string) {
        tour.show(name);
    }

    WorkloadsLink {
        id: link
        place: page.cluster
    }
    KindsController {
        id: kinds
        link: link
        active: page.visible
    }
    TableController {
        id: table
        kinds: kinds
        active: page.visible
    }
    InspectController {
        id: inspect
        link: link
        object: table.chosen
    }
    LogController {
        id: log
        object: inspect
        active: page.visible && inspect.tab === "logs"
    }
    ActionsController {
        id: actions
        object: inspect
        onConfirming: dialogs.confirm()
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
    }
    WorkloadsDialogs {
        id: dialogs
        actions: actions
    }
    WorkloadsCommands {
        id: list
        table: table
        kinds: kinds
        inspect: inspect
        actions: actions
        view: view
    }
    WorkloadsTour {
        id: tour
        link: link
        kinds: kinds
        table: table
        inspect: inspect
        actions: actions
        log: log
        dialogs: dialogs
    }
    WorkloadsView {
        id: view
        anchors.fill: parent
        link: link
        kinds: kinds
        table: table
        inspect: inspect
        log: log
        actions: actions
        onExampleAsked: page.openPage("deploy", {wish: "example"})
    }
}
