// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What the plan makes, before anything is written: what it is in a few facts, every file, what is wrong, and the equal command line.
Item {
    id: root

    required property PlanController wizard
    required property ReviewController review
    required property PlanDialogs dialogs

    PageHeader {
        id: header
        x: Theme.spaceXl
        y: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        title: root.review.headline
        subtitle: root.review.comparedWith === "" ? qsTr("Everything below is made from your answers alone, without a network.") : qsTr("Compared with %1").arg(root.review.comparedWith)
    }
    Column {
        id: top
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        spacing: Theme.spaceM
        Banner {
            width: parent.width
            visible: root.review.trouble.present
            status: Status.Error
            title: root.review.trouble.title
            text: root.review.trouble.text
            actions: [
                SecondaryButton {
                    visible: root.review.alternative !== ""
                    text: qsTr("Write into a new folder there")
                    hint: root.review.alternative
                    onClicked: root.review.write(root.review.alternative)
                }
            ]
        }
        Banner {
            width: parent.width
            visible: root.review.written !== ""
            status: Status.Ok
            title: qsTr("Written to %1").arg(root.review.written)
            text: qsTr("Next: deploy it here, onto the rehearsal cluster or a real one, or follow docs/DEPLOYMENT_GUIDE.md in that folder.")
            actions: [
                PrimaryButton {
                    text: qsTr("Deploy it…")
                    onClicked: root.dialogs.deployAsked(root.review.written)
                }
            ]
        }
        Row {
            id: facts
            width: parent.width
            spacing: Theme.spaceM
            visible: root.review.summary.count > 0
            Repeater {
                model: root.review.summary
                Card {
                    id: fact
                    required property string text
                    required property real share
                    width: (facts.width - 3 * facts.spacing) * share
                    height: 106
                    padding: 12
                    spacing: 3
                    required title
                    Caption {
                        width: parent.width
                        text: fact.text
                        maximumLineCount: 3
                        elide: Text.ElideRight
                        mayElide: true
                    }
                }
            }
        }
    }
    Item {
        id: middle
        anchors.top: top.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: command.top
        anchors.bottomMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        FileTree {
            id: tree
            width: Math.min(270, parent.width * 0.26)
            height: parent.height
            review: root.review
        }
        FileView {
            anchors.left: tree.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: side.left
            anchors.rightMargin: Theme.spaceM
            height: parent.height
            wizard: root.wizard
            review: root.review
        }
        ReviewSide {
            id: side
            anchors.right: parent.right
            width: Math.min(300, parent.width * 0.28)
            height: parent.height
            wizard: root.wizard
            review: root.review
        }
    }
    CommandLine {
        id: command
        x: Theme.spaceXl
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width - 2 * Theme.spaceXl
        text: root.review.command
    }
}
