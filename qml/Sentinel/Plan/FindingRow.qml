// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One finding: how bad, what, what to do, and the way to the answer it is about.
Item {
    id: root

    required property int status
    required property string sentence
    required property string remedy
    required property string key
    required property string label

    signal jumped(string key)

    implicitHeight: words.implicitHeight

    StatusMark {
        id: mark
        y: 2
        compact: true
        status: root.status
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: parent.right
        spacing: 2
        BodyText {
            width: parent.width
            text: root.sentence
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.remedy
        }
        LinkButton {
            visible: root.label !== ""
            width: Math.min(implicitWidth, parent.width)
            pixelSize: Theme.sizeSmall
            text: root.label
            Accessible.description: root.sentence
            onClicked: root.jumped(root.key)
        }
    }
}
