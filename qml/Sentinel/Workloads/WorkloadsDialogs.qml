// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// What lies above the page, made when it is first asked for.
Item {
    id: root

    required property ActionsController actions
    property var shown: null

    function confirm() {
        root.closeAll();
        root.shown?.destroy();
        root.shown = sheet.createObject(root);
        root.shown.open();
    }
    function closeAll() {
        root.shown?.close();
    }

    Component {
        id: sheet
        ActionSheet {
            actions: root.actions
        }
    }
}
