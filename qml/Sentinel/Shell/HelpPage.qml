// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Help that works offline: what to do, in which order, and what the words mean.
Page {
    id: page

    readonly property var topics: [
        {
            title: qsTr("From nothing to a bundle"),
            text: qsTr("1. Choose the profile that comes closest. 2. Go through the steps; every question has a usual answer, so change only what is different with you. 3. Look at Hardware: it shows the machines, what fills them and what one lost node does. 4. Under Review read the findings, look at the files and write the bundle into a folder."),
            command: "sentinelctl plan new --profile prod --out sentinel-plan.yaml"
        },
        {
            title: qsTr("A plan is a file"),
            text: qsTr("It holds only what you answered, in YAML, and belongs into Git. Several environments share the answers under \"spec\" and set apart what differs. The console changes the one line it must and keeps your comments."),
            command: "sentinelctl plan explain sentinel-plan.yaml load.eventsPerSecond"
        },
        {
            title: qsTr("Where the figures come from"),
            text: qsTr("Every figure opens its formula with your own numbers, its source and the answers it depends on. Start large, measure, then scale down."),
            command: "sentinelctl size sentinel-plan.yaml --explain"
        },
        {
            title: qsTr("What a bundle is"),
            text: qsTr("A folder with everything an installation needs: the chart, its values, certificate issuers, network policies, Argo CD objects, the list of images and a guide. The same plan gives the same bytes. It holds no secrets: the guide says which ones to create."),
            command: "sentinelctl bundle verify bundle"
        },
        {
            title: qsTr("Secrets"),
            text: qsTr("A plan and a bundle hold no passwords and keys: answers name a Secret of the cluster, and known public default passwords are refused. A deploy makes up what may be random and asks once for what only you have; that goes into the cluster and nowhere else."),
            command: ""
        },
        {
            title: qsTr("The rehearsal cluster"),
            text: qsTr("The purple band says: you are on a Kubernetes that lives in memory beside this window. It has an Argo CD and a cert-manager, real kubectl and Helm work with it, and it ends with the console. Its time can run faster, and faults can be begun and mended by one press, so that you have seen them before they happen."),
            command: "sentinelctl sandbox start --kubeconfig rehearsal.kubeconfig"
        },
        {
            title: qsTr("Deploying"),
            text: qsTr("Choose the bundle, the environment and the way (Argo CD or Helm). Every step is written into the journal before it happens, every object is followed until it is healthy, and what waits says why, from the root to what you see. Stopped or interrupted, the same press goes on and does nothing twice."),
            command: "sentinelctl deploy bundle --environment prod"
        },
        {
            title: qsTr("Drafts"),
            text: qsTr("What you type is kept as a draft on this machine, also when the console is closed or crashes. The first page lists drafts; they go when you discard them."),
            command: ""
        }
    ]

    ScrollPane {
        anchors.fill: parent
        contentWidthLimit: 860

        PageHeader {
            width: parent.width
            title: qsTr("Help")
            subtitle: qsTr("Ctrl+K finds every command, Ctrl+/ shows all keys.")
        }
        Repeater {
            model: page.topics
            Card {
                id: topic
                required property var modelData
                width: parent ? parent.width : 0
                title: topic.modelData.title
                BodyText {
                    width: parent.width
                    text: topic.modelData.text
                }
                CommandLine {
                    width: parent.width
                    visible: topic.modelData.command !== ""
                    text: topic.modelData.command
                }
            }
        }
    }
}
