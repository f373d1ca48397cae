// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

/// The system's own window for choosing a bundle.
Item {
    id: root

    signal picked(string path)
    signal closed

    function open() {
        dialog.open();
    }

    FolderDialog {
        id: dialog
        title: qsTr("Choose a bundle")
        onAccepted: {
            root.picked(decodeURIComponent(dialog.selectedFolder.toString().replace(/^file:\/\//, "")));
            root.closed();
        }
        onRejected: root.closed()
    }
}
