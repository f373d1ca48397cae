// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Any of several.
Column {
    id: root

    property var options: []
    property var values: []
    property string accessibleName

    signal chosen(var values)

    function flip(value: string) {
        const left = root.values.filter(other => other !== value);
        root.chosen(left.length < root.values.length ? left : root.options.map(option => option.value).filter(other => other === value || root.values.includes(other)));
    }

    Repeater {
        model: root.options
        ChoiceRow {
            required property var modelData
            width: root.width
            label: modelData.label
            help: modelData.help ?? ""
            checked: root.values.includes(modelData.value)
            groupName: root.accessibleName
            activeFocusOnTab: true
            onClicked: root.flip(modelData.value)
        }
    }
}
