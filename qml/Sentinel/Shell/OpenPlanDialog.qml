// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

/// The system's own window for choosing a plan; loaded when it is first asked for.
Item {
    id: root

    signal picked(string file)
    signal closed

    function open() {
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: qsTr("Open a plan")
        nameFilters: [qsTr("Plans (*.yaml *.yml)"), qsTr("All files (*)")]
        onAccepted: {
            root.picked(decodeURIComponent(dialog.selectedFile.toString().replace(/^file:\/\//, "")));
            root.closed();
        }
        onRejected: root.closed()
    }
}
