// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// The head of a table: `columns: [{label, width, fill, align}]`.
Item {
    id: root

    property var columns: []
    property int padding: 12

    function widthOf(index: int): real {
        const column = root.columns[index];
        if (!column.fill) {
            return column.width;
        }
        let fixed = 0;
        for (const each of root.columns) {
            fixed += each.fill ? 0 : each.width;
        }
        return Math.max(80, root.width - 2 * root.padding - fixed);
    }

    implicitWidth: 480
    implicitHeight: Theme.rowHeight
    Row {
        x: root.padding
        height: parent.height
        Repeater {
            model: root.columns
            delegate: Caption {
                required property var modelData
                required property int index
                width: root.widthOf(index)
                height: parent.height
                text: modelData.label
                font.weight: Font.DemiBold
                horizontalAlignment: modelData.align === "right" ? Text.AlignRight : Text.AlignLeft
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
