// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The list on the left, the Application chosen on the right.
Item {
    id: root

    required property SyncClusters clusters
    required property AppsController apps
    required property AppController app
    readonly property SyncLink link: root.clusters.inUse
    readonly property int side: Theme.spaceXl
    signal syncAsked
    signal rollBackAsked
    signal exampleAsked
    signal clustersAsked

    function focusFilter() {
        list.focusFilter();
    }

    PageHeader {
        id: header
        x: root.side
        y: root.side
        width: parent.width - 2 * root.side
        title: root.apps.headline !== "" ? root.apps.headline : qsTr("Sync")
        subtitle: root.apps.subtitle !== "" || root.link.ready ? root.apps.subtitle : root.link.blockedReason
    }
    ClusterNotices {
        id: trouble
        anchors.top: header.bottom
        anchors.topMargin: visible ? Theme.spaceM : 0
        x: root.side
        width: parent.width - 2 * root.side
        height: visible ? implicitHeight : 0
        visible: root.apps.notices.count > 0
        apps: root.apps
    }
    Item {
        id: middle
        anchors.top: trouble.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: command.top
        anchors.bottomMargin: Theme.spaceM
        x: root.side
        width: parent.width - 2 * root.side
        ApplicationList {
            id: list
            width: Math.round(Math.max(300, Math.min(460, parent.width * 0.34)))
            height: parent.height
            clusters: root.clusters
            apps: root.apps
            onExampleAsked: root.exampleAsked()
            onClustersAsked: root.clustersAsked()
        }
        ApplicationDetail {
            anchors.left: list.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: parent.right
            height: parent.height
            app: root.app
            onSyncAsked: root.syncAsked()
            onRollBackAsked: root.rollBackAsked()
        }
    }
    CommandLine {
        id: command
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        x: root.side
        width: parent.width - 2 * root.side
        visible: root.app.present
        height: visible ? implicitHeight : 0
        text: root.app.present ? root.app.command(root.app.tab === "history" ? "history" : root.app.tab === "differences" ? "diff" : root.app.tab === "windows" ? "windows" : "show") : ""
    }
}
