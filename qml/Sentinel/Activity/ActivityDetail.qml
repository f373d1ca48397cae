// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One operation from near: its phases with their times, then every sentence that was written down.
Card {
    id: root

    required property ActivityController activity
    readonly property var detail: root.activity.detail

    readonly property bool resumable: (root.detail.resumable ?? false) && root.detail.operation === "deploy"
    readonly property bool returnable: root.activity.rollBack.subject !== undefined

    signal resumed
    signal rollBackAsked

    padding: 0
    spacing: 0
    accessibleName: qsTr("The operation chosen")

    ScrollPane {
        width: parent.width
        height: root.height
        visible: root.activity.selected !== ""
        contentPadding: Theme.spaceL
        spacing: Theme.spaceS

        Heading {
            width: parent.width
            text: root.detail.kind ? qsTr("%1 %2").arg(root.detail.kind).arg(root.detail.place) : ""
        }
        StatusMark {
            width: parent.width
            status: root.detail.tone ?? Status.Unknown
            text: root.detail.word ?? ""
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.detail.sentence ?? ""
        }
        CodeText {
            width: parent.width
            text: root.activity.selected
            color: Theme.textSecond
            selectable: true
            mayElide: true
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            visible: root.resumable || root.returnable
            SecondaryButton {
                visible: root.resumable
                text: qsTr("Go on with it under Deploy")
                onClicked: root.resumed()
            }
            SecondaryButton {
                visible: root.returnable
                text: qsTr("Roll back…")
                iconName: "undo"
                shortcutText: "Ctrl+B"
                hint: qsTr("Opens the versions; nothing is changed before you confirm.")
                blockedReason: root.activity.rollBackReason
                onClicked: root.rollBackAsked()
            }
        }
        Heading {
            width: parent.width
            topPadding: Theme.spaceS
            visible: root.activity.steps.count > 0
            text: qsTr("Phases")
        }
        Repeater {
            model: root.activity.steps
            Item {
                id: step
                required property string title
                required property string detail
                required property int tone
                required property string time
                width: parent ? parent.width : 0
                implicitHeight: words.implicitHeight + 4
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1. %2 %3").arg(step.title).arg(step.detail).arg(step.time)
                StatusMark {
                    id: mark
                    y: 2
                    compact: true
                    status: step.tone
                    Accessible.ignored: true
                }
                Column {
                    id: words
                    x: mark.width + 9
                    width: parent.width - x - when.width - 10
                    BodyText {
                        width: parent.width
                        text: step.title
                        Accessible.ignored: true
                    }
                    Caption {
                        width: parent.width
                        visible: text !== ""
                        text: step.detail
                        Accessible.ignored: true
                    }
                }
                Caption {
                    id: when
                    anchors.right: parent.right
                    y: 2
                    text: step.time
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        Heading {
            width: parent.width
            topPadding: Theme.spaceS
            visible: root.activity.records.count > 0
            text: qsTr("Written down")
        }
        Repeater {
            model: root.activity.records
            Item {
                id: line
                required property string time
                required property string type
                required property string sentence
                width: parent ? parent.width : 0
                implicitHeight: said.implicitHeight + 4
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2: %3").arg(line.time).arg(line.type).arg(line.sentence)
                Column {
                    id: said
                    width: parent.width
                    BodyText {
                        width: parent.width
                        text: line.sentence
                        Accessible.ignored: true
                    }
                    Caption {
                        width: parent.width
                        text: qsTr("%1 · %2").arg(line.type).arg(line.time)
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Item {
        width: parent.width
        height: root.height
        visible: root.activity.selected === ""
        EmptyState {
            x: Theme.spaceL
            y: Math.max(40, (parent.height - height) / 2 - 40)
            width: parent.width - 2 * Theme.spaceL
            iconName: "info-outline"
            title: qsTr("What it says")
            text: qsTr("For each operation: its phases, who began it, every effect before and after it happened, and how it ended.")
        }
    }
}
