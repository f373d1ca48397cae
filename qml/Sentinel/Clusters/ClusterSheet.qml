// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Which of the person's clusters to work with; where none is known yet, one is added on the way.
Sheet {
    id: root

    property string folder

    signal chosen(var choice)

    title: qsTr("Use a real cluster")
    subtitle: qsTr("Nothing is changed there by choosing it. The rehearsal cluster ends, and the band shows where you are from then on.")
    acceptText: clusters.choice.name === undefined ? qsTr("Use this cluster") : qsTr("Use %1").arg(clusters.choice.name)
    acceptBlockedReason: clusters.choice.name === undefined ? qsTr("Add a cluster first.") : ""
    sheetWidth: 580
    onAboutToShow: clusters.refresh()
    onAccepted: {
        root.chosen(clusters.choice);
        root.close();
    }

    ClustersController {
        id: clusters
        folder: root.folder
    }
    Banner {
        width: parent ? parent.width : 0
        visible: clusters.trouble.present
        status: Status.Error
        title: clusters.trouble.title
        text: clusters.trouble.text
    }
    Card {
        id: frame
        width: parent ? parent.width : 0
        visible: clusters.clusters.count > 0
        padding: 1
        spacing: 0
        accessibleName: qsTr("Clusters")
        Repeater {
            model: clusters.clusters
            delegate: ClusterRow {
                width: frame.width - 2
                selected: id === clusters.selected
                onClicked: clusters.selected = id
            }
        }
    }
    EmptyState {
        width: parent ? parent.width : 0
        visible: clusters.clusters.count === 0
        iconName: "server"
        title: qsTr("No cluster of yours is known yet")
        text: qsTr("Add contexts of a kubeconfig. Adding asks nothing of a cluster and changes nothing there.")
    }
    SecondaryButton {
        text: qsTr("Add clusters…")
        iconName: "add"
        onClicked: addition.open()
    }
    AddClustersSheet {
        id: addition
        folder: root.folder
        onAdded: name => {
            clusters.refresh();
            clusters.selected = name;
        }
    }
}
