// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// One of several, folded. The value is given from outside; `chosen` asks for another.
T.ComboBox {
    id: root

    property var options: []
    property string value
    property bool invalid: false
    property string accessibleName

    signal chosen(string value)

    function place(): int {
        return root.options.findIndex(option => option.value === root.value);
    }

    implicitWidth: 220
    implicitHeight: Theme.controlHeight
    leftPadding: 11
    rightPadding: 34
    hoverEnabled: true
    activeFocusOnTab: true
    model: root.options
    textRole: "label"
    valueRole: "value"
    currentIndex: root.place()
    onActivated: index => {
        const picked = root.options[index].value;
        root.currentIndex = Qt.binding(() => root.place());
        root.chosen(picked);
    }
    onOptionsChanged: root.currentIndex = Qt.binding(() => root.place())
    Accessible.role: Accessible.ComboBox
    Accessible.name: root.accessibleName !== "" ? root.accessibleName : root.displayText

    background: FieldGround {
        invalid: root.invalid
        hovered: root.hovered
        active: root.visualFocus || root.popup.visible
        available: root.enabled
    }
    contentItem: Label {
        text: root.displayText
        color: root.enabled ? Theme.text : Theme.textDisabled
        Accessible.ignored: true
    }
    indicator: Icon {
        x: root.width - width - 10
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-down"
        color: root.enabled ? Theme.textSecond : Theme.textDisabled
        size: Theme.iconSize
    }
    delegate: OptionRow {
        required property int index
        required property var modelData
        width: ListView.view.width
        text: modelData.label
        help: modelData.help ?? ""
        selected: root.currentIndex === index
        highlighted: root.highlightedIndex === index
    }
    popup: T.Popup {
        y: root.height + 4
        width: Math.max(root.width, 240)
        height: Math.min(implicitHeight, 380)
        implicitHeight: list.contentHeight + 2 * padding
        padding: 4
        margins: 8
        contentItem: ListView {
            id: list
            clip: true
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            highlightMoveDuration: 0
            T.ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.color: Theme.lineStrong
        }
    }
}
