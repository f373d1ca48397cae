// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What the shapes of the matrix mean.
Column {
    id: root

    readonly property var entries: [
        {
            "reach": ReachTable.Open,
            "different": false,
            "word": qsTr("open")
        },
        {
            "reach": ReachTable.Perhaps,
            "different": false,
            "word": qsTr("perhaps open")
        },
        {
            "reach": ReachTable.Closed,
            "different": false,
            "word": qsTr("closed")
        },
        {
            "reach": ReachTable.Closed,
            "different": true,
            "word": qsTr("not as wanted")
        }
    ]

    spacing: 2
    Repeater {
        model: root.entries
        Row {
            id: entry
            required property var modelData
            spacing: 6
            ReachMark {
                anchors.verticalCenter: parent.verticalCenter
                width: 16
                height: 16
                reach: entry.modelData.reach
                different: entry.modelData.different
            }
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: entry.modelData.word
                wrapMode: Text.NoWrap
            }
        }
    }
}
