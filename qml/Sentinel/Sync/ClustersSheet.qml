// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Which of the person's clusters the list shows besides the one in use; a tick counts at once.
Sheet {
    id: root

    required property SyncClusters clusters

    title: qsTr("Clusters in this list")
    subtitle: qsTr("Applications of every cluster ticked are listened to at once. Nothing is changed there by ticking it.")
    cancelText: qsTr("Close")

    Banner {
        width: parent ? parent.width : 0
        visible: root.clusters.trouble.present
        status: Status.Error
        title: root.clusters.trouble.title
        text: root.clusters.trouble.text
    }
    Repeater {
        model: root.clusters.known
        delegate: Item {
            id: row
            required property string id
            required property string title
            required property bool ticked
            required property bool inUse
            required property string word
            required property int tone
            required property string sentence
            width: parent ? parent.width : 0
            implicitHeight: Math.max(Theme.rowHeight, tick.height + (why.visible ? why.implicitHeight : 0) + 8)
            CheckBox {
                id: tick
                y: 4
                width: mark.x - Theme.spaceM
                text: row.title
                checked: row.ticked
                blockedReason: row.inUse ? qsTr("It is in use, so it is always shown.") : ""
                onToggledByUser: checked => root.clusters.tick(row.id, checked)
            }
            StatusMark {
                id: mark
                anchors.verticalCenter: tick.verticalCenter
                x: parent.width - width
                visible: row.word !== ""
                status: row.tone
                text: row.inUse ? qsTr("in use") : row.word
            }
            Caption {
                id: why
                anchors.top: tick.bottom
                x: 28
                width: parent.width - x
                visible: row.sentence !== ""
                text: row.sentence
            }
        }
    }
    EmptyState {
        width: parent ? parent.width : 0
        visible: root.clusters.known.count === 0
        iconName: "server"
        title: qsTr("No cluster of yours is known yet")
        text: qsTr("Settings, Clusters adds contexts of a kubeconfig.")
    }
}
