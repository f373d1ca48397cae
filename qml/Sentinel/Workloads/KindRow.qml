// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// A kind, or a group of custom resources; the first of a section carries its heading.
Item {
    id: root

    required property string id
    required property string title
    required property string iconName
    required property string heading
    required property int depth
    required property bool expandable
    required property bool expanded
    property bool selected: false

    signal clicked
    signal toggled

    implicitHeight: line.y + line.implicitHeight

    Caption {
        id: head
        x: 6
        y: Theme.spaceS
        width: parent.width - 12
        visible: root.heading !== ""
        text: root.heading
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    TreeRow {
        id: line
        y: head.visible ? head.y + head.implicitHeight + 4 : 0
        width: parent.width
        text: root.title
        iconName: root.iconName
        depth: root.depth
        expandable: root.expandable
        expanded: root.expanded
        selected: root.selected
        onClicked: root.clicked()
        onToggled: root.toggled()
        Keys.onDownPressed: line.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onUpPressed: line.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    }
}
