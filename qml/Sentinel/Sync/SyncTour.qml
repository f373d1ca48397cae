// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The states of the page worth a picture, on the rehearsal cluster as the Deploy page left it.
QtObject {
    id: root

    required property SyncClusters clusters
    required property AppsController apps
    required property AppController app
    required property SyncSheet sheet
    required property ClustersSheet ticks
    readonly property var stops: ["resources", "timeline", "history", "differences", "windows", "sheet", "options", "clusters"]
    property string wanted
    readonly property bool still: !root.clusters.connecting && !root.apps.loading && !root.app.looking && root.app.busyWith === ""
    readonly property bool empty: root.apps.count === 0
    readonly property bool settled: root.still && (root.empty || root.wanted === "" || root.app.present)
    readonly property bool ripe: root.wanted !== "" && root.still && !root.empty && !root.app.present

    onRipeChanged: Qt.callLater(root.act)

    function act() {
        if (root.ripe) {
            root.apps.choose(0);
        }
    }
    function show(name: string) {
        const sheets = ["sheet", "options", "clusters"];
        root.sheet.close();
        root.ticks.close();
        root.app.tab = sheets.includes(name) ? "resources" : name;
        root.wanted = name;
        root.sheet.everythingOpen = name === "options";
        root.sheet.forced = name === "options";
        if (name === "clusters")
            root.ticks.open();
        else if (sheets.includes(name) && root.app.present)
            root.sheet.open();
    }
}
