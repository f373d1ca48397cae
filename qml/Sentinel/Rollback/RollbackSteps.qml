// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What happens after the confirm, in order, how long it lasts, and the one choice that makes it last.
Rectangle {
    id: root

    required property RollbackController back

    implicitHeight: body.implicitHeight + 26
    radius: Theme.radiusCard
    color: Theme.softTones[Status.Warning]
    border.width: 1
    border.color: Theme.tones[Status.Warning]
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What happens")

    Column {
        id: body
        x: 14
        y: 13
        width: parent.width - 28
        spacing: 6
        Row {
            width: parent.width
            spacing: 6
            StatusMark {
                y: 2
                compact: true
                status: Status.Warning
                Accessible.ignored: true
            }
            BodyText {
                width: body.width - x
                text: qsTr("What happens")
                color: Theme.tones[Status.Warning]
                font.weight: Font.DemiBold
            }
        }
        Repeater {
            model: root.back.happens
            Item {
                id: step
                required property int index
                required property string modelData
                width: body.width
                implicitHeight: sentence.implicitHeight
                Accessible.role: Accessible.ListItem
                Accessible.name: step.modelData
                BodyText {
                    x: 21
                    text: step.index + 1
                    color: Theme.textSecond
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                BodyText {
                    id: sentence
                    x: 40
                    width: parent.width - x
                    text: step.modelData
                    Accessible.ignored: true
                }
            }
        }
        BodyText {
            x: 21
            width: parent.width - x
            visible: text !== ""
            text: root.back.sticks
            font.weight: Font.Medium
        }
        CheckBox {
            x: 21
            width: parent.width - x
            visible: root.back.argo
            text: qsTr("also commit the older version in Git, so that it lasts")
            checked: root.back.revertCommit
            onToggledByUser: checked => root.back.revertCommit = checked
        }
    }
}
