// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The control of one question. What a person types stays as typed until the field is left.
Loader {
    id: root

    required property QuestionRow row
    readonly property var controls: ({
            "segments": segments,
            "menu": menu,
            "many": many,
            "switch": flip,
            "number": number,
            "secret": secret,
            "group": group,
            "text": text
        })

    function give(text: string) {
        root.row.wizard.answer(root.row.key, text);
    }
    function choose(text: string) {
        root.give(text);
        root.row.wizard.settle(root.row.key);
    }

    property bool narrow: false

    sourceComponent: root.narrow && root.row.control === "segments" ? menu : root.controls[root.row.control]
    onActiveFocusChanged: if (root.activeFocus) root.row.wizard.explain(root.row.key)

    Component {
        id: segments
        SegmentedChoice {
            options: root.row.options
            value: root.row.value
            accessibleName: root.row.label
            Accessible.description: root.row.help
            onChosen: value => root.choose(value)
        }
    }
    Component {
        id: menu
        ComboBox {
            options: root.row.options
            value: root.row.value
            invalid: root.row.problem !== ""
            accessibleName: root.row.label
            Accessible.description: root.row.help
            onChosen: value => root.choose(value)
        }
    }
    Component {
        id: many
        ChoiceList {
            options: root.row.options
            values: root.row.selected
            accessibleName: root.row.label
            onChosen: values => root.choose(values.join(","))
        }
    }
    Component {
        id: flip
        Item {
            implicitHeight: toggle.implicitHeight
            Switch {
                id: toggle
                focus: true
                text: root.row.spoken
                checked: root.row.value === "true"
                Accessible.name: root.row.label
                Accessible.description: root.row.help
                onToggledByUser: checked => root.choose(checked ? "true" : "false")
            }
        }
    }
    Component {
        id: number
        NumberField {
            decimals: root.row.decimals
            minimum: root.row.minimum === "" ? -Infinity : Number(root.row.minimum)
            maximum: root.row.maximum === "" ? Infinity : Number(root.row.maximum)
            placeholder: root.row.placeholder
            invalid: root.row.problem !== ""
            accessibleName: root.row.label
            Accessible.description: root.row.help
            onEdited: text => root.give(text)
            onCommitted: root.row.wizard.settle(root.row.key)
            Binding on text {
                value: root.row.value
            }
        }
    }
    Component {
        id: text
        TextField {
            placeholder: root.row.placeholder
            invalid: root.row.problem !== ""
            accessibleName: root.row.label
            Accessible.description: root.row.help
            onEdited: text => root.give(text)
            onCommitted: root.row.wizard.settle(root.row.key)
            Binding on text {
                value: root.row.value
            }
        }
    }
    Component {
        id: secret
        SecretField {
            row: root.row
            onEdited: text => root.give(text)
            onCommitted: root.row.wizard.settle(root.row.key)
        }
    }
    Component {
        id: group
        GroupEditor {
            row: root.row
        }
    }
}
