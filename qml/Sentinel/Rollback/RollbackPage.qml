// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What can be rolled back on this cluster, the unhealthy first, and the versions of the one chosen. The sheet is the shell's.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    /// Opens the sheet at once: "NAMESPACE/NAME".
    property string subject
    readonly property string language: Qt.uiLanguage
    readonly property int side: Theme.spaceXl

    breadcrumb: back.subject === "" ? [] : [back.subject]
    busy: subjects.looking || back.loading
    settled: tour.settled
    stays: true
    tourStops: tour.stops
    commands: list.all
    onLanguageChanged: {
        subjects.retranslate();
        back.retranslate();
    }
    onVisibleChanged: if (page.visible) page.refresh()
    onSubjectChanged: {
        const wanted = page.subject;
        page.subject = "";
        if (wanted !== "") {
            back.subject = wanted;
            page.rollBack(wanted);
        }
    }

    function showStop(name: string) {
        tour.show(name);
    }
    function refresh() {
        subjects.refresh();
        back.refresh();
    }
    function rollBack(id: string) {
        page.openSheet("rollback", {subject: id});
    }

    SubjectsController {
        id: subjects
        place: page.cluster
    }
    RollbackController {
        id: back
        place: page.cluster
    }
    RollbackTour {
        id: tour
        subjects: subjects
        back: back
        onSheetAsked: stop => page.openSheet("rollback", {subject: back.subject, stop: stop})
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
                blockedReason: back.subject === "" ? qsTr("Choose what to roll back first.") : back.emptyTitle
                onTriggered: page.rollBack(back.subject)
            },
            Command {
                commandId: "rollback.refresh"
                text: qsTr("Read what can be rolled back again")
                group: qsTr("Rollback")
                iconName: "refresh"
                shortcut: "F5"
                onTriggered: page.refresh()
            }
        ]
    }
    PageHeader {
        id: header
        x: page.side
        y: page.side
        width: parent.width - 2 * page.side
        title: subjects.headline
        subtitle: qsTr("Back to an older version, once it is known to be safe.")
    }
    Column {
        id: troubles
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        x: page.side
        width: parent.width - 2 * page.side
        spacing: Theme.spaceM
        Banner {
            width: parent.width
            visible: subjects.trouble.present
            status: Status.Error
            title: subjects.trouble.title
            text: subjects.trouble.text
            actions: [
                SecondaryButton {
                    text: qsTr("Try again")
                    onClicked: subjects.refresh()
                }
            ]
        }
        Banner {
            width: parent.width
            visible: subjects.unread !== ""
            status: Status.Warning
            text: subjects.unread
        }
    }
    Item {
        anchors.top: troubles.bottom
        anchors.topMargin: troubles.height > 0 ? Theme.spaceM : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        x: page.side
        width: parent.width - 2 * page.side
        SubjectList {
            width: parent.width - near.width - Theme.spaceM
            height: parent.height
            subjects: subjects
            current: back.subject
            onChosen: id => back.subject = id
            onOpened: id => page.rollBack(id)
            onExampleAsked: page.openPage("deploy", {wish: "example"})
        }
        SubjectNear {
            id: near
            anchors.right: parent.right
            width: Math.max(400, Math.min(parent.width * 0.5, 900))
            height: parent.height
            back: back
            onRollBackAsked: page.rollBack(back.subject)
        }
    }
}
