// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Lines that go and lines that come, each on its colour and with its sign. By keyboard: reached by Tab, read with the arrows.
Rectangle {
    id: root

    required property RowsModel lines
    property real most: 340

    function scroll(by: real) {
        const last = Math.max(0, view.contentHeight - view.height);
        view.contentY = Math.max(0, Math.min(last, view.contentY + by));
    }

    implicitHeight: Math.min(view.contentHeight, root.most) + 12
    radius: Theme.radius
    color: Theme.sunken
    border.width: 1
    border.color: Theme.line
    activeFocusOnTab: root.lines.count > 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What changes, line by line")
    Keys.onDownPressed: event => root.press(event, 40)
    Keys.onUpPressed: event => root.press(event, -40)

    // At its end the arrows do nothing here, and Page Up and Down go on with the sheet.
    function press(event: KeyEvent, by: real) {
        root.scroll(by);
        event.accepted = true;
    }

    ListView {
        id: view
        anchors.fill: parent
        anchors.topMargin: 6
        anchors.bottomMargin: 6
        anchors.leftMargin: 1
        anchors.rightMargin: 1
        clip: true
        model: root.lines
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Rectangle {
            id: line
            required property string kind
            required property string text
            width: view.width
            height: words.implicitHeight + 4
            color: line.kind === "gone" ? Theme.removedSoft : line.kind === "new" ? Theme.addedSoft : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: line.text
            CodeText {
                id: words
                x: 11
                y: 2
                width: parent.width - 22
                text: line.text
                mayElide: true
                color: line.kind === "head" ? Theme.textSecond : Theme.text
                Accessible.ignored: true
            }
        }
    }
    FocusRing {
        shown: root.activeFocus
    }
}
