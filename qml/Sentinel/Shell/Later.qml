// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Something above the page, made when it is first asked for: the first frame does not wait for it.
Item {
    id: root

    /// A type, and the properties it is made with.
    property string module: "Sentinel.Shell"
    required property string type
    property var given: ({})
    property var made: null

    function get(): var {
        if (root.made === null) {
            root.made = Qt.createComponent(root.module, root.type, Component.PreferSynchronous, root).createObject(root, root.given);
        }
        return root.made;
    }
    function open() {
        root.get().open();
    }
}
