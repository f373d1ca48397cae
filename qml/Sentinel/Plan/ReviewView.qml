// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What the plan makes, before anything is written: its files, what a check finds in what they install, who reaches whom, and the
/// equal command line.
Item {
    id: root

    required property PlanController wizard
    required property ReviewController review
    required property FindingsController findings
    required property ReachController reach
    required property PlanDialogs dialogs

    readonly property string view: root.review.view
    readonly property var pages: ({
            "files": filesPage,
            "findings": findingsPage,
            "reach": reachPage
        })
    readonly property var titles: ({
            "files": root.review.headline,
            "findings": root.findings.headline,
            "reach": root.reach.headline
        })
    readonly property var subtitles: ({
            "files": root.review.comparedWith === "" ? qsTr("Everything below is made from your answers alone, without a network.") : qsTr("Compared with %1").arg(root.review.comparedWith),
            "findings": root.findings.note,
            "reach": root.findings.present && !root.findings.older ? "" : root.findings.note
        })
    readonly property var commands: ({
            "files": root.review.command,
            "findings": root.findings.command,
            "reach": root.reach.command
        })

    PageHeader {
        id: header
        x: Theme.spaceXl
        y: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        title: root.titles[root.view]
        subtitle: root.subtitles[root.view]
        actions: [
            TabBar {
                Accessible.name: qsTr("Views of the bundle")
                current: root.view
                tabs: [
                    {
                        "id": "files",
                        "label": qsTr("Files")
                    },
                    {
                        "id": "findings",
                        "label": qsTr("Findings"),
                        "count": root.findings.present ? root.findings.count : undefined
                    },
                    {
                        "id": "reach",
                        "label": qsTr("Who reaches whom")
                    }
                ]
                onChosen: id => root.review.view = id
            }
        ]
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
        Banner {
            width: parent.width
            visible: root.findings.trouble.present && root.view !== "files"
            status: Status.Error
            title: root.findings.trouble.title
            text: root.findings.trouble.text
            actions: [
                SecondaryButton {
                    text: qsTr("Check again")
                    busy: root.findings.busy
                    onClicked: root.findings.checkAgain()
                }
            ]
        }
    }
    Loader {
        anchors.top: top.bottom
        anchors.topMargin: top.implicitHeight > 0 ? Theme.spaceM : 0
        anchors.bottom: command.top
        anchors.bottomMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        sourceComponent: root.pages[root.view] ?? filesPage
    }
    CommandLine {
        id: command
        x: Theme.spaceXl
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width - 2 * Theme.spaceXl
        text: root.commands[root.view]
    }
    Component {
        id: filesPage
        ReviewFiles {
            wizard: root.wizard
            review: root.review
        }
    }
    Component {
        id: findingsPage
        FindingsView {
            wizard: root.wizard
            review: root.review
            findings: root.findings
        }
    }
    Component {
        id: reachPage
        ReachView {
            wizard: root.wizard
            findings: root.findings
            reach: root.reach
        }
    }
}
