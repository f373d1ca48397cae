// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A version one can go back to: its name, when and by whom, how it did.
Rectangle {
    id: root

    required property string id
    required property string version
    required property string when
    required property int tone
    required property string word
    required property bool present
    required property bool chosen

    signal picked(string id)

    implicitHeight: Theme.rowHeightTall
    color: root.chosen ? Theme.accentSoft : area.containsMouse && !root.present ? Theme.hover : Theme.surface
    border.width: 1
    border.color: root.chosen ? Theme.accent : Theme.line
    opacity: root.present ? 0.7 : 1
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1, %2, %3").arg(root.version).arg(root.when).arg(root.word)
    Accessible.checked: root.chosen
    Accessible.onPressAction: root.picked(root.id)

    RadioMark {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.present
        checked: root.chosen
    }
    BodyText {
        x: 44
        width: 110
        anchors.verticalCenter: parent.verticalCenter
        text: root.version
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    BodyText {
        x: 164
        width: parent.width - x - 260
        anchors.verticalCenter: parent.verticalCenter
        text: root.when
        color: Theme.textSecond
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    StatusMark {
        x: parent.width - 248
        width: 240
        anchors.verticalCenter: parent.verticalCenter
        status: root.tone
        text: root.word
    }
    MouseArea {
        id: area
        anchors.fill: parent
        hoverEnabled: true
        enabled: !root.present
        onClicked: root.picked(root.id)
    }
}
