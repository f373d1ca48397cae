// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One line about something that has happened; goes by itself, is read aloud.
Rectangle {
    id: root

    property int status: Status.Info

    function show(status: int, text: string) {
        root.status = status;
        words.text = text;
        root.visible = true;
        away.restart();
        words.Accessible.announce(text, status === Status.Error ? Accessible.Assertive : Accessible.Polite);
    }

    function dismiss() {
        root.visible = false;
    }

    anchors.bottom: parent?.bottom
    anchors.bottomMargin: Theme.spaceXl
    anchors.horizontalCenter: parent?.horizontalCenter
    width: Math.min(implicitWidth, (parent?.width ?? 0) - 2 * Theme.spaceXl)
    visible: false
    implicitWidth: mark.width + words.implicitWidth + close.width + 56
    implicitHeight: Math.max(40, words.implicitHeight + 20)
    radius: Theme.radius
    color: Theme.text

    StatusMark {
        id: mark
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        visible: root.status !== Status.Neutral
        compact: true
        status: root.status
    }
    BodyText {
        id: words
        x: mark.x + mark.width + 10
        width: root.width - x - close.width - 20
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.surface
    }
    IconButton {
        id: close
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        ink: Theme.surface
        text: qsTr("Dismiss")
        onClicked: root.dismiss()
    }
    Timer {
        id: away
        interval: 8000
        onTriggered: root.dismiss()
    }
}
