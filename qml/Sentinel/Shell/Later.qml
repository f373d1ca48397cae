// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Something above the page, made when it is first asked for: the first frame does not wait for it.
Item {
    id: root

    /// A type of this module, and the properties it is made with.
    required property string type
    property var given: ({})
    property var made: null

    function get(): var {
        if (root.made === null) {
            root.made = Qt.createComponent("Sentinel.Shell", root.type, Component.PreferSynchronous, root).createObject(root, root.given);
        }
        return root.made;
    }
    function open() {
        root.get().open();
    }
}
