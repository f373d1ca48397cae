// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What lies above the list of clusters, each made when it is first asked for.
Item {
    id: root

    required property ClustersController clusters
    required property CheckController check
    property var shown: null

    function add() {
        root.show(addition);
    }
    function addFrom(file: string) {
        root.add();
        root.shown.file = file;
    }
    function consent() {
        root.show(consentment);
    }
    function remove() {
        root.show(removal);
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
        id: addition
        AddClustersSheet {
            folder: root.clusters.folder
            onAdded: name => {
                root.clusters.refresh();
                root.clusters.selected = name;
            }
        }
    }
    Component {
        id: consentment
        ConsentSheet {
            check: root.check
        }
    }
    Component {
        id: removal
        Dialog {
            title: qsTr("Remove %1 from the list?").arg(root.clusters.selected)
            text: qsTr("Nothing changes in the cluster or in the kubeconfig. Its protection and colour are forgotten.")
            acceptText: qsTr("Remove %1").arg(root.clusters.selected)
            acceptKind: "danger"
            onAccepted: root.clusters.remove()
        }
    }
}
