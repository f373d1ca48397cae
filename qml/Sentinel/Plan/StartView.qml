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
        width: parent.width
        columns: 2
        spacing: Theme.spaceM
        Repeater {
            model: root.wizard.profiles
            Card {
                id: profile
                required property string name
                required property string title
                required property string summary
                width: (grid.width - grid.spacing) / 2
                interactive: true
                accessibleName: qsTr("New plan: %1").arg(profile.title)
                onClicked: root.wizard.begin("", profile.name, "")
                Heading {
                    width: parent.width
                    text: profile.title
                }
                BodyText {
                    width: parent.width
                    text: profile.summary
                    color: Theme.textSecond
                }
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
}
