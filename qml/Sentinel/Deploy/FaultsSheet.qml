// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What can go wrong, to be tried here before it happens there. One press begins a fault, one mends it.
Sheet {
    id: root

    required property ScenarioController scenarios

    title: qsTr("Break something")
    subtitle: qsTr("Only the rehearsal cluster is hurt. Watch what waits, read why, then mend it.")
    cancelText: qsTr("Close")
    sheetWidth: 560
    onAboutToShow: root.scenarios.refresh()

    Banner {
        width: parent ? parent.width : 0
        visible: root.scenarios.trouble.present
        status: Status.Error
        title: root.scenarios.trouble.title
        text: root.scenarios.trouble.text
    }
    Repeater {
        model: root.scenarios.scenarios
        Item {
            id: row
            required property string id
            required property string title
            required property string explanation
            required property bool active
            width: parent ? parent.width : 0
            implicitHeight: Math.max(words.implicitHeight, action.height) + 12
            Column {
                id: words
                width: parent.width - action.width - 16
                spacing: 3
                Row {
                    spacing: 8
                    BodyText {
                        width: Math.min(implicitWidth, words.width - (mark.visible ? mark.width + 8 : 0))
                        text: row.title
                        font.weight: Font.DemiBold
                    }
                    StatusMark {
                        id: mark
                        anchors.verticalCenter: parent.verticalCenter
                        visible: row.active
                        status: Status.Warning
                        text: qsTr("broken now")
                        pixelSize: Theme.sizeSmall
                    }
                }
                Caption {
                    width: parent.width
                    text: row.explanation
                }
            }
            SecondaryButton {
                id: action
                anchors.right: parent.right
                text: row.active ? qsTr("Mend") : qsTr("Break")
                accessibleName: row.active ? qsTr("Mend: %1").arg(row.title) : qsTr("Break: %1").arg(row.title)
                onClicked: row.active ? root.scenarios.mend(row.id) : root.scenarios.begin(row.id)
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
    BodyText {
        width: parent ? parent.width : 0
        visible: root.scenarios.scenarios.count === 0 && !root.scenarios.busy && !root.scenarios.trouble.present
        text: qsTr("This cluster offers nothing to break.")
        color: Theme.textSecond
    }
}
