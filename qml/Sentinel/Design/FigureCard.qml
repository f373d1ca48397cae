// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// One number with its unit and what it is measured against.
Card {
    id: root

    property string label
    property string figure
    property string unit
    property string detail
    property int status: Status.Neutral

    implicitWidth: 180
    padding: 15
    spacing: 2
    accessibleName: qsTr("%1: %2 %3").arg(root.label).arg(root.figure).arg(root.unit)
    Accessible.description: root.detail

    Item {
        width: parent.width
        implicitHeight: name.implicitHeight
        Label {
            id: name
            width: parent.width - (mark.active ? mark.width + 6 : 0)
            text: root.label
            color: Theme.textSecond
            font.pixelSize: Math.round(Theme.sizeBase * 13 / 14)
            Accessible.ignored: true
        }
        Loader {
            id: mark
            anchors.right: parent.right
            active: root.status !== Status.Neutral
            sourceComponent: StatusMark {
                compact: true
                status: root.status
                Accessible.ignored: true
            }
        }
    }
    Figure {
        width: parent.width
        text: root.unit === "" ? root.figure : root.figure + " " + root.unit
        Accessible.ignored: true
    }
    Caption {
        width: parent.width
        visible: text !== ""
        text: root.detail
        Accessible.ignored: true
    }
}
