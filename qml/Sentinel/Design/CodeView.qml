// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Many lines of code: read-only, selectable, scrolls both ways. A highlighter takes `document`.
FocusScope {
    id: root

    property string text
    property bool lineNumbers: true
    property string accessibleName: qsTr("File content")
    readonly property var document: edit.textDocument
    readonly property int lineCount: edit.lineCount
    /// Line of the text cursor, from 1.
    readonly property int cursorLine: 1 + Math.round(edit.cursorRectangle.y / Math.max(1, root.lineHeight))
    /// The last line in sight, from 1.
    readonly property int lastVisibleLine: Math.ceil((flick.contentY + flick.height) / Math.max(1, root.lineHeight))
    readonly property real lineHeight: edit.lineCount > 0 ? edit.contentHeight / edit.lineCount : metrics.height

    function goToLine(line: int) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, (line - 4) * root.lineHeight));
    }
    /// Marks a stretch of the text and brings it into sight.
    function reveal(start: int, length: int) {
        edit.select(start, start + length);
        const spot = edit.positionToRectangle(start);
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, spot.y - flick.height / 3));
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, spot.x - flick.width * 2 / 3));
    }
    onTextChanged: {
        flick.contentX = 0;
        flick.contentY = 0;
    }

    implicitWidth: 480
    implicitHeight: 320

    FontMetrics {
        id: metrics
        font: edit.font
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
        border.color: Theme.line
        Accessible.ignored: true
    }
    Item {
        anchors.fill: parent
        anchors.margins: 1
        clip: true
        // Only those in sight, each where its line is: a list would guess where lines begin that it has not made yet.
        Item {
            id: numbers
            readonly property int first: Math.max(0, Math.floor((flick.contentY - 8) / Math.max(1, root.lineHeight)))
            x: 8
            width: root.lineNumbers ? metrics.advanceWidth("0") * (String(root.lineCount).length + 1) : 0
            height: parent.height
            visible: root.lineNumbers
            Repeater {
                model: root.lineNumbers ? Math.max(0, Math.ceil(numbers.height / Math.max(1, root.lineHeight)) + 1) : 0
                delegate: SafeText {
                    required property int index
                    readonly property int line: numbers.first + index
                    y: 8 + line * root.lineHeight - flick.contentY
                    width: numbers.width
                    height: root.lineHeight
                    visible: line < root.lineCount
                    horizontalAlignment: Text.AlignRight
                    text: line + 1
                    color: line + 1 === root.cursorLine && edit.activeFocus ? Theme.text : Theme.textDisabled
                    font: edit.font
                    mayElide: true
                    Accessible.ignored: true
                }
            }
        }
        Flickable {
            id: flick
            anchors.fill: parent
            anchors.leftMargin: root.lineNumbers ? numbers.width + 20 : 10
            clip: true
            contentWidth: Math.max(width, edit.contentWidth + 24)
            contentHeight: Math.max(height, edit.contentHeight + 16)
            boundsBehavior: Flickable.StopAtBounds
            TextEdit {
                id: edit
                y: 8
                width: flick.contentWidth
                focus: true
                textFormat: TextEdit.PlainText
                text: root.text
                readOnly: true
                selectByMouse: true
                selectByKeyboard: true
                activeFocusOnTab: true
                // Tab leaves: a viewer must not trap the keyboard.
                Keys.onTabPressed: event => root.leave(event, true)
                Keys.onBacktabPressed: event => root.leave(event, false)
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.textOnAccent
                wrapMode: TextEdit.NoWrap
                font.family: Theme.monoFamily
                font.pixelSize: Theme.sizeCode
                onCursorRectangleChanged: root.follow(cursorRectangle)
                Accessible.role: Accessible.EditableText
                Accessible.readOnly: true
                Accessible.multiLine: true
                Accessible.name: root.accessibleName
            }
        }
        ScrollThumb {
            flickable: flick
            vertical: true
        }
        ScrollThumb {
            flickable: flick
            vertical: false
        }
    }
    FocusRing {
        shown: edit.activeFocus
    }

    function leave(event: KeyEvent, forward: bool) {
        const next = edit.nextItemInFocusChain(forward);
        event.accepted = next !== null;
        next?.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    function follow(spot: rect) {
        if (edit.activeFocus) {
            const y = spot.y + edit.y;
            flick.contentY = Math.max(0, y < flick.contentY ? y - 8 : Math.max(flick.contentY, y + spot.height + 8 - flick.height));
        }
    }
}
