// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Asks for a kubeconfig and a context, and works with them from then on.
Later {
    id: root

    module: "Sentinel.Deploy"
    type: "ClusterSheet"

    Connections {
        target: root.made
        ignoreUnknownSignals: true
        function onChosen(choice: var) {
            Console.cluster.useCluster(choice);
        }
    }
}
