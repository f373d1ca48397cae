// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The items of a repeatable group, one line each, with the ways to add and remove.
Column {
    id: root

    required property QuestionRow row

    spacing: Theme.spaceS

    Repeater {
        // By number, so the delegate of a line somebody types in stays while its texts change.
        model: root.row.items.length
        Row {
            id: line
            required property int index
            readonly property var fields: root.row.items[line.index]?.fields ?? []
            spacing: Theme.spaceS
            Repeater {
                model: line.fields.length
                GroupCell {
                    required property int index
                    width: (root.width - remove.width - line.fields.length * line.spacing) / line.fields.length
                    row: line.fields[index] ?? ({})
                    onEdited: text => root.row.wizard.answerItem(root.row.key, line.index, row.key, text)
                    onCommitted: root.row.wizard.settle(root.row.key)
                }
            }
            IconButton {
                id: remove
                anchors.bottom: parent.bottom
                iconName: "close"
                text: qsTr("Remove entry %1 of %2").arg(line.index + 1).arg(root.row.label)
                onClicked: root.row.wizard.removeItem(root.row.key, line.index)
            }
        }
    }
    SecondaryButton {
        text: qsTr("Add an entry")
        iconName: "add"
        accessibleName: qsTr("Add an entry to %1").arg(root.row.label)
        onClicked: root.row.wizard.addItem(root.row.key)
    }
}
