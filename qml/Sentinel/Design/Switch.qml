// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Switch {
    id: root

    property string blockedReason
    /// The words stand left of the switch, as in card headers.
    property bool wordsFirst: false
    signal toggledByUser(bool checked)

    implicitWidth: root.text === "" ? 40 : label.implicitWidth
    implicitHeight: Math.max(24, label.implicitHeight)
    hoverEnabled: true
    activeFocusOnTab: true
    enabled: root.blockedReason === ""
    onToggled: root.toggledByUser(root.checked)
    Keys.onReturnPressed: root.click()
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.description: root.blockedReason

    indicator: Rectangle {
        x: root.wordsFirst ? root.width - width : 0
        y: Math.round((root.height - height) / 2)
        width: 40
        height: 22
        radius: 11
        color: !root.enabled ? Theme.sunken : root.checked ? Theme.accent : Theme.surface
        border.width: root.checked && root.enabled ? 0 : 1
        border.color: root.enabled ? Theme.lineControl : Theme.line
        Rectangle {
            x: root.checked ? parent.width - width - 3 : 3
            y: 3
            width: 16
            height: 16
            radius: 8
            color: !root.enabled ? Theme.lineStrong : root.checked ? Theme.textOnAccent : Theme.textSecond
            Behavior on x {
                enabled: Theme.quick > 0
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
        FocusRing {
            radius: 14
            shown: root.visualFocus
        }
    }
    contentItem: BodyText {
        id: label
        leftPadding: root.wordsFirst ? 0 : 50
        rightPadding: root.wordsFirst ? 50 : 0
        text: root.text
        color: root.enabled ? Theme.text : Theme.textDisabled
        Accessible.ignored: true
    }
}
