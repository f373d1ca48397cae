// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The console itself, and the clusters it knows.
Page {
    id: page

    /// "general" or "clusters".
    property string section: "general"
    readonly property int side: Theme.spaceXl

    breadcrumb: page.section === "clusters" ? [qsTr("Clusters")] : []
    settled: clusters.item?.settled ?? true
    tourStops: Console.cluster.usable ? ["general", "clusters", "cluster-tested", "cluster-add", "cluster-known"] : ["general", "clusters"]
    stays: true
    commands: [
        Command {
            commandId: "settings.clusters"
            text: qsTr("Clusters")
            group: qsTr("Settings")
            iconName: "server"
            onTriggered: page.section = "clusters"
        }
    ]

    function showStop(name: string) {
        page.section = name === "general" ? "general" : "clusters";
        if (page.section === "clusters") {
            clusters.item?.showStop(name);
        }
    }

    TabBar {
        id: tabs
        x: page.side - 12
        y: Theme.spaceM
        Accessible.name: qsTr("Settings")
        tabs: [{id: "general", label: qsTr("General")}, {id: "clusters", label: qsTr("Clusters")}]
        current: page.section
        onChosen: id => page.section = id
    }
    Item {
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.side
        x: page.side
        width: parent.width - 2 * page.side
        GeneralSettings {
            anchors.fill: parent
            visible: page.section === "general"
        }
        ClustersPart {
            id: clusters
            anchors.fill: parent
            visible: page.section === "clusters"
        }
    }
}
