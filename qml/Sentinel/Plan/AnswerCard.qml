// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What the chosen question means, the answer in force, and what it changes.
Card {
    id: root

    required property var explained
    readonly property var effects: root.explained.effects ?? []

    visible: root.explained.label !== undefined
    title: root.explained.label ?? ""

    BodyText {
        width: parent.width
        text: root.explained.help ?? ""
        color: Theme.textSecond
    }
    Column {
        width: parent.width
        spacing: 2
        Caption {
            width: parent.width
            text: qsTr("In force")
        }
        BodyText {
            width: parent.width
            text: root.explained.value ?? ""
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            text: root.explained.reason ?? ""
        }
    }
    Column {
        width: parent.width
        spacing: 4
        visible: root.effects.length > 0
        Caption {
            width: parent.width
            text: qsTr("Changes")
        }
        Repeater {
            model: root.effects
            CodeText {
                required property string modelData
                width: parent.width
                text: modelData
                pixelSize: Theme.sizeSmall
                mayElide: true
                elide: Text.ElideMiddle
            }
        }
    }
}
