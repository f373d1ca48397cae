// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What the Application brings, and below it what controllers made of it. Right opens, Left closes.
Item {
    id: root

    required property AppController app

    CheckBox {
        id: attention
        x: Theme.spaceL
        y: Theme.spaceS
        text: qsTr("Only what needs somebody")
        checked: root.app.attention
        onToggled: root.app.attention = attention.checked
    }
    Caption {
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: attention.verticalCenter
        text: root.app.note !== "" ? root.app.note : root.app.looking ? qsTr("Reading what lives…") : qsTr("%n row(s)", "", root.app.resources.count)
    }
    ListView {
        id: list
        anchors.top: attention.bottom
        anchors.topMargin: Theme.spaceS
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        activeFocusOnTab: true
        model: root.app.resources
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        keyNavigationEnabled: true
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.Tree
        Accessible.name: qsTr("Resources")
        Keys.onRightPressed: if (list.currentItem && !(list.currentItem as ResourceRow).open) root.app.resources.toggle(list.currentIndex)
        Keys.onLeftPressed: if (list.currentItem && (list.currentItem as ResourceRow).open) root.app.resources.toggle(list.currentIndex)
        delegate: ResourceRow {
            required property int index
            width: list.width
            selected: list.activeFocus && index === list.currentIndex
            onOpenAsked: root.app.resources.toggle(index)
            onClicked: list.currentIndex = index
        }
    }
    EmptyState {
        x: Theme.spaceL
        y: Math.max(40, (parent.height - height) / 2)
        width: parent.width - 2 * Theme.spaceL
        visible: root.app.resources.count === 0 && !root.app.looking
        iconName: root.app.attention ? "filter" : "empty"
        title: root.app.attention ? qsTr("Nothing needs attention") : qsTr("It brings nothing yet")
        text: root.app.trouble.present ? root.app.trouble.text : ""
    }
}
