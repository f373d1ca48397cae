// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What the sizing warns of, with the one answer that would mend it.
Rectangle {
    id: root

    required property string id
    required property int status
    required property string title
    required property string text
    required property string action
    required property string key

    signal taken(string banner)
    signal jumped(string key)

    implicitHeight: words.implicitHeight + 20
    radius: Theme.radius
    color: Theme.softTones[root.status]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title

    StatusMark {
        x: 12
        y: 12
        compact: true
        status: root.status
        Accessible.ignored: true
    }
    Column {
        id: words
        x: 34
        y: 10
        width: parent.width - 46
        spacing: 2
        BodyText {
            width: parent.width
            text: root.title
            font.pixelSize: Theme.sizeSmall + 1
            font.weight: Font.DemiBold
            color: Theme.tones[root.status]
        }
        Caption {
            width: parent.width
            text: root.text
        }
        LinkButton {
            visible: root.action !== ""
            width: Math.min(implicitWidth, parent.width)
            pixelSize: Theme.sizeSmall
            ink: Theme.tones[root.status]
            text: root.action
            Accessible.description: root.text
            onClicked: root.taken(root.id)
        }
    }
}
