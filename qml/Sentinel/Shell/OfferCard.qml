// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One answer to "what can I do here": what it is, how it stands, and the buttons that begin it.
Card {
    id: root

    required property string heading
    required property string text
    property string iconName
    property int status: Status.Neutral
    property string stateText
    property list<Item> buttons

    accessibleName: root.heading
    implicitHeight: words.implicitHeight + tools.implicitHeight + 2 * root.padding + Theme.spaceL

    Item {
        width: parent.width
        height: root.height - 2 * root.padding
        Column {
            id: words
            width: parent.width
            spacing: Theme.spaceS
            Item {
                width: parent.width
                height: Math.max(icon.height, mark.implicitHeight)
                Icon {
                    id: icon
                    name: root.iconName
                    color: Theme.accent
                    size: Theme.iconSize * 1.75
                }
                StatusMark {
                    id: mark
                    anchors.right: parent.right
                    visible: root.stateText !== ""
                    status: root.status
                    text: root.stateText
                    pixelSize: Theme.sizeSmall
                }
            }
            Heading {
                width: parent.width
                text: root.heading
            }
            BodyText {
                width: parent.width
                text: root.text
                color: Theme.textSecond
            }
        }
        Flow {
            id: tools
            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.spaceS
            children: root.buttons
        }
    }
}
