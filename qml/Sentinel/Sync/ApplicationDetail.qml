// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One Application from near: its state, what may be done, and its views.
Card {
    id: root

    required property AppController app
    readonly property var state: root.app.state
    signal syncAsked
    signal rollBackAsked

    padding: 0
    spacing: 0
    accessibleName: root.app.present ? root.state.title : qsTr("No Application is chosen")

    EmptyState {
        x: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        topPadding: Math.max(40, root.height / 2 - 120)
        visible: !root.app.present
        iconName: "info-outline"
        title: root.app.gone ? qsTr("It does not exist any more") : qsTr("Choose an Application")
        text: qsTr("What it brings and how that stands, what its operation does, what was deployed before, and what a sync would change.")
    }
    Item {
        width: parent.width
        height: root.height
        visible: root.app.present
        Column {
            id: head
            x: Theme.spaceL
            y: Theme.spaceM
            width: parent.width - 2 * Theme.spaceL
            spacing: Theme.spaceS
            Heading {
                width: parent.width
                text: root.state.title ?? ""
            }
            Caption {
                width: parent.width
                text: root.app.present ? qsTr("%1 · %2").arg(root.state.place).arg(root.state.source) : ""
            }
            Flow {
                width: parent.width
                spacing: Theme.spaceL
                StatusMark {
                    status: root.state.healthTone ?? Status.Unknown
                    text: root.state.health ?? ""
                }
                StatusMark {
                    status: root.state.syncTone ?? Status.Unknown
                    text: root.app.present ? qsTr("%1 %2").arg(root.state.sync).arg(root.state.revision) : ""
                }
                StatusMark {
                    visible: (root.state.operation ?? "") !== ""
                    status: root.state.operationTone ?? Status.Unknown
                    text: qsTr("last operation: %1").arg(root.state.operation ?? "")
                }
                Label {
                    text: qsTr("auto-sync: %1").arg(root.state.autoSyncWord ?? "")
                    color: root.state.paused ?? false ? Theme.warning : Theme.textSecond
                }
            }
            BodyText {
                width: parent.width
                visible: text !== ""
                text: root.app.busyWith !== "" || (root.state.busy ?? false) ? root.state.message ?? "" : ""
                color: Theme.textSecond
            }
            Repeater {
                model: root.app.conditions
                Banner {
                    id: condition
                    required property var model // one role has the name of the banner's own property
                    width: head.width
                    status: condition.model.tone
                    title: condition.model.title
                    text: condition.model.sentence
                }
            }
            SyncActions {
                width: parent.width
                app: root.app
                onSyncAsked: root.syncAsked()
                onRollBackAsked: root.rollBackAsked()
            }
        }
        TabBar {
            id: tabs
            anchors.top: head.bottom
            anchors.topMargin: Theme.spaceS
            x: Theme.spaceS
            Accessible.name: qsTr("Views of the Application")
            tabs: [{id: "resources", label: qsTr("Resources")}, {id: "timeline", label: qsTr("Timeline")}, {id: "history", label: qsTr("History")}, {id: "differences", label: qsTr("Differences")}, {id: "windows", label: qsTr("Windows")}]
            current: root.app.tab
            onChosen: id => root.app.tab = id
        }
        Divider {
            id: line
            anchors.top: tabs.bottom
            width: parent.width
        }
        Loader {
            anchors.top: line.bottom
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            width: parent.width
            sourceComponent: root.app.tab === "resources" ? resources : root.app.tab === "history" ? history : rows
        }
    }
    Component {
        id: resources
        ResourceList {
            app: root.app
        }
    }
    Component {
        id: history
        HistoryList {
            app: root.app
            onRollBackAsked: root.rollBackAsked()
        }
    }
    Component {
        id: rows
        RowList {
            app: root.app
        }
    }
}
