// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Several lines to type; scrolls when they outgrow the place.
T.ScrollView {
    id: root

    property string text
    property string placeholder
    property bool invalid: false
    property bool mono: false
    property string accessibleName
    readonly property alias area: area

    signal edited(string text)
    signal committed(string text)

    implicitWidth: 320
    implicitHeight: 96
    onActiveFocusChanged: if (root.activeFocus) area.forceActiveFocus()

    background: FieldGround {
        invalid: root.invalid
        hovered: root.hovered
        active: area.activeFocus
        available: root.enabled
    }
    Flickable {
        T.ScrollBar.vertical: ScrollBar {
            parent: root
            x: root.width - width - 2
            height: root.height
        }
        clip: true
        contentWidth: root.width
        contentHeight: area.implicitHeight
        T.TextArea.flickable: T.TextArea {
            id: area
            property bool touched: false
            text: root.text
            padding: 9
            leftPadding: 11
            wrapMode: root.mono ? TextEdit.NoWrap : TextEdit.Wrap
            textFormat: TextEdit.PlainText
            activeFocusOnTab: true
            Keys.onTabPressed: event => root.leave(event, true)
            Keys.onBacktabPressed: event => root.leave(event, false)
            color: root.enabled ? Theme.text : Theme.textDisabled
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font.pixelSize: root.mono ? Theme.sizeCode : Theme.sizeBase
            font.family: root.mono ? Theme.monoFamily : Theme.textFamily
            onTextChanged: if (area.activeFocus && area.text !== root.text) {
                area.touched = true;
                root.edited(area.text);
            }
            onEditingFinished: if (area.touched) {
                area.touched = false;
                root.committed(area.text);
            }
            Accessible.role: Accessible.EditableText
            Accessible.multiLine: true
            Accessible.name: root.accessibleName !== "" ? root.accessibleName : root.placeholder
            Label {
                x: area.leftPadding
                y: area.topPadding
                width: root.width - 2 * x
                visible: area.text === ""
                text: root.placeholder
                color: Theme.textSecond
                font: area.font
                mayElide: true
                Accessible.ignored: true
            }
        }
    }

    function leave(event: KeyEvent, forward: bool) {
        const next = area.nextItemInFocusChain(forward);
        event.accepted = next !== null;
        next?.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
}
