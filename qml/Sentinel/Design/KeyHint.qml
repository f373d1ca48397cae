// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A key combination as it is printed on keys.
Row {
    id: root

    property string keys

    spacing: 4
    Accessible.role: Accessible.StaticText
    Accessible.name: root.keys

    Repeater {
        model: root.keys === "" ? [] : root.keys.split(/\+(?=.)/)
        Rectangle {
            id: key
            required property string modelData
            implicitWidth: Math.max(22, name.implicitWidth + 10)
            implicitHeight: name.implicitHeight + 6
            radius: 4
            color: Theme.sunken
            border.width: 1
            border.color: Theme.lineStrong
            Caption {
                id: name
                anchors.centerIn: parent
                text: key.modelData
                color: Theme.text
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }
    }
}
