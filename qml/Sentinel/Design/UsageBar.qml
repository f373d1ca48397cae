// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A thin bar of a share, 0 to 1, with its words beside it.
Item {
    id: root

    property real value: 0
    property int status: Status.Info
    property string text

    implicitWidth: 160
    implicitHeight: Math.max(6, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (words.visible ? words.implicitWidth + 8 : 0)
        height: 6
        radius: 3
        color: Theme.sunken
        Rectangle {
            width: Math.max(0, Math.min(1, root.value)) * parent.width
            height: parent.height
            radius: 3
            color: root.status === Status.Info ? Theme.accent : Theme.tones[root.status]
        }
    }
    Caption {
        id: words
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: text !== ""
        text: root.text
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
