// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Asks for one of the person's clusters, and works with it from then on.
Later {
    id: root

    module: "Sentinel.Clusters"
    type: "ClusterSheet"
    given: ({
            folder: Console.configFolder
        })

    Connections {
        target: root.made
        ignoreUnknownSignals: true
        function onChosen(choice: var) {
            Console.cluster.useCluster(choice);
        }
    }
}
