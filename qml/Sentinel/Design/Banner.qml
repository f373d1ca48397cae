// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A message in the layout, beside its cause: shape, title, sentence, what can be done.
Item {
    id: root

    property int status: Status.Info
    property string title
    property string text
    property list<Item> actions
    property bool closable: false

    signal closed

    implicitWidth: 480
    implicitHeight: Math.max(words.implicitHeight, tools.implicitHeight, 20) + 20
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title === "" ? root.text : root.text === "" ? root.title : qsTr("%1. %2").arg(root.title).arg(root.text)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.softTones[root.status]
        border.color: root.status === Status.Error ? Theme.error : "transparent"
        Accessible.ignored: true
    }
    StatusMark {
        id: mark
        x: 12
        y: 11
        compact: true
        status: root.status
        Accessible.ignored: true
    }
    Column {
        id: words
        x: mark.x + mark.width + 9
        y: Math.max(10, Math.round((root.height - implicitHeight) / 2))
        width: root.width - x - 12 - (tools.width > 0 ? tools.width + 12 : 0) - (root.closable ? 34 : 0)
        spacing: 2
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.title
            color: Theme.tones[root.status]
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.text
            color: root.title === "" ? Theme.tones[root.status] : Theme.text
            font.weight: root.title === "" ? Font.Medium : Font.Normal
            Accessible.ignored: true
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: root.closable ? 46 : 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8
        children: root.actions
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: root.closable
        iconName: "close"
        text: qsTr("Dismiss")
        onClicked: root.closed()
    }
}
