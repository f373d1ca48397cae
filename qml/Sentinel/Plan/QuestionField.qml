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
    property bool compact: false
    property bool units: true

    readonly property bool isHeading: root.control === "heading"
    readonly property real half: Math.floor((root.formWidth - (root.columns - 1) * root.gap) / root.columns)

    /// Menus need more room than figures; over five columns with two menus that evens out.
    readonly property real stretch: root.columns < 5 ? 1 : root.control === "menu" || root.control === "segments" ? 1.3 : 0.8

    signal focusTaken

    visible: !root.isHeading || !root.compact
    width: root.wide && !root.compact ? root.formWidth : Math.floor(root.half * root.stretch)
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
            unit: root.units ? root.unit : ""
            help: root.compact ? "" : root.origin
            error: root.problem
            warning: root.warning
            changed: root.own
            defaultText: root.defaultText
            onResetRequested: root.wizard.reset(root.key)
            QuestionControl {
                id: answer
                row: root
                narrow: root.compact
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
