// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the shell holds of going back, beside every page: the sheet, the run it began, and auto-sync that is paused.
Item {
    id: root

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    readonly property string language: Qt.uiLanguage
    readonly property bool running: back.running
    readonly property string runTitle: back.title
    readonly property string runText: back.runText
    readonly property bool settled: !back.loading && !back.looking && (!back.running || root.taken) && !pauses.busy && !root.acting
    /// Only of the tour: what it does by itself once it can.
    property string stop
    property bool taken: false ///< what runs was accepted; how it goes on is seen above the page
    readonly property bool acting: root.stop !== "" && sheet.visible && !back.trouble.present && back.emptyTitle === ""

    signal notice(int status, string text)

    /// {subject, via, server}: which Application or release; see RollbackController.open.
    function show(wanted: var) {
        root.stop = wanted.stop ?? "";
        if (root.stop === "cancel") {
            root.stop = "";
            root.taken = false;
            back.cancel();
            return;
        }
        back.open(wanted);
        sheet.open();
        Qt.callLater(root.act);
    }
    function close() {
        sheet.close();
    }
    function cancel() {
        back.cancel();
    }
    function resume(list: var) {
        for (const pause of list) {
            pauses.resume(pause);
        }
    }
    function verify() {
        pauses.verify();
    }
    function act() {
        if (root.stop === "" || back.loading || back.looking) {
            return;
        }
        if (root.stop === "sheet" || (root.stop === "verdict" && back.headline !== "")) {
            root.stop = "";
        } else if (back.candidate === "") {
            back.chooseNext(1);
        } else if (root.stop === "confirm") {
            root.stop = "";
            back.confirm();
        }
    }

    onLanguageChanged: back.retranslate()

    RollbackController {
        id: back
        place: root.cluster
        onAccepted: root.taken = true
        onEnded: (good, sentence) => {
            root.taken = false;
            root.notice(good ? Status.Ok : Status.Error, sentence);
        }
        onChanged: Qt.callLater(root.act)
    }
    PausesController {
        id: pauses
        place: root.cluster
        onEnded: (good, sentence) => root.notice(good ? Status.Ok : Status.Error, sentence)
    }
    RollbackSheet {
        id: sheet
        back: back
    }
}
