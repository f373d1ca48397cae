// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// No plan is open: begin one from a profile, take up a draft, or open a file.
ScrollPane {
    id: root

    required property PlanController wizard
    required property PlanDialogs dialogs

    PageHeader {
        width: parent.width
        title: qsTr("Where shall Sentinel run?")
        subtitle: qsTr("Begin with the profile that comes closest. Every answer has a usual value; change what is different with you.")
        actions: [
            SecondaryButton {
                text: qsTr("Open a plan…")
                iconName: "folder-open"
                onClicked: root.dialogs.openPlan()
            }
        ]
    }
    TroubleBanner {
        width: parent.width
        trouble: root.wizard.document.trouble
        onClosed: root.wizard.document.clearTrouble()
    }
    Grid {
        id: grid
        property real tallest: 0
        width: parent.width
        columns: 4
        spacing: Theme.spaceM
        Repeater {
            model: root.wizard.profiles
            ProfileStart {
                width: (grid.width - 3 * grid.spacing) / 4
                height: grid.tallest
                onClicked: root.wizard.begin("", name, "")
                onImplicitHeightChanged: grid.tallest = Math.max(grid.tallest, implicitHeight)
                Component.onCompleted: grid.tallest = Math.max(grid.tallest, implicitHeight)
            }
        }
    }
    Card {
        width: parent.width
        visible: root.wizard.drafts.count > 0
        title: qsTr("Not finished yet")
        Repeater {
            model: root.wizard.drafts
            DraftRow {
                width: parent.width
                wizard: root.wizard
            }
        }
    }
    Row {
        id: takings
        width: parent.width
        spacing: Theme.spaceM
        Repeater {
            model: [
                {
                    "icon": "server",
                    "title": qsTr("The hardware, with its reasons"),
                    "text": qsTr("Nodes, memory, disks and cost for your load. Every figure opens its formula; lose a node and see where its pods go.")
                },
                {
                    "icon": "file-code",
                    "title": qsTr("A bundle Helm and Argo CD accept"),
                    "text": qsTr("Values, certificates, network policies, applications and a guide written for this plan. The same plan makes the same bytes.")
                },
                {
                    "icon": "lock",
                    "title": qsTr("Nothing leaves this machine"),
                    "text": qsTr("No cluster, no account and no network are needed. Passwords are never asked for: the plan holds the names of Secrets alone.")
                }
            ]
            Card {
                id: taking
                required property var modelData
                width: (takings.width - 2 * takings.spacing) / 3
                height: 190
                fill: Theme.background
                Icon {
                    name: taking.modelData.icon
                    color: Theme.textSecond
                    size: 24
                }
                Heading {
                    width: parent.width
                    text: taking.modelData.title
                }
                BodyText {
                    width: parent.width
                    text: taking.modelData.text
                    color: Theme.textSecond
                }
            }
        }
    }
}
