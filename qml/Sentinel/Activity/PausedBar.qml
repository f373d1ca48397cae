// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Above every page while auto-sync is paused somewhere: what and where, and the way to turn it on again.
Item {
    id: root

    /// {stateFolder, rehearsalSince, context, …}, bound by the shell.
    property var cluster: ({})
    readonly property string language: Qt.uiLanguage
    readonly property int count: reminders.pauses.count

    /// Those a person wants on again, each {application, cluster, server}.
    signal resumeAsked(var pauses)

    function open() {
        if (root.count > 0) {
            sheet.open();
        }
    }
    function refresh() {
        reminders.refresh();
    }

    implicitHeight: root.count > 0 ? banner.implicitHeight + Theme.spaceM : 0
    visible: root.count > 0
    onLanguageChanged: reminders.refresh()
    onCountChanged: if (root.count === 0) sheet.close()

    Reminders {
        id: reminders
        place: root.cluster
    }
    Banner {
        id: banner
        x: Theme.spaceXl
        y: Theme.spaceM
        width: parent.width - 2 * Theme.spaceXl
        status: Status.Warning
        title: reminders.headline
        text: reminders.sentence
        actions: [
            SecondaryButton {
                text: qsTr("Turn it on again…")
                hint: qsTr("What is paused and where; nothing is changed before you confirm.")
                onClicked: sheet.open()
            }
        ]
    }
    PausedSheet {
        id: sheet
        reminders: reminders
        onResumed: pauses => root.resumeAsked(pauses)
    }
}
