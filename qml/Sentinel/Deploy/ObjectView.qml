// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One object from near: why it waits, root first; its YAML, events and log.
Card {
    id: root

    required property ObjectController object

    signal chosen(string id)

    padding: 0
    spacing: 0
    accessibleName: root.object.title

    Item {
        width: parent.width
        height: root.height
        visible: root.object.present
        Heading {
            id: title
            x: Theme.spaceL
            y: 14
            width: parent.width - 2 * Theme.spaceL
            text: root.object.title
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            mayElide: true
        }
        StatusMark {
            id: state
            anchors.top: title.bottom
            anchors.topMargin: 4
            x: Theme.spaceL
            width: parent.width - 2 * Theme.spaceL
            status: root.object.tone
            text: root.object.word
            pixelSize: Theme.sizeSmall
        }
        TabBar {
            id: tabs
            anchors.top: state.bottom
            anchors.topMargin: 4
            x: Theme.spaceS
            tabs: [{id: "why", label: qsTr("Why")}, {id: "yaml", label: "YAML"}, {id: "events", label: qsTr("Events")}].concat(root.object.hasLogs ? [{id: "logs", label: qsTr("Log")}] : [])
            current: root.object.tab
            onChosen: id => root.object.tab = id
        }
        Divider {
            id: line
            anchors.top: tabs.bottom
            width: parent.width
        }
        Loader {
            anchors.top: line.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            sourceComponent: root.object.trouble.present ? trouble : root.object.tab === "why" ? why : root.object.tab === "events" ? events : code
        }
    }
    Component {
        id: why
        WhyView {
            object: root.object
            onChosen: id => root.chosen(id)
        }
    }
    Component {
        id: events
        EventsView {
            object: root.object
        }
    }
    Component {
        id: code
        Item {
            CodeView {
                id: view
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                lineNumbers: root.object.tab === "yaml"
                accessibleName: root.object.tab === "yaml" ? qsTr("YAML of %1").arg(root.object.title) : qsTr("Log of %1").arg(root.object.title)
                text: root.object.text
            }
            CodeColours {
                document: root.object.tab === "yaml" ? view.document : null
                file: "object.yaml"
                key: Theme.codeKey
                string: Theme.codeString
                number: Theme.codeNumber
                comment: Theme.codeComment
            }
            Spinner {
                anchors.centerIn: parent
                visible: root.object.busy && root.object.text === ""
                running: visible
            }
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
                title: root.object.trouble.title
                text: root.object.trouble.text
            }
        }
    }
    Item {
        width: parent.width
        height: root.height
        visible: !root.object.present
        EmptyState {
            x: Theme.spaceL
            y: Math.max(40, (parent.height - height) / 2 - 40)
            width: parent.width - 2 * Theme.spaceL
            iconName: "info-outline"
            title: qsTr("Why does it wait?")
            text: qsTr("Choose an object: here stands the chain from the root cause to it, and what to do next.")
        }
    }
}
