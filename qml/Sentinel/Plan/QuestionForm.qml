// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The fields of a list of questions, two beside each other where they are short.
Flow {
    id: root

    required property PlanController wizard
    required property RowsModel model
    property int columns: 2
    /// Without headings and without the line on where an answer comes from.
    property bool compact: false
    /// Off where the labels say the unit already.
    property bool units: true

    spacing: Theme.spaceL

    Repeater {
        model: root.model
        QuestionField {
            formWidth: root.width
            columns: root.columns
            gap: root.spacing
            compact: root.compact
            units: root.units
            wizard: root.wizard
        }
    }
}
