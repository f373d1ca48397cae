// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What the cluster said about the object, newest first, as it comes.
Item {
    id: root

    required property InspectController inspect

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        activeFocusOnTab: true
        model: root.inspect.events
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Events")
        delegate: Item {
            id: row
            required property int tone
            required property string reason
            required property string message
            required property string age
            width: list.width
            implicitHeight: words.implicitHeight + 18
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2: %3").arg(row.age).arg(row.reason).arg(row.message)
            Column {
                id: words
                x: Theme.spaceL
                y: 9
                width: parent.width - 2 * Theme.spaceL
                spacing: 2
                Item {
                    width: parent.width
                    implicitHeight: title.implicitHeight
                    StatusMark {
                        id: mark
                        anchors.verticalCenter: parent.verticalCenter
                        visible: row.tone === Status.Warning
                        compact: true
                        status: row.tone
                        text: qsTr("Warning")
                        pixelSize: Theme.sizeSmall
                        Accessible.ignored: true
                    }
                    Label {
                        id: title
                        x: mark.visible ? mark.width + 6 : 0
                        width: parent.width - x - when.width - 8
                        text: row.reason
                        font.weight: Font.DemiBold
                        color: row.tone === Status.Warning ? Theme.warning : Theme.text
                        mayElide: true
                        Accessible.ignored: true
                    }
                    Caption {
                        id: when
                        anchors.right: parent.right
                        text: row.age
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
                Caption {
                    width: parent.width
                    text: row.message
                    Accessible.ignored: true
                }
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
    BodyText {
        x: Theme.spaceL
        y: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        visible: list.count === 0 && !root.inspect.busy
        text: root.inspect.eventsProblem !== "" ? root.inspect.eventsProblem : qsTr("The cluster has said nothing about it in the last hour.")
        color: root.inspect.eventsProblem !== "" ? Theme.warning : Theme.textSecond
    }
}
