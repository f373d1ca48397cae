// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One object of the table: its state as a shape, then its cells. Read as one sentence.
Item {
    id: root

    required property int index
    required property var cells
    required property string title
    required property string sentence
    required property int tone
    required property string word
    property var columns: []
    property var widths: []
    property int inset: 40
    property bool selected: false

    signal clicked

    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: root.sentence
    Accessible.selected: root.selected
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()

    Rectangle {
        anchors.fill: parent
        color: root.selected ? Theme.accentSoft : hover.hovered ? Theme.hover : "transparent"
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
        FocusRing {
            anchors.margins: 1
            shown: root.activeFocus
        }
    }
    StatusMark {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        compact: true
        status: root.tone
        text: root.word
        Accessible.ignored: true
    }
    Row {
        x: root.inset
        height: parent.height
        Repeater {
            model: root.columns.length
            delegate: Item {
                id: cell
                required property int index
                readonly property bool main: cell.index === 0
                width: root.widths[cell.index] ?? 0
                height: root.height
                Label {
                    width: parent.width - 10
                    height: parent.height
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: root.columns[cell.index]?.right ? Text.AlignRight : Text.AlignLeft
                    text: root.cells[cell.index] ?? ""
                    color: cell.main ? Theme.text : Theme.textSecond
                    font.weight: cell.main ? Font.Medium : Font.Normal
                    font.pixelSize: cell.main ? Theme.sizeBase : Theme.sizeSmall + 1
                    elide: cell.main ? Text.ElideMiddle : Text.ElideRight
                    mayElide: true
                    Accessible.ignored: true
                }
            }
        }
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: root.clicked()
    }
}
