// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One question of the catalogue, asked by the control that fits its type. A heading is a question of its own kind.
QuestionRow {
    id: root

    required property real formWidth
    property int columns: 2
    property real gap: Theme.spaceL
    property bool headings: true

    readonly property bool isHeading: root.control === "heading"
    readonly property real half: Math.floor((root.formWidth - (root.columns - 1) * root.gap) / root.columns)

    signal focusTaken

    visible: !root.isHeading || root.headings
    width: root.wide ? root.formWidth : root.half
    height: place.height

    Loader {
        id: place
        width: parent.width
        sourceComponent: root.isHeading ? heading : field
    }
    Connections {
        target: root.wizard
        function onFocusWanted(key: string) {
            if (key === root.key) {
                root.focusTaken();
            }
        }
    }
    Component {
        id: heading
        Column {
            topPadding: root.own ? Theme.spaceM : 0
            spacing: Theme.spaceS
            Heading {
                width: parent.width
                text: root.label
            }
            Divider {
                width: parent.width
            }
        }
    }
    Component {
        id: field
        FormField {
            label: root.label
            unit: root.unit
            help: root.origin
            error: root.problem
            warning: root.warning
            changed: root.own
            defaultText: root.defaultText
            onResetRequested: root.wizard.reset(root.key)
            QuestionControl {
                id: answer
                row: root
                Connections {
                    target: root
                    function onFocusTaken() {
                        (answer.item as Item)?.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }
}
