// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What was done, newest first; one operation from near on the right; below, whether the record itself can be trusted.
Page {
    id: page

    /// {stateFolder, …}, bound by the shell.
    property var cluster: ({})
    readonly property string language: Qt.uiLanguage

    onLanguageChanged: activity.refresh()
    onVisibleChanged: if (page.visible) activity.refresh()
    commands: [
        Command {
            commandId: "activity.refresh"
            text: qsTr("Read the journal again")
            group: qsTr("Activity")
            iconName: "refresh"
            shortcut: "F5"
            onTriggered: activity.refresh()
        },
        Command {
            commandId: "activity.rollback"
            text: qsTr("Roll back…")
            group: qsTr("Activity")
            iconName: "undo"
            shortcut: "Ctrl+B"
            blockedReason: activity.rollBackReason
            onTriggered: page.rollBack()
        }
    ]

    function rollBack() {
        page.openSheet("rollback", activity.rollBack);
    }

    ActivityController {
        id: activity
        folder: page.cluster.stateFolder ?? ""
        rehearsalSince: page.cluster.rehearsalSince ?? new Date(NaN)
    }
    PageHeader {
        id: header
        x: Theme.spaceXl
        y: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        title: activity.headline
        subtitle: qsTr("Everything this machine did to a cluster is written down before it happens, and cannot be changed unseen.")
    }
    Banner {
        id: banner
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        height: visible ? implicitHeight : 0
        visible: activity.trouble.present
        status: Status.Error
        title: activity.trouble.title
        text: activity.trouble.text
    }
    Item {
        anchors.top: banner.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: chain.top
        anchors.bottomMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        Card {
            id: operations
            width: parent.width - near.width - Theme.spaceM
            height: parent.height
            padding: 0
            accessibleName: qsTr("Operations")
            ListView {
                id: list
                x: 1
                y: 1
                width: parent.width - 2
                height: operations.height - 2
                clip: true
                model: activity.operations
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Operations")
                delegate: OperationRow {
                    width: list.width
                    selected: id === activity.selected
                    onClicked: activity.selected = id
                }
                EmptyState {
                    y: Math.max(40, (list.height - height) / 2 - 40)
                    width: list.width
                    visible: list.count === 0
                    iconName: "clock"
                    title: qsTr("Nothing here yet")
                    text: qsTr("Deploy an example onto the rehearsal cluster: it is the shortest way to a first entry.")
                    actionText: qsTr("Deploy an example")
                    onActed: page.openPage("deploy", {wish: "example"})
                }
            }
        }
        ActivityDetail {
            id: near
            anchors.right: parent.right
            width: Math.max(340, Math.min(parent.width * 0.42, 760))
            height: parent.height
            activity: activity
            onResumed: page.openPage("deploy", {})
            onRollBackAsked: page.rollBack()
        }
    }
    Banner {
        id: chain
        x: Theme.spaceXl
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width - 2 * Theme.spaceXl
        visible: text !== ""
        status: activity.chainTone
        text: activity.chainText
    }
}
