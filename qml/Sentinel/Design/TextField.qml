// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

/// One line to type. `edited` for each change a person makes, `committed` on Enter and on leaving after a change.
T.TextField {
    id: root

    property alias placeholder: root.placeholderText
    property bool invalid: false
    property bool mono: false
    property bool clearable: false
    property bool masked: false
    property string accessibleName
    property bool touched: false

    signal edited(string text)
    signal committed(string text)

    function commit() {
        if (root.touched) {
            root.touched = false;
            root.committed(root.text);
        }
    }

    implicitWidth: 220
    implicitHeight: Theme.controlHeight
    leftPadding: 11
    rightPadding: root.clearable ? 34 : 11
    hoverEnabled: true
    selectByMouse: true
    activeFocusOnTab: true
    echoMode: root.masked ? TextInput.Password : TextInput.Normal
    color: root.enabled ? Theme.text : Theme.textDisabled
    placeholderTextColor: Theme.textSecond
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    font.pixelSize: root.mono ? Theme.sizeCode : Theme.sizeBase
    font.family: root.mono ? Theme.monoFamily : Theme.textFamily
    verticalAlignment: TextInput.AlignVCenter
    onTextEdited: {
        root.touched = true;
        root.edited(root.text);
    }
    onEditingFinished: root.commit()

    Accessible.role: Accessible.EditableText
    Accessible.name: root.accessibleName !== "" ? root.accessibleName : root.placeholderText

    background: FieldGround {
        invalid: root.invalid
        hovered: root.hovered
        active: root.activeFocus
        available: root.enabled
    }
    Label {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        color: root.placeholderTextColor
        font: root.font
        mayElide: true
        Accessible.ignored: true
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 3
        anchors.verticalCenter: parent.verticalCenter
        visible: root.clearable && root.text !== ""
        activeFocusOnTab: false
        iconName: "close"
        text: qsTr("Clear")
        onClicked: {
            root.clear();
            root.edited("");
        }
    }
}
