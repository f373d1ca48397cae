// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A version one can go back to: its name, when and by whom, how it did, and what it would change once that is known.
Rectangle {
    id: root

    required property string id
    required property string version
    required property string when
    required property int tone
    required property string word
    required property bool present
    required property bool chosen
    required property string changes
    property bool choosable: true
    readonly property real lift: root.changes !== "" ? (what.implicitHeight + 2) / 2 : 0

    signal picked(string id)

    implicitHeight: Math.max(name.implicitHeight, date.implicitHeight, how.implicitHeight) + 22 + 2 * root.lift
    color: root.chosen ? Theme.accentSoft : area.containsMouse ? Theme.hover : Theme.surface
    border.width: 1
    border.color: root.chosen ? Theme.accent : Theme.line
    z: root.chosen ? 1 : 0
    Accessible.role: root.choosable && !root.present ? Accessible.RadioButton : Accessible.ListItem
    Accessible.name: [root.version, root.when, root.word, root.changes].filter(part => part !== "").join(", ")
    Accessible.checked: root.chosen
    Accessible.onPressAction: if (root.choosable && !root.present) root.picked(root.id)

    RadioMark {
        id: mark
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: root.choosable && !root.present
        checked: root.chosen
    }
    BodyText {
        id: name
        x: root.choosable ? 44 : 14
        width: Math.round((root.width - x) * 0.22)
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.lift
        text: root.version
        color: root.present ? Theme.textSecond : Theme.text
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        mayElide: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    BodyText {
        id: date
        anchors.left: name.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: how.left
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.lift
        text: root.when
        color: Theme.textSecond
        elide: Text.ElideRight
        mayElide: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    StatusNote {
        id: how
        anchors.right: parent.right
        anchors.rightMargin: 14
        width: Math.min(implicitWidth, Math.round(root.width * 0.42))
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.lift
        status: root.tone
        text: root.word
        pixelSize: Theme.sizeBase
        Accessible.ignored: true
    }
    BodyText {
        id: what
        anchors.left: name.left
        anchors.right: how.right
        anchors.top: name.bottom
        anchors.topMargin: 2
        visible: root.changes !== ""
        text: root.changes
        font.pixelSize: Theme.sizeSmall
        color: Theme.textSecond
        elide: Text.ElideRight
        mayElide: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    MouseArea {
        id: area
        anchors.fill: parent
        hoverEnabled: true
        enabled: root.choosable && !root.present
        onClicked: root.picked(root.id)
    }
}
