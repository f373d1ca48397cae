// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One step on the way to a certificate, deeper ones further in.
Item {
    id: root

    required property string title
    required property string sentence
    required property int tone
    required property int depth

    implicitHeight: words.implicitHeight + 6
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 %2").arg(root.title).arg(root.sentence)

    StatusMark {
        id: mark
        x: Math.min(root.depth, 4) * 14
        y: 3
        compact: true
        status: root.tone
        Accessible.ignored: true
    }
    Column {
        id: words
        x: mark.x + mark.width + 9
        width: parent.width - x
        BodyText {
            width: parent.width
            text: root.title
            Accessible.ignored: true
        }
        Caption {
            width: parent.width
            text: root.sentence
            Accessible.ignored: true
        }
    }
}
