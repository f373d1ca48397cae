// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A surface with a heading. Interactive ones act as a whole, by mouse and by keyboard.
FocusScope {
    id: root

    property string title
    property string subtitle
    property list<Item> actions
    property int padding: Theme.spaceL
    property bool interactive: false
    property bool selected: false
    property string accessibleName: root.title
    property color fill: Theme.surface
    property alias spacing: body.spacing
    default property alias content: body.data
    readonly property bool headed: root.title !== "" || root.subtitle !== "" || root.actions.length > 0

    signal clicked

    implicitWidth: 320
    implicitHeight: body.y + body.implicitHeight + root.padding
    activeFocusOnTab: root.interactive
    Accessible.role: root.interactive ? Accessible.Button : Accessible.Grouping
    Accessible.name: root.accessibleName
    Accessible.onPressAction: if (root.interactive) root.clicked()
    Keys.onReturnPressed: event => root.press(event)
    Keys.onEnterPressed: event => root.press(event)
    Keys.onSpacePressed: event => root.press(event)

    function press(event: KeyEvent) {
        event.accepted = root.interactive;
        if (root.interactive) {
            root.clicked();
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: root.selected ? Theme.accentSoft : root.interactive && (tap.pressed) ? Theme.pressed : root.interactive && hover.hovered ? Theme.hover : root.fill
        border.color: root.selected ? Theme.accent : root.interactive && hover.hovered ? Theme.lineControl : Theme.line
    }
    HoverHandler {
        id: hover
        enabled: root.interactive
        cursorShape: Qt.PointingHandCursor
    }
    TapHandler {
        id: tap
        enabled: root.interactive
        onTapped: root.clicked()
    }
    Item {
        id: head
        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        height: root.headed ? Math.max(words.implicitHeight, tools.implicitHeight) : 0
        Column {
            id: words
            width: parent.width - (root.actions.length > 0 ? tools.width + 12 : 0)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3
            Heading {
                width: parent.width
                visible: text !== ""
                text: root.title
            }
            Caption {
                width: parent.width
                visible: text !== ""
                text: root.subtitle
            }
        }
        Row {
            id: tools
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8
            children: root.actions
        }
    }
    Column {
        id: body
        x: root.padding
        y: root.padding + (root.headed ? head.height + 10 : 0)
        width: root.width - 2 * root.padding
        height: Math.max(implicitHeight, root.height - y - root.padding)
        spacing: Theme.spaceM
    }
    FocusRing {
        radius: Theme.radiusCard + 3
        shown: root.activeFocus && root.interactive
    }
}
