// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// The steps of a wizard: `steps: [{id, title, state, errors, reason}]` with state done, current, open or blocked.
Column {
    id: root

    property var steps: []
    property string current

    signal chosen(string id)

    spacing: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps")

    function move(index: int, by: int) {
        buttons.itemAt(Math.max(0, Math.min(root.steps.length - 1, index + by)))?.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: buttons
        model: root.steps
        delegate: T.AbstractButton {
            id: step
            required property var modelData
            required property int index
            readonly property bool isCurrent: step.modelData.id === root.current
            readonly property bool blocked: step.modelData.state === "blocked"
            readonly property bool failed: (step.modelData.errors ?? 0) > 0
            readonly property bool done: step.modelData.state === "done" && !step.failed
            readonly property string stateWord: step.failed ? qsTr("%n problem(s)", "", step.modelData.errors) : step.isCurrent ? qsTr("current step") : step.done ? qsTr("done") : step.blocked ? step.modelData.reason : ""

            width: root.width
            implicitWidth: 180
            implicitHeight: Math.max(40, words.implicitHeight + 16)
            hoverEnabled: true
            activeFocusOnTab: true
            text: step.modelData.title
            onClicked: if (!step.blocked) root.chosen(step.modelData.id)
            Keys.onReturnPressed: step.click()
            Keys.onUpPressed: root.move(step.index, -1)
            Keys.onDownPressed: root.move(step.index, 1)
            Accessible.role: Accessible.ListItem
            Accessible.name: step.stateWord === "" ? step.text : qsTr("%1, %2").arg(step.text).arg(step.stateWord)
            Accessible.selected: step.isCurrent

            background: Rectangle {
                radius: Theme.radius
                color: step.hovered && !step.blocked ? Theme.hover : "transparent"
                FocusRing {
                    anchors.margins: -1
                    shown: step.visualFocus
                }
            }
            contentItem: Item {
                Rectangle {
                    visible: step.index + 1 < root.steps.length
                    x: 18
                    y: parent.height / 2 + 13
                    width: 1
                    height: step.height - 26
                    color: Theme.line
                }
                Rectangle {
                    id: disc
                    x: 6
                    anchors.verticalCenter: parent.verticalCenter
                    width: 25
                    height: 25
                    radius: 13
                    color: step.failed ? Theme.errorSoft : step.isCurrent ? Theme.accent : step.done ? Theme.okSoft : Theme.surface
                    border.color: step.failed ? Theme.error : step.isCurrent ? Theme.accent : step.done ? Theme.ok : Theme.lineControl
                    Icon {
                        anchors.centerIn: parent
                        visible: step.done && !step.isCurrent
                        name: "check"
                        color: Theme.ok
                        size: 13
                    }
                    SafeText {
                        anchors.centerIn: parent
                        visible: !step.done || step.isCurrent
                        text: step.failed && !step.isCurrent ? "!" : step.index + 1
                        font.pixelSize: Theme.sizeSmall
                        font.weight: Font.DemiBold
                        color: step.isCurrent && !step.failed ? Theme.textOnAccent : step.failed ? Theme.error : Theme.textSecond
                        Accessible.ignored: true
                    }
                }
                BodyText {
                    id: words
                    x: disc.x + disc.width + 11
                    width: parent.width - x - 4
                    anchors.verticalCenter: parent.verticalCenter
                    text: step.text
                    color: step.blocked ? Theme.textDisabled : step.isCurrent || step.done ? Theme.text : Theme.textSecond
                    font.weight: step.isCurrent ? Font.DemiBold : Font.Medium
                    Accessible.ignored: true
                }
            }
            Tip {
                text: step.blocked ? step.modelData.reason : ""
                shown: step.hovered || step.visualFocus
            }
        }
    }
}
