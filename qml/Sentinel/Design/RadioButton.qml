// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.RadioButton {
    id: root

    property string blockedReason
    signal toggledByUser(bool checked)

    implicitWidth: label.implicitWidth
    implicitHeight: Math.max(24, label.implicitHeight)
    hoverEnabled: true
    activeFocusOnTab: true
    enabled: root.blockedReason === ""
    onToggled: root.toggledByUser(root.checked)
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.description: root.blockedReason

    indicator: RadioMark {
        y: Math.round((root.height - height) / 2)
        checked: root.checked
        available: root.enabled
        FocusRing {
            radius: width / 2
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
