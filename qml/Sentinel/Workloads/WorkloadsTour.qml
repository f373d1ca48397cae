// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The states of the page worth a picture, on the rehearsal cluster as the Deploy page left it.
QtObject {
    id: root

    required property WorkloadsLink link
    required property KindsController kinds
    required property TableController table
    required property InspectController inspect
    required property ActionsController actions
    required property LogController log
    required property WorkloadsDialogs dialogs
    readonly property var stops: root.link.place.usable ?? false ? ["pods", "filter", "yaml", "events", "logs", "scale", "delete", "custom"] : ["pods"]
    property string wanted
    readonly property bool still: !root.link.connecting && !root.table.loading && !root.actions.busy
    readonly property bool confirms: root.wanted === "scale" || root.wanted === "delete"
    readonly property bool looks: root.wanted === "yaml" || root.wanted === "events" || root.wanted === "logs" || root.confirms
    readonly property bool settled: root.still && (!root.looks || (root.inspect.present && root.inspect.text !== "")) && (root.wanted !== "logs" || root.log.lines.count > 0) && (!root.confirms || root.actions.asked !== "") && (root.wanted !== "pods" || root.link.ready)
    readonly property bool ripe: root.looks && root.still && root.table.count > 0 && !root.inspect.present
    readonly property bool asks: root.confirms && root.inspect.text !== "" && root.actions.asked === ""

    // Later: what they do changes what they hang on.
    onRipeChanged: Qt.callLater(root.act)
    onAsksChanged: Qt.callLater(root.act)

    function act() {
        if (root.ripe) {
            root.table.choose(0);
        } else if (root.asks) {
            root.actions.begin(root.wanted);
        }
    }

    function show(name: string) {
        root.wanted = "";
        root.dialogs.closeAll();
        root.actions.forget();
        root.table.chooseNone();
        root.table.filter = name === "filter" ? "status:good backend" : "";
        root.kinds.kind = name === "scale" ? "apps/Deployment" : name === "custom" ? "cert-manager.io/Certificate" : "/Pod";
        root.inspect.tab = name === "events" || name === "logs" ? name : "yaml";
        root.wanted = name;
    }
}
