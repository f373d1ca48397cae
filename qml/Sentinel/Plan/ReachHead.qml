// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The name of a row, or turned that of a column; whole in the tip.
Item {
    id: root

    required property int index
    required property string title
    required property string name
    required property int kind ///< 0: of the bundle
    property bool turned: false
    property bool looked: false

    Rectangle {
        anchors.fill: parent
        radius: 3
        color: Theme.accentSoft
        visible: root.looked
    }
    Caption {
        id: word
        readonly property real room: (root.turned ? root.height : root.width) - 8
        width: room
        height: root.turned ? root.width : root.height
        anchors.centerIn: parent
        rotation: root.turned ? -90 : 0
        text: root.title
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        mayElide: true
        color: root.looked ? Theme.accent : root.kind === 0 ? Theme.text : Theme.textSecond
        font.weight: root.looked ? Font.DemiBold : Font.Normal
        Accessible.name: root.name
        Accessible.role: root.turned ? Accessible.ColumnHeader : Accessible.RowHeader
    }
    HoverHandler {
        id: hover
    }
    Tip {
        text: root.name
        shown: hover.hovered && (word.truncated || root.name !== root.title)
    }
}
