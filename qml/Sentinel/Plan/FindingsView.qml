// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What a check finds in what the bundle would install, worst first; groups can be hidden, accepted findings unfolded.
Item {
    id: root

    required property PlanController wizard
    required property ReviewController review
    required property FindingsController findings

    Item {
        id: tools
        width: parent.width
        height: visible ? Math.max(chips.height, state.implicitHeight) : 0
        visible: root.findings.present
        Flow {
            id: chips
            width: parent.width - state.implicitWidth - Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceS
            Repeater {
                model: root.findings.groups
                Chip {
                    required property string id
                    required property string title
                    required property bool shown
                    text: title
                    interactive: true
                    selected: shown
                    onClicked: root.findings.toggle(id)
                }
            }
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
        anchors.bottom: parent.bottom
        width: parent.width
        padding: 0
        accessibleName: qsTr("Findings")

        Item {
            width: parent.width
            height: parent.height
            ListView {
                id: list
                anchors.fill: parent
                anchors.margins: 1
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.findings.rows
                T.ScrollBar.vertical: ScrollBar {}
                section.property: "group"
                section.delegate: Heading {
                    required property string section
                    width: list.width
                    topPadding: Theme.spaceL
                    leftPadding: Theme.spaceL
                    bottomPadding: Theme.spaceXs
                    text: section
                }
                delegate: CheckedRow {
                    width: list.width
                    onJumped: key => root.wizard.jump(key)
                    onOpened: (file, line) => root.review.open(file, line)
                }
            }
            FindingsEmpty {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spaceXl
                visible: root.findings.rows.count === 0
                findings: root.findings
            }
        }
    }
}
