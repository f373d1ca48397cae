// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Every command that has keys answers to them.
Item {
    id: root

    property list<QtObject> commands

    Instantiator {
        model: root.commands.filter(command => command.shortcut !== "")
        delegate: Shortcut {
            required property var modelData
            sequences: modelData.commandId === "shell.palette" ? ["Ctrl+K", "Ctrl+Shift+P"] : [modelData.shortcut]
            enabled: modelData.blockedReason === ""
            context: Qt.WindowShortcut
            onActivated: modelData.triggered()
        }
    }
}
