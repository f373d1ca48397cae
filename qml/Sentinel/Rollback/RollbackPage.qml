// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What can be rolled back on this cluster, and the sheet that does it. `subject` opens the sheet at once.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    property alias subject: back.subject
    readonly property string language: Qt.uiLanguage

    breadcrumb: back.subject === "" ? [] : [back.subject]
    busy: back.looking || back.running
    stays: true
    commands: list.all
    onLanguageChanged: back.retranslate()
    onVisibleChanged: if (page.visible) back.refresh()
    onSubjectChanged: if (page.subject !== "") sheet.open()

    RollbackController {
        id: back
        place: page.cluster
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
    }
    RollbackSheet {
        id: sheet
        back: back
    }
    QtObject {
        id: list
        readonly property list<QtObject> all: [
            Command {
                commandId: "rollback.open"
                text: qsTr("Roll back…")
                group: qsTr("Rollback")
                iconName: "undo"
                shortcut: "Ctrl+B"
                blockedReason: back.subject === "" ? qsTr("Choose what to roll back first.") : ""
                onTriggered: sheet.open()
            },
            Command {
                commandId: "rollback.resume"
                text: qsTr("Turn auto-sync on again")
                group: qsTr("Rollback")
                iconName: "refresh"
                blockedReason: back.pausedText === "" ? qsTr("It is not paused.") : ""
                onTriggered: back.resumeAutoSync()
            }
        ]
    }
    ScrollPane {
        anchors.fill: parent
        PageHeader {
            width: parent ? parent.width : 0
            title: qsTr("Rollback")
            subtitle: qsTr("Back to an older version, once it is known to be safe.")
        }
        Banner {
            width: parent ? parent.width : 0
            visible: back.trouble.present
            status: Status.Error
            title: back.trouble.title
            text: back.trouble.text
        }
        Banner {
            width: parent ? parent.width : 0
            visible: back.pausedText !== ""
            status: Status.Warning
            title: qsTr("Auto-sync is paused")
            text: back.pausedText
            actions: [
                SecondaryButton {
                    text: qsTr("Turn it on again")
                    onClicked: back.resumeAutoSync()
                }
            ]
        }
        Banner {
            width: parent ? parent.width : 0
            visible: back.running
            status: Status.Info
            title: back.title
            text: back.runText
            actions: [
                SecondaryButton {
                    text: qsTr("Stop")
                    onClicked: back.cancel()
                }
            ]
        }
        EmptyState {
            width: parent ? parent.width : 0
            visible: rows.count === 0
            iconName: "undo"
            title: qsTr("Nothing here can be rolled back")
            text: qsTr("Applications of Argo CD and releases of Helm on this cluster are listed here.")
        }
        Column {
            width: parent ? parent.width : 0
            Repeater {
                id: rows
                model: back.subjects
                ListRow {
                    id: row
                    required property var model
                    width: parent ? parent.width : 0
                    title: row.model.title
                    detail: row.model.detail
                    status: row.model.tone
                    trailing: row.model.word
                    selected: back.subject === row.model.id
                    onClicked: {
                        back.subject = row.model.id;
                        sheet.open();
                    }
                }
            }
        }
    }
}
