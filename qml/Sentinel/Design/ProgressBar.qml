// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ProgressBar {
    id: root

    property int status: Status.Info
    property string accessibleName

    implicitWidth: 200
    implicitHeight: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.accessibleName

    background: Rectangle {
        radius: 4
        color: Theme.sunken
        border.color: Theme.line
    }
    contentItem: Item {
        Rectangle {
            height: parent.height
            width: root.indeterminate ? parent.width / 3 : root.visualPosition * parent.width
            x: root.indeterminate ? (parent.width - width) / 2 : 0
            radius: 4
            color: Theme.tones[root.status]
        }
    }
}
