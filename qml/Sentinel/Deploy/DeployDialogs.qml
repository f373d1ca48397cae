// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What lies above the page, each made when it is first asked for.
Item {
    id: root

    required property DeployController deploy
    required property BundleController bundle
    required property ScenarioController scenarios
    required property ClusterLink link
    required property PreflightController preflight
    readonly property bool open: root.shown !== null && root.shown.visible
    property var shown: null

    signal answerAsked(string file, string key)

    /// A protected cluster asks for the environment's name first, others of the person's whether it is meant.
    function deployNow() {
        root.deploy.deploy();
    }
    function start() {
        if (root.link.guarded && root.deploy.blockedReason === "") {
            root.show(confirm);
        } else if (root.link.confirms && root.deploy.blockedReason === "") {
            root.show(once);
        } else {
            root.deployNow();
        }
    }
    function openFaults() {
        root.show(faults);
    }
    function askSecrets() {
        root.show(secrets);
    }
    function openPreflight() {
        root.show(ahead);
    }
    function askToStop() {
        root.show(stop);
    }
    function chooseFolder() {
        folder.active = true;
    }
    function closeAll() {
        if (root.shown) {
            root.shown.close();
        }
    }
    function show(kind: Component) {
        if (root.shown) {
            root.shown.close();
            root.shown.destroy();
        }
        root.shown = kind.createObject(root);
        root.shown.open();
    }

    Component {
        id: faults
        FaultsSheet {
            scenarios: root.scenarios
        }
    }
    Component {
        id: ahead
        PreflightSheet {
            preflight: root.preflight
            onSaveAsked: report.active = true
            onAnswerAsked: key => {
                root.closeAll();
                root.answerAsked(root.preflight.planFile, key);
            }
        }
    }
    Component {
        id: secrets
        SecretsSheet {
            deploy: root.deploy
        }
    }
    Component {
        id: confirm
        ConfirmSheet {
            deploy: root.deploy
            bundle: root.bundle
            link: root.link
            onAccepted: root.deployNow()
        }
    }
    Component {
        id: once
        Dialog {
            title: qsTr("Deploy %1 to %2?").arg(root.bundle.environment).arg(root.link.name)
            text: root.deploy.subtitle
            acceptText: root.deploy.deployText
            onAccepted: root.deployNow()
        }
    }
    Component {
        id: stop
        Dialog {
            title: qsTr("Stop the deploy of %1?").arg(root.bundle.environment)
            text: qsTr("It stops at the next safe point. What was made stays in the cluster and goes on coming up; deploy again to go on from there.")
            acceptText: qsTr("Stop the deploy")
            cancelText: qsTr("Go on deploying")
            acceptKind: "danger"
            onAccepted: root.deploy.cancel()
        }
    }
    Loader {
        id: report
        active: false
        source: "ReportFileDialog.qml" // by source, as below
        onLoaded: {
            // qmllint disable missing-property
            item.picked.connect(path => root.preflight.save(path));
            item.closed.connect(() => report.active = false);
            item.open();
            // qmllint enable missing-property
        }
    }
    Loader {
        id: folder
        active: false
        source: "BundleFolderDialog.qml" // by source: the dialogs' module is not loaded before somebody asks for it
        onLoaded: {
            // qmllint disable missing-property
            item.picked.connect(path => root.bundle.folder = path);
            item.closed.connect(() => folder.active = false);
            item.open();
            // qmllint enable missing-property
        }
    }
}
