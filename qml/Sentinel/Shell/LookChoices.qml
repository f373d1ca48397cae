// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Language and appearance, as on the first page and under Settings.
Flow {
    id: root

    spacing: Theme.spaceXl

    FormField {
        width: 250
        label: qsTr("Language")
        SegmentedChoice {
            options: [{value: "en", label: "English"}, {value: "es", label: "Español"}]
            value: Console.language
            onChosen: value => Console.language = value
        }
    }
    FormField {
        width: 330
        label: qsTr("Appearance")
        SegmentedChoice {
            options: [{value: "system", label: qsTr("System")}, {value: "light", label: qsTr("Light")}, {value: "dark", label: qsTr("Dark")}]
            value: Console.theme
            onChosen: value => Console.theme = value
        }
    }
}
