// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One field of one item of a group.
Column {
    id: root

    required property var row
    readonly property bool choice: (root.row.options ?? []).length > 0

    signal edited(string text)
    signal committed

    spacing: 3

    Caption {
        width: parent.width
        text: root.row.label ?? ""
    }
    Loader {
        width: parent.width
        sourceComponent: root.choice ? menu : line
    }
    Component {
        id: menu
        ComboBox {
            options: root.row.options
            value: root.row.value
            accessibleName: root.row.label
            onChosen: value => {
                root.edited(value);
                root.committed();
            }
        }
    }
    Component {
        id: line
        TextField {
            placeholder: root.row.placeholder ?? ""
            accessibleName: root.row.label ?? ""
            Accessible.description: root.row.help ?? ""
            onEdited: text => root.edited(text)
            onCommitted: root.committed()
            Binding on text {
                value: root.row.value ?? ""
            }
        }
    }
}
