// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// One of a few, all in sight. Tab reaches the chosen one, arrows go to its neighbours.
FocusScope {
    id: root

    property var options: []
    property string value
    property string accessibleName
    readonly property int place: root.options.findIndex(option => option.value === root.value)

    signal chosen(string value)

    function move(direction: int) {
        const next = Math.min(root.options.length - 1, Math.max(0, root.place + direction));
        if (next !== root.place) {
            parts.itemAt(next)?.forceActiveFocus(Qt.TabFocusReason); // first: what has the focus cannot leave the Tab chain
            root.chosen(root.options[next].value);
        }
    }

    implicitWidth: row.implicitWidth + 4
    implicitHeight: Theme.controlHeight
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.accessibleName
    Accessible.ignored: true
    Keys.onLeftPressed: root.move(-1)
    Keys.onRightPressed: root.move(1)
    Keys.onUpPressed: root.move(-1)
    Keys.onDownPressed: root.move(1)

    Rectangle {
        width: row.implicitWidth + 4
        height: parent.height
        radius: Theme.radius
        color: Theme.sunken
        border.color: Theme.lineControl
    }
    Row {
        id: row
        x: 2
        y: 2
        Repeater {
            id: parts
            model: root.options
            T.AbstractButton {
                id: part
                required property int index
                required property var modelData
                implicitWidth: Math.max(44, word.implicitWidth + 24)
                implicitHeight: root.height - 4
                text: modelData.label
                checked: root.place === index
                hoverEnabled: true
                activeFocusOnTab: checked || (root.place < 0 && index === 0)
                focus: checked
                onClicked: root.chosen(modelData.value)
                Keys.onReturnPressed: part.click()
                Accessible.role: Accessible.RadioButton
                Accessible.name: root.accessibleName === "" ? part.text : qsTr("%1: %2").arg(root.accessibleName).arg(part.text)
                Accessible.checked: checked
                background: Rectangle {
                    radius: Theme.radius - 2
                    color: part.checked ? Theme.surface : part.hovered ? Theme.hover : "transparent"
                    border.width: part.checked ? 1 : 0
                    border.color: Theme.accent
                    FocusRing {
                        shown: part.visualFocus
                    }
                }
                contentItem: Label {
                    id: word
                    text: part.text
                    horizontalAlignment: Text.AlignHCenter
                    color: !root.enabled ? Theme.textDisabled : part.checked ? Theme.accent : Theme.text
                    font.weight: part.checked ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
                Tip {
                    text: part.modelData.help ?? ""
                    shown: part.hovered || part.visualFocus
                }
            }
        }
    }
}
