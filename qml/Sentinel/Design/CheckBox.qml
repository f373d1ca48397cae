// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.CheckBox {
    id: root

    property string blockedReason
    signal toggledByUser(bool checked)

    implicitWidth: root.text === "" ? 24 : label.implicitWidth
    implicitHeight: Math.max(24, label.implicitHeight)
    hoverEnabled: true
    activeFocusOnTab: true
    enabled: root.blockedReason === ""
    onToggled: root.toggledByUser(root.checked)
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.description: root.blockedReason

    indicator: Rectangle {
        y: Math.round((root.height - height) / 2)
        width: 18
        height: 18
        radius: 4
        color: !root.enabled ? Theme.sunken : root.checked ? Theme.accent : root.hovered ? Theme.hover : Theme.surface
        border.width: root.checked && root.enabled ? 0 : 1
        border.color: root.enabled ? Theme.lineControl : Theme.line
        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            size: 14
            color: root.enabled ? Theme.textOnAccent : Theme.textDisabled
        }
        FocusRing {
            radius: 7
            shown: root.visualFocus
        }
    }
    contentItem: BodyText {
        id: label
        leftPadding: 28
        text: root.text
        color: root.enabled ? Theme.text : Theme.textDisabled
        Accessible.ignored: true
    }
}
