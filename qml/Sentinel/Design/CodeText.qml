// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// One line of code, a version, a path. With `selectable` it can be marked and copied.
Item {
    id: root

    property string text
    property bool selectable: false
    property bool mayElide: false
    property color color: Theme.text
    property int pixelSize: Theme.sizeCode
    property int elide: Text.ElideRight

    implicitWidth: line.implicitWidth
    implicitHeight: line.implicitHeight
    baselineOffset: line.baselineOffset

    SafeText {
        id: line
        anchors.fill: parent
        visible: !root.selectable
        mayElide: root.mayElide
        text: root.text
        color: root.color
        elide: root.elide
        maximumLineCount: 1
        font.family: Theme.monoFamily
        font.pixelSize: root.pixelSize
    }
    Loader {
        anchors.fill: parent
        active: root.selectable
        sourceComponent: TextInput {
            text: root.text
            readOnly: true
            onTextChanged: cursorPosition = 0 // what does not fit is cut at its end
            selectByMouse: true
            activeFocusOnTab: true
            clip: true
            color: root.color
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font: line.font
            verticalAlignment: TextInput.AlignVCenter
            Accessible.role: Accessible.EditableText
            Accessible.readOnly: true
            Accessible.name: root.text
        }
    }
}
