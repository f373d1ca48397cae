// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Kinds, the table, and beside it the object chosen.
Item {
    id: root

    required property WorkloadsLink link
    required property KindsController kinds
    required property TableController table
    required property InspectController inspect
    required property LogController log
    required property ActionsController actions
    readonly property int side: Theme.spaceXl
    signal exampleAsked

    readonly property bool near: root.inspect.present

    function focusFilter() {
        bar.focusFilter();
    }

    PageHeader {
        id: header
        x: root.side
        y: root.side
        width: parent.width - 2 * root.side
        title: root.table.headline !== "" ? root.table.headline : qsTr("Workloads")
        subtitle: root.link.ready ? root.table.subtitle : root.link.blockedReason
        actions: [
            FreshBadge {
                visible: root.link.ready
                table: root.table
            }
        ]
    }
    Column {
        id: banners
        anchors.top: header.bottom
        anchors.topMargin: visible ? Theme.spaceM : 0
        x: root.side
        width: parent.width - 2 * root.side
        spacing: Theme.spaceM
        visible: trouble.visible || refused.visible
        height: visible ? implicitHeight : 0
        Banner {
            id: trouble
            width: parent.width
            visible: root.link.trouble.present
            status: Status.Error
            title: root.link.trouble.title
            text: root.link.trouble.text
            actions: [
                SecondaryButton {
                    text: qsTr("Try again")
                    onClicked: root.link.reconnect()
                }
            ]
        }
        Banner {
            id: refused
            width: parent.width
            visible: root.table.trouble.present
            status: Status.Error
            title: root.table.trouble.title
            text: root.table.trouble.text
            actions: [
                SecondaryButton {
                    text: qsTr("Try again")
                    onClicked: root.table.retry()
                }
            ]
        }
    }
    Item {
        id: middle
        anchors.top: banners.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: command.top
        anchors.bottomMargin: Theme.spaceM
        x: root.side
        width: parent.width - 2 * root.side
        KindList {
            id: left
            width: Math.round(Math.max(176, Math.min(230, parent.width * 0.17)))
            height: parent.height
            kinds: root.kinds
        }
        Card {
            id: frame
            anchors.left: left.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: parent.right
            anchors.rightMargin: root.near ? inspector.width + Theme.spaceM : 0
            height: parent.height
            padding: 0
            spacing: 0
            accessibleName: root.kinds.title
            Item {
                width: parent.width
                height: frame.height
                FilterBar {
                    id: bar
                    width: parent.width
                    table: root.table
                    next: rows
                }
                ObjectTableView {
                    id: rows
                    anchors.top: bar.bottom
                    anchors.bottom: parent.bottom
                    width: parent.width
                    table: root.table
                    link: root.link
                    onExampleAsked: root.exampleAsked()
                }
            }
        }
        Loader {
            id: inspector
            anchors.right: parent.right
            width: Math.round(Math.max(360, Math.min(parent.width * 0.4, 900)))
            height: parent.height
            active: root.near
            sourceComponent: Inspector {
                inspect: root.inspect
                log: root.log
                actions: root.actions
                onClosed: {
                    root.table.chooseNone();
                    rows.forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }
    CommandLine {
        id: command
        x: root.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width - 2 * root.side
        height: visible ? implicitHeight : 0
        visible: text !== ""
        text: !root.near ? root.table.command : root.inspect.tab === "logs" && root.log.command !== "" ? root.log.command : root.inspect.command
    }
}
