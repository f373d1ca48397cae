// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What is paused, where and since when; one confirm turns it on again.
Sheet {
    id: root

    required property Reminders reminders
    /// Ids of those left out.
    property var without: []
    readonly property var wanted: root.visible && root.reminders.pauses.count > 0 ? root.reminders.resumable().filter(pause => !root.without.includes(pause.id)) : []

    signal resumed(var pauses)

    sheetWidth: 620
    title: qsTr("Turn auto-sync on again?")
    subtitle: qsTr("A rollback paused it, so that Argo CD would not bring the newer version back.")
    acceptText: qsTr("Turn auto-sync on")
    acceptsByKey: true
    acceptBlockedReason: root.wanted.length > 0 ? "" : root.firstReason
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.wanted.length > 0 ? "sentinelctl rollback " + root.wanted[0].application + " --resume-auto-sync" : ""
        }
    ]
    readonly property string firstReason: qsTr("Choose what to turn on again.")

    onAboutToShow: root.without = []
    onAccepted: {
        root.resumed(root.wanted);
        root.close();
    }

    Banner {
        width: parent ? parent.width : 0
        status: Status.Warning
        title: qsTr("Argo CD then brings what Git says now")
        text: qsTr("If Git still says the version you went back from, it comes back. Correct it in Git first, or leave auto-sync paused.")
    }
    Repeater {
        model: root.reminders.pauses
        Column {
            id: row
            required property string id
            required property string title
            required property string detail
            required property string blockedReason
            width: parent ? parent.width : 0
            spacing: 2
            CheckBox {
                width: parent.width
                text: row.title
                checked: row.blockedReason === "" && !root.without.includes(row.id)
                blockedReason: row.blockedReason
                onToggledByUser: checked => root.without = checked ? root.without.filter(id => id !== row.id) : root.without.concat([row.id])
            }
            Caption {
                x: 28
                width: parent.width - x
                text: row.detail
            }
            StatusNote {
                x: 28
                width: parent.width - x
                visible: row.blockedReason !== ""
                status: Status.Info
                text: row.blockedReason
            }
        }
    }
}
