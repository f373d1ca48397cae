// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The first page answers "what can I do here": rehearse, plan, use a cluster; and says how the console should look and speak.
Page {
    id: page

    settled: looks.status === Loader.Ready && profiles.status === Loader.Ready && Console.cluster.mode !== ClusterContext.Offline && !Console.cluster.starting
    Component.onCompleted: Console.listDrafts()

    ScrollPane {
        anchors.fill: parent
        contentWidthLimit: 1196 + 2 * Theme.spaceXl

        PageHeader {
            width: parent.width
            title: qsTr("Plan it, deploy it, break it: before there is a cluster")
            subtitle: qsTr("Answer a few questions, take away a complete configuration, and rehearse the installation on a cluster in memory. Nothing leaves this machine.")
        }
        Grid {
            id: offers
            readonly property real side: Math.floor((width - (columns - 1) * spacing) / columns)
            width: parent.width
            columns: width > 860 ? 3 : 1
            spacing: Theme.spaceM
            OfferCard {
                id: rehearse
                width: offers.side
                height: Math.max(rehearse.implicitHeight, plan.implicitHeight, real.implicitHeight)
                heading: qsTr("Explore the rehearsal")
                text: qsTr("A whole Kubernetes runs in memory beside this window. Deploy onto it, see why each object waits, then lose a node on purpose.")
                iconName: "play"
                status: Console.cluster.failed ? Status.Error : Console.cluster.usable ? Status.Ok : Status.Info
                stateText: Console.cluster.mode !== ClusterContext.Rehearsal ? "" : Console.cluster.failed ? qsTr("not running") : Console.cluster.usable ? qsTr("ready") : qsTr("starting")
                buttons: [
                    PrimaryButton {
                        text: qsTr("Deploy an example")
                        onClicked: page.openPage("deploy", {wish: "example"})
                    },
                    SecondaryButton {
                        text: qsTr("Deploy your bundle…")
                        onClicked: page.openPage("deploy", {wish: "folder"})
                    }
                ]
            }
            OfferCard {
                id: plan
                width: offers.side
                height: rehearse.height
                heading: qsTr("Plan your own")
                text: qsTr("See the hardware it needs and why, review every file, write the bundle. Begin with a profile below, or go on with a plan you have.")
                iconName: "plan"
                buttons: [
                    SecondaryButton {
                        text: qsTr("Open a plan…")
                        iconName: "folder-open"
                        shortcutText: "Ctrl+O"
                        onClicked: openDialog.active = true
                    }
                ]
            }
            OfferCard {
                id: real
                width: offers.side
                height: rehearse.height
                heading: qsTr("Use your own cluster")
                text: qsTr("Choose a kubeconfig and a context. The band above shows which cluster it is; nothing changes there until you press Deploy.")
                iconName: "server"
                buttons: [
                    SecondaryButton {
                        text: qsTr("Choose a kubeconfig…")
                        onClicked: picker.open()
                    }
                ]
            }
        }
        Loader {
            id: profiles
            width: parent.width
            active: false
            source: "ProfileChoices.qml"
            onLoaded: item.chosen.connect(name => page.openPage("plan", {profile: name})) // qmllint disable missing-property
        }
        Loader {
            width: parent.width
            active: Console.drafts.length > 0
            visible: active
            source: "DraftsCard.qml" // by source: where there are none, nobody waits for it
            onLoaded: item.chosen.connect(id => page.openPage("plan", {draft: id})) // qmllint disable missing-property
        }
        Card {
            width: parent.width
            title: qsTr("How the console looks and speaks")
            subtitle: qsTr("Can be changed at any time under Settings.")
            Loader {
                id: looks
                width: parent.width
                active: false
                source: "LookChoices.qml"
            }
        }
    }
    ClusterPicker {
        id: picker
    }
    Connections {
        // The offers come first: the first frame does not wait for the rest.
        target: page.Window.window
        enabled: !looks.active
        function onFrameSwapped() {
            rest.start();
        }
    }
    Timer {
        id: rest
        interval: 16 // not inside the first frame's own swap, which would hold it back
        onTriggered: {
            profiles.active = true;
            looks.active = true;
        }
    }
    Loader {
        id: openDialog
        active: false
        source: "OpenPlanDialog.qml"
        onLoaded: {
            // By source, not by type: the dialogs' module must not be loaded before somebody asks for it.
            // qmllint disable missing-property
            item.picked.connect(file => page.openPage("plan", {planFile: file}));
            item.closed.connect(() => openDialog.active = false);
            item.open();
            // qmllint enable missing-property
        }
    }
    commands: [
        Command {
            commandId: "start.open"
            text: qsTr("Open a plan…")
            group: qsTr("Plan")
            iconName: "folder-open"
            shortcut: "Ctrl+O"
            onTriggered: openDialog.active = true
        }
    ]
}
