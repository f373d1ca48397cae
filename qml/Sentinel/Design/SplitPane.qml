// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Two panes with a handle between them; arrows move the handle.
Item {
    id: root

    property Component first
    property Component second
    property real position: 0.3
    property int orientation: Qt.Horizontal
    readonly property bool sideBySide: root.orientation === Qt.Horizontal
    readonly property real length: root.sideBySide ? root.width : root.height
    readonly property real split: Math.round(Math.max(120, Math.min(root.length - 160, root.position * root.length)))

    Loader {
        width: root.sideBySide ? root.split - 6 : root.width
        height: root.sideBySide ? root.height : root.split - 6
        sourceComponent: root.first
    }
    Loader {
        x: root.sideBySide ? root.split + 6 : 0
        y: root.sideBySide ? 0 : root.split + 6
        width: root.sideBySide ? root.width - root.split - 6 : root.width
        height: root.sideBySide ? root.height : root.height - root.split - 6
        sourceComponent: root.second
    }
    Item {
        id: handle
        x: root.sideBySide ? root.split - 6 : 0
        y: root.sideBySide ? 0 : root.split - 6
        width: root.sideBySide ? 12 : root.width
        height: root.sideBySide ? root.height : 12
        activeFocusOnTab: true
        Accessible.role: Accessible.Splitter
        Accessible.name: qsTr("Divider between the panes; move it with the arrows")
        Keys.onLeftPressed: root.position = Math.max(0.1, root.position - 0.02)
        Keys.onRightPressed: root.position = Math.min(0.9, root.position + 0.02)
        HoverHandler {
            id: hover
            cursorShape: root.sideBySide ? Qt.SplitHCursor : Qt.SplitVCursor
        }
        Rectangle {
            anchors.centerIn: parent
            width: root.sideBySide ? 2 : 32
            height: root.sideBySide ? 32 : 2
            radius: 1
            color: drag.active || handle.activeFocus ? Theme.focus : hover.hovered ? Theme.textSecond : Theme.lineStrong
        }
        DragHandler {
            id: drag
            target: null
            property real start: 0
            onActiveChanged: if (drag.active) drag.start = root.position
            onTranslationChanged: root.position = Math.max(0.1, Math.min(0.9, drag.start + (root.sideBySide ? drag.activeTranslation.x : drag.activeTranslation.y) / root.length))
        }
    }
}
