// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How the console looks and speaks, as commands.
QtObject {
    id: root

    function zoom(by: real) {
        Console.textScale = by === 0 ? 1 : Math.round((Console.textScale + by) * 10) / 10;
    }

    readonly property list<QtObject> all: [
        Command {
            commandId: "shell.language"
            text: Console.language === "es" ? qsTr("Speak English") : qsTr("Speak Spanish")
            group: qsTr("Appearance")
            iconName: "language"
            keywords: "English Español language idioma"
            onTriggered: Console.language = Console.language === "es" ? "en" : "es"
        },
        Command {
            commandId: "shell.theme"
            text: Theme.dark ? qsTr("Use the light appearance") : qsTr("Use the dark appearance")
            group: qsTr("Appearance")
            iconName: Theme.dark ? "sun" : "moon"
            keywords: "theme tema"
            onTriggered: Console.theme = Theme.dark ? "light" : "dark"
        },
        Command {
            commandId: "shell.contrast"
            text: Console.highContrast ? qsTr("Normal contrast") : qsTr("High contrast")
            group: qsTr("Appearance")
            iconName: "contrast"
            onTriggered: Console.highContrast = !Console.highContrast
        },
        Command {
            commandId: "shell.larger"
            text: qsTr("Larger text")
            group: qsTr("Appearance")
            iconName: "text-size"
            shortcut: "Ctrl++"
            onTriggered: root.zoom(0.1)
        },
        Command {
            commandId: "shell.smaller"
            text: qsTr("Smaller text")
            group: qsTr("Appearance")
            iconName: "text-size"
            shortcut: "Ctrl+-"
            onTriggered: root.zoom(-0.1)
        },
        Command {
            commandId: "shell.normal"
            text: qsTr("Text in its normal size")
            group: qsTr("Appearance")
            iconName: "text-size"
            shortcut: "Ctrl+0"
            onTriggered: root.zoom(0)
        }
    ]
}
