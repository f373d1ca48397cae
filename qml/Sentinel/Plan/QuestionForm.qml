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
    property bool headings: true

    spacing: Theme.spaceL

    Repeater {
        model: root.model
        QuestionField {
            formWidth: root.width
            columns: root.columns
            gap: root.spacing
            headings: root.headings
            wizard: root.wizard
        }
    }
}
