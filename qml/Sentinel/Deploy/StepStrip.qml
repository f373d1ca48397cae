// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The phases of the run, each with its state and time; below, what is done just now and how many objects are healthy.
Card {
    id: root

    required property DeployController deploy

    padding: 12
    spacing: Theme.spaceS
    accessibleName: qsTr("Phases")

    Flow {
        width: parent.width
        spacing: 4
        Repeater {
            model: root.deploy.steps
            Item {
                id: step
                required property string title
                required property int tone
                required property string word
                required property string time
                required property string count
                required property bool running
                implicitWidth: mark.width + 7 + words.implicitWidth + (tail.text === "" ? 0 : 6 + tail.implicitWidth) + Theme.spaceM
                implicitHeight: Math.max(22, words.implicitHeight)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2 %3").arg(step.title).arg(step.word).arg(step.time)
                StatusMark {
                    id: mark
                    anchors.verticalCenter: parent.verticalCenter
                    compact: true
                    status: step.tone
                    text: step.word
                    Accessible.ignored: true
                }
                Label {
                    id: words
                    x: mark.width + 7
                    anchors.verticalCenter: parent.verticalCenter
                    text: step.title
                    font.weight: step.running ? Font.DemiBold : Font.Normal
                    color: step.tone === Status.Unknown ? Theme.textSecond : Theme.text
                    Accessible.ignored: true
                }
                Caption {
                    id: tail
                    x: words.x + words.implicitWidth + 6
                    anchors.verticalCenter: parent.verticalCenter
                    text: step.count !== "" ? step.count : step.time
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
    Item {
        width: parent.width
        visible: root.deploy.running || root.deploy.stepText !== ""
        implicitHeight: Math.max(now.implicitHeight, 18)
        Caption {
            id: now
            width: parent.width - bar.width - Theme.spaceL
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: root.deploy.stepText
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            mayElide: true
        }
        ProgressBar {
            id: bar
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(260, parent.width * 0.3)
            value: root.deploy.progress
            status: root.deploy.tone === Status.Neutral ? Status.Info : root.deploy.tone
            accessibleName: qsTr("Healthy objects")
        }
    }
}
