// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs

/// The system's own window for where a report goes.
Item {
    id: root

    signal picked(string path)
    signal closed

    function open() {
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: qsTr("Save the report")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "html"
        nameFilters: [qsTr("Web page (*.html)"), qsTr("PDF (*.pdf)"), qsTr("JSON (*.json)"), qsTr("Text (*.txt)")]
        onAccepted: {
            root.picked(decodeURIComponent(dialog.selectedFile.toString().replace(/^file:\/\//, "")));
            root.closed();
        }
        onRejected: root.closed()
    }
}
