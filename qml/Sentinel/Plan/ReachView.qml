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
            checkable: true
            interactive: true
            selected: root.reach.differencesOnly
            text: qsTr("Only what is not as wanted (%1)").arg(root.reach.differences)
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
        anchors.top: tools.bottom
        anchors.topMargin: tools.visible ? Theme.spaceM : 0
        anchors.bottom: way.top
        anchors.bottomMargin: Theme.spaceS
        width: parent.width
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
                title: qsTr("Nobody is called so")
                actionText: qsTr("Show all")
                onActed: root.reach.filter = ""
            }
        }
    }
    ReachWay {
        id: way
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.findings.present
        height: visible ? implicitHeight : 0
        wizard: root.wizard
        way: root.reach.way
    }
}
