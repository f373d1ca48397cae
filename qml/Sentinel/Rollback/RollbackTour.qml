// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The states worth a picture, on the rehearsal cluster as the pages before left it: the page, the sheet, a version judged, the way
/// back under way, and what is left when it is stopped.
QtObject {
    id: root

    required property SubjectsController subjects
    required property RollbackController back
    readonly property var stops: ["page", "sheet", "verdict", "running", "stopped"]
    property string wanted
    readonly property bool still: !root.subjects.looking && !root.back.loading
    readonly property bool empty: root.subjects.rows.count === 0
    readonly property bool settled: root.still && (root.wanted === "" || root.empty || root.back.subject !== "")
    readonly property bool ripe: root.wanted !== "" && root.still && !root.empty && root.back.subject === ""

    signal sheetAsked(string stop)

    onRipeChanged: Qt.callLater(root.act)

    function act() {
        if (root.ripe) {
            root.back.open({subject: root.subjects.neighbour("", 0)});
        }
    }
    function show(name: string) {
        root.wanted = name;
        if (name === "page") {
            root.subjects.refresh();
        } else if (!root.empty) {
            root.sheetAsked(name === "running" ? "confirm" : name === "stopped" ? "cancel" : name);
        }
    }
}
