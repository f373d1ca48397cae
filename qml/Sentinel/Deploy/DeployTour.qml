// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The states of the page worth a picture: nothing chosen, an example chosen, what preflight finds and what a look from inside would make, healthy, upgraded, broken and explained, the faults. Without a
/// rehearsal cluster, the first two.
QtObject {
    id: root

    required property DeployController deploy
    required property BundleController bundle
    required property ScenarioController scenarios
    required property ObjectController object
    required property DeployDialogs dialogs
    required property DeployView view
    /// There is a cluster, so the rest can be played.
    required property bool usable
    readonly property var stops: root.usable ? ["empty", "chosen", "preflight", "inside", "healthy", "yaml", "upgraded", "broken", "faults"] : ["empty", "chosen"]
    property string wanted
    readonly property bool settled: !root.touring ? root.deploy.settled : root.wanted === "preflight" ? root.dialogs.preflight.looked : root.wanted === "inside" ? root.dialogs.preflight.asking : root.wanted === "healthy" || root.wanted === "upgraded" ? root.isHealthy && root.scenarios.speed === "60" : root.wanted === "broken" || root.wanted === "faults" ? root.isBroken : root.wanted === "yaml" ? !root.object.busy && root.object.text !== "" : root.deploy.settled
    readonly property bool touring: root.wanted !== ""
    readonly property bool isHealthy: root.deploy.begun && !root.deploy.running && root.deploy.tone === Status.Ok
    readonly property bool isBroken: root.deploy.causeTitle !== ""

    // Fast where only the end is wanted, as people see it where a picture is taken.
    onIsHealthyChanged: if (root.touring && root.isHealthy) root.scenarios.setSpeed("60")

    function show(name: string) {
        root.wanted = name;
        root.dialogs.closeAll();
        root.view.picked = "";
        root.object.tab = name === "yaml" ? "yaml" : "why";
        if (name === "empty") {
            root.deploy.dismiss();
            root.bundle.folder = "";
        } else if (name === "chosen") {
            root.bundle.makeExample();
        } else if (name === "preflight") {
            root.dialogs.openPreflight();
        } else if (name === "inside") {
            root.dialogs.openPreflight();
            root.dialogs.preflight.askInside();
        } else if (name === "healthy") {
            root.scenarios.setSpeed("1000");
            root.deploy.deploy();
        } else if (name === "upgraded") {
            root.scenarios.setSpeed("1000");
            root.deploy.dismiss();
            root.bundle.makeExample(true);
            root.deploy.deploy();
        } else if (name === "broken") {
            root.scenarios.begin("failing-probe");
        } else if (name === "faults") {
            root.dialogs.openFaults();
        }
    }
}
