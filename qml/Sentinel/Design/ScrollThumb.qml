// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The scroll bar of a bare Flickable, which brings none.
Rectangle {
    id: root

    required property Flickable flickable
    property bool vertical: true
    readonly property real share: root.vertical ? root.flickable.visibleArea.heightRatio : root.flickable.visibleArea.widthRatio
    readonly property real place: root.vertical ? root.flickable.visibleArea.yPosition : root.flickable.visibleArea.xPosition
    readonly property real track: (root.vertical ? root.flickable.height : root.flickable.width) - 6

    visible: root.share < 1
    radius: 3
    color: drag.active ? Theme.textSecond : hover.hovered ? Theme.lineControl : Theme.lineStrong
    width: root.vertical ? 6 : Math.max(24, root.share * root.track)
    height: root.vertical ? Math.max(24, root.share * root.track) : 6
    x: root.vertical ? root.flickable.x + root.flickable.width - 9 : root.flickable.x + 3 + root.place * root.track
    y: root.vertical ? root.flickable.y + 3 + root.place * root.track : root.flickable.y + root.flickable.height - 9
    Accessible.ignored: true

    HoverHandler {
        id: hover
        margin: 3
    }
    DragHandler {
        id: drag
        target: null
        margin: 3
        property real start: 0
        onActiveChanged: if (drag.active) drag.start = root.vertical ? root.flickable.contentY : root.flickable.contentX
        onTranslationChanged: root.drag(root.vertical ? drag.activeTranslation.y : drag.activeTranslation.x)
    }
    function drag(distance: real) {
        const whole = root.vertical ? root.flickable.contentHeight : root.flickable.contentWidth;
        const seen = root.vertical ? root.flickable.height : root.flickable.width;
        const to = Math.max(0, Math.min(whole - seen, drag.start + distance / root.track * whole));
        root.flickable[root.vertical ? "contentY" : "contentX"] = to;
    }
}
