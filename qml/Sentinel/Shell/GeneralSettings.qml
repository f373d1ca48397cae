// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How the console looks and speaks, and where it keeps what.
ScrollPane {
    id: root

    contentPadding: 0
    contentWidthLimit: 860

    PageHeader {
        width: parent.width
        title: qsTr("Settings")
        subtitle: qsTr("Changes apply at once and are remembered.")
    }
    Card {
        width: parent.width
        title: qsTr("Language and appearance")
        LookChoices {
            width: parent.width
        }
        Switch {
            text: qsTr("High contrast")
            checked: Console.highContrast
            onToggledByUser: checked => Console.highContrast = checked
        }
        Switch {
            text: qsTr("Less motion")
            checked: Console.reduceMotion
            onToggledByUser: checked => Console.reduceMotion = checked
        }
        FormField {
            width: Math.min(parent.width, 420)
            label: qsTr("Text size")
            help: qsTr("Also with Ctrl and +, − or 0.")
            SegmentedChoice {
                options: [{value: "0.8", label: "80 %"}, {value: "1", label: "100 %"}, {value: "1.2", label: "120 %"}, {value: "1.5", label: "150 %"}, {value: "2", label: "200 %"}]
                value: String(Math.round(Console.textScale * 10) / 10)
                onChosen: value => Console.textScale = Number(value)
            }
        }
    }
    Card {
        width: parent.width
        title: qsTr("Where things are kept")
        subtitle: qsTr("All on this machine, readable by you only. Nothing is sent anywhere.")
        FormField {
            width: parent.width
            label: qsTr("Drafts")
            CommandLine {
                text: Console.draftsFolder
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Settings")
            CommandLine {
                text: Console.configFile
            }
        }
    }
    Card {
        width: parent.width
        title: qsTr("About")
        BodyText {
            width: parent.width
            text: qsTr("Sentinel Console %1. Free software under the GNU General Public License, version 3 or later; what it writes into a bundle is under the Apache License 2.0.").arg(Console.version)
        }
    }
}
