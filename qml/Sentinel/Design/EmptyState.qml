// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Where there is nothing: one sentence why, one thing to do, one place to read more.
Column {
    id: root

    property string iconName: "empty"
    property string title
    property string text
    property string actionText
    property string helpText

    signal acted
    signal helpRequested

    spacing: 10
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: root.iconName
        color: Theme.textDisabled
        size: Theme.iconSize * 2.5
    }
    Heading {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.title
    }
    BodyText {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 460)
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: root.text
        color: Theme.textSecond
    }
    PrimaryButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.actionText !== ""
        text: root.actionText
        onClicked: root.acted()
    }
    LinkButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.helpText !== ""
        text: root.helpText
        onClicked: root.helpRequested()
    }
}
