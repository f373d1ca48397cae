// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Who reaches whom, in one environment: a matrix that can be narrowed, and the way looked at in words.
Item {
    id: root

    required property PlanController wizard
    required property FindingsController findings
    required property ReachController reach
    /// Where the matrix leaves room, its words stand beside it.
    readonly property bool beside: root.findings.present && root.width > grid.leastWidth + Math.round(248 * Theme.textScale)
    readonly property real wordsWidth: Math.min(Math.round(300 * Theme.textScale), root.width - grid.leastWidth - Theme.spaceM)

    Item {
        id: tools
        width: parent.width
        height: visible ? Theme.controlHeight : 0
        visible: root.findings.present
        SearchField {
            id: search
            width: Math.min(260, parent.width * 0.35)
            anchors.verticalCenter: parent.verticalCenter
            placeholder: qsTr("Filter by name")
            accessibleName: qsTr("Filter by name")
            text: root.reach.filter
            next: grid
            onEdited: text => root.reach.filter = text
        }
        Chip {
            id: only
            anchors.left: search.right
            anchors.leftMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            visible: root.reach.differences > 0
            interactive: true
            selected: root.reach.differencesOnly
            text: qsTr("Not as wanted (%1)").arg(root.reach.differences)
            onClicked: root.reach.differencesOnly = !root.reach.differencesOnly
        }
        CheckState {
            id: state
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            findings: root.findings
        }
    }
    Card {
        id: card
        anchors.top: tools.bottom
        anchors.topMargin: tools.visible ? Theme.spaceM : 0
        anchors.bottom: root.beside ? parent.bottom : way.top
        anchors.bottomMargin: root.beside ? 0 : Theme.spaceS
        width: root.beside ? Math.min(parent.width - root.wordsWidth - Theme.spaceM, grid.mostWidth) : parent.width
        padding: 8
        accessibleName: qsTr("Who reaches whom")

        Item {
            width: parent.width
            height: parent.height
            ReachGrid {
                id: grid
                anchors.fill: parent
                visible: root.reach.sources.count > 0
                reach: root.reach
            }
            FindingsEmpty {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spaceXl
                visible: !root.findings.present
                findings: root.findings
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spaceXl
                visible: root.findings.present && root.reach.sources.count === 0
                iconName: "filter"
                title: qsTr("No name fits the filter")
                actionText: qsTr("Show all")
                onActed: root.reach.filter = ""
            }
        }
    }
    ReachWay {
        id: way
        anchors.bottom: parent.bottom
        x: root.beside ? card.width + Theme.spaceM : 0
        width: parent.width - x
        height: !visible ? 0 : root.beside ? card.height : Math.max(46, implicitHeight)
        visible: root.findings.present && root.reach.sources.count > 0
        beside: root.beside
        wizard: root.wizard
        way: root.reach.way
    }
}
