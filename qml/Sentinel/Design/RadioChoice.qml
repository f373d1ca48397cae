// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// One of several, each on its line with what it means.
FocusScope {
    id: root

    property var options: []
    property string value
    property string accessibleName
    readonly property int place: root.options.findIndex(option => option.value === root.value)

    signal chosen(string value)

    function move(direction: int) {
        const next = Math.min(root.options.length - 1, Math.max(0, root.place + direction));
        if (next !== root.place) {
            lines.itemAt(next)?.forceActiveFocus(Qt.TabFocusReason); // first: what has the focus cannot leave the Tab chain
            root.chosen(root.options[next].value);
        }
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    Keys.onUpPressed: root.move(-1)
    Keys.onDownPressed: root.move(1)

    Column {
        id: column
        width: parent.width
        Repeater {
            id: lines
            model: root.options
            ChoiceRow {
                required property int index
                required property var modelData
                width: column.width
                label: modelData.label
                help: modelData.help ?? ""
                checked: root.place === index
                exclusive: true
                groupName: root.accessibleName
                activeFocusOnTab: checked || (root.place < 0 && index === 0)
                focus: checked
                onClicked: root.chosen(modelData.value)
            }
        }
    }
}
