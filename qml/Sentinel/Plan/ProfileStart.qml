// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// A profile to begin from, with the answers that decide most and what they need.
Card {
    id: root

    required property string name
    required property string summary
    required property var facts
    required title

    interactive: true
    accessibleName: qsTr("New plan: %1. %2").arg(root.title).arg(root.summary)
    actions: [
        Icon {
            name: "profile-" + root.name
            color: Theme.accent
            size: 24
        }
    ]

    BodyText {
        width: parent.width
        text: root.summary
        color: Theme.textSecond
    }
    Divider {
        width: parent.width
    }
    Repeater {
        model: root.facts
        Item {
            id: fact
            required property var modelData
            width: parent.width
            implicitHeight: Math.max(label.implicitHeight, value.implicitHeight)
            Caption {
                id: label
                width: parent.width * 0.5
                text: fact.modelData.label
            }
            BodyText {
                id: value
                anchors.right: parent.right
                width: parent.width * 0.48
                horizontalAlignment: Text.AlignRight
                text: fact.modelData.value
                font.pixelSize: Theme.sizeSmall + 1
                font.weight: Font.Medium
            }
        }
    }
}
