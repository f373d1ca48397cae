// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A wrapped sentence with its shape, below a field or in a list.
Item {
    id: root

    property int status: Status.Info
    property string text
    property int pixelSize: Theme.sizeSmall

    implicitWidth: mark.width + 6 + words.implicitWidth
    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    StatusMark {
        id: mark
        y: Math.max(0, Math.round((words.implicitHeight / Math.max(1, words.lineCount) - height) / 2))
        compact: true
        status: root.status
        pixelSize: root.pixelSize
        Accessible.ignored: true
    }
    Caption {
        id: words
        x: mark.width + 6
        width: root.width - x
        text: root.text
        font.pixelSize: root.pixelSize
        color: Theme.tones[root.status]
        Accessible.ignored: true
    }
}
