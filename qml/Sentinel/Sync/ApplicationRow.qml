// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// One Application: its name, how it stands and whether it is what Git says. Read as one sentence.
T.AbstractButton {
    id: root

    required property string title
    required property string ns
    required property string cluster
    required property string sync
    required property int syncTone
    required property string health
    required property int healthTone
    required property string revision
    property bool selected: false

    implicitHeight: Math.max(Theme.rowHeightTall, words.implicitHeight + 14)
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 in %2 of %3: %4, %5").arg(root.title).arg(root.ns).arg(root.cluster).arg(root.health).arg(root.sync)
    Accessible.selected: root.selected

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    contentItem: Item {
        Column {
            id: words
            x: Theme.spaceM
            width: parent.width - 2 * Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3
            Label {
                width: parent.width
                text: root.title
                font.weight: Font.DemiBold
                elide: Text.ElideMiddle
                mayElide: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: qsTr("%1 · %2", "cluster, namespace").arg(root.cluster).arg(root.ns)
                font.pixelSize: Theme.sizeSmall
                color: Theme.textSecond
                elide: Text.ElideMiddle
                mayElide: true
                Accessible.ignored: true
            }
            Row {
                spacing: Theme.spaceM
                StatusMark {
                    status: root.healthTone
                    text: root.health === "" ? qsTr("no health yet") : root.health
                    pixelSize: Theme.sizeSmall
                    Accessible.ignored: true
                }
                StatusMark {
                    status: root.syncTone
                    text: root.sync
                    pixelSize: Theme.sizeSmall
                    Accessible.ignored: true
                }
                Caption {
                    text: root.revision
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
