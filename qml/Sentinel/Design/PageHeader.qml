// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The page's one answer in words, what stands behind it, and what can be done.
Item {
    id: root

    property string title
    property string subtitle
    property list<Item> actions

    implicitWidth: 600
    implicitHeight: Math.max(words.implicitHeight, tools.implicitHeight)

    Column {
        id: words
        width: parent.width - (root.actions.length > 0 ? tools.width + Theme.spaceL : 0)
        spacing: 6
        Title {
            width: parent.width
            text: root.title
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.subtitle
            color: Theme.textSecond
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        spacing: 10
        children: root.actions
    }
}
