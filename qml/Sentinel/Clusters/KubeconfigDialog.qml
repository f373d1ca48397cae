// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

/// The system's own window for choosing a kubeconfig.
Item {
    id: root

    signal picked(string path)
    signal closed

    function open() {
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: qsTr("Choose a kubeconfig")
        onAccepted: {
            root.picked(decodeURIComponent(dialog.selectedFile.toString().replace(/^file:\/\//, "")));
            root.closed();
        }
        onRejected: root.closed()
    }
}
