// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The clusters under Settings: a module of its own, loaded when somebody first looks there.
Item {
    id: root

    property var item: null

    onVisibleChanged: root.load()
    Component.onCompleted: root.load()

    function load() {
        if (!root.visible || root.item !== null) {
            return;
        }
        const component = Qt.createComponent("Sentinel.Clusters", "ClustersView", Component.PreferSynchronous, root);
        if (component.status !== Component.Ready) {
            console.warn(component.errorString());
            return;
        }
        root.item = component.createObject(root, {
            configFolder: Console.configFolder,
            place: Qt.binding(() => Console.cluster.pageProperties),
            width: Qt.binding(() => root.width),
            height: Qt.binding(() => root.height)
        });
    }

    Connections {
        target: root.item
        ignoreUnknownSignals: true
        function onChosen(choice: var) {
            Console.cluster.useCluster(choice);
        }
        function onRehearsalChosen() {
            Console.cluster.useRehearsal();
        }
    }
}
