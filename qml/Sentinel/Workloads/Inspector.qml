// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One object from near: what may be done to it, its YAML, its events, its log.
Card {
    id: root

    required property InspectController inspect
    required property LogController log
    required property ActionsController actions

    signal closed

    padding: 0
    spacing: 0
    accessibleName: root.inspect.title
    Keys.onEscapePressed: root.closed()

    Item {
        width: parent.width
        height: root.height
        Heading {
            id: title
            x: Theme.spaceL
            y: 14
            width: parent.width - 2 * Theme.spaceL - 34
            text: root.inspect.title
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            mayElide: true
        }
        IconButton {
            anchors.right: parent.right
            anchors.rightMargin: 10
            y: 9
            iconName: "close"
            text: qsTr("Close")
            onClicked: root.closed()
        }
        Caption {
            id: place
            anchors.top: title.bottom
            anchors.topMargin: 2
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            text: root.inspect.subtitle
            color: root.inspect.gone ? Theme.warning : Theme.textSecond
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            mayElide: true
        }
        ActionBar {
            id: bar
            anchors.top: place.bottom
            anchors.topMargin: Theme.spaceS
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            actions: root.actions
        }
        TabBar {
            id: tabs
            anchors.top: bar.bottom
            anchors.topMargin: 6
            x: Theme.spaceS
            Accessible.name: qsTr("Views of the object")
            tabs: [{id: "yaml", label: "YAML"}, {id: "events", label: qsTr("Events")}].concat(root.inspect.hasLogs ? [{id: "logs", label: qsTr("Log")}] : [])
            current: root.inspect.tab
            onChosen: id => root.inspect.tab = id
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
            sourceComponent: root.inspect.trouble.present && root.inspect.tab === "yaml" ? trouble : root.inspect.tab === "events" ? events : root.inspect.tab === "logs" ? logs : yaml
        }
    }
    Component {
        id: yaml
        YamlView {
            inspect: root.inspect
        }
    }
    Component {
        id: events
        EventList {
            inspect: root.inspect
        }
    }
    Component {
        id: logs
        LogView {
            log: root.log
        }
    }
    Component {
        id: trouble
        Item {
            Banner {
                x: Theme.spaceL
                y: Theme.spaceL
                width: parent.width - 2 * Theme.spaceL
                status: Status.Warning
                title: root.inspect.trouble.title
                text: root.inspect.trouble.text
            }
        }
    }
}
