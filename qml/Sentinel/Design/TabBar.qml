// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Views of one thing. Arrows move between them, as screen readers expect.
Row {
    id: root

    property var tabs: []
    property string current

    signal chosen(string id)

    spacing: 4
    Accessible.role: Accessible.PageTabList

    function step(by: int) {
        const at = root.tabs.findIndex(tab => tab.id === root.current);
        const to = (at + by + root.tabs.length) % root.tabs.length;
        buttons.itemAt(to)?.forceActiveFocus(Qt.TabFocusReason); // first: what has the focus cannot leave the Tab chain
        root.chosen(root.tabs[to].id);
    }

    Repeater {
        id: buttons
        model: root.tabs
        delegate: T.AbstractButton {
            id: tab
            required property var modelData
            readonly property bool isCurrent: tab.modelData.id === root.current
            implicitHeight: Theme.controlHeight
            implicitWidth: words.implicitWidth + 24
            hoverEnabled: true
            text: tab.modelData.count === undefined ? tab.modelData.label : qsTr("%1 (%2)").arg(tab.modelData.label).arg(tab.modelData.count)
            activeFocusOnTab: tab.isCurrent
            onClicked: root.chosen(tab.modelData.id)
            Keys.onLeftPressed: root.step(-1)
            Keys.onRightPressed: root.step(1)
            Keys.onReturnPressed: tab.click()
            Accessible.role: Accessible.PageTab
            Accessible.name: tab.text
            Accessible.selected: tab.isCurrent
            background: Rectangle {
                radius: Theme.radius
                color: tab.hovered && !tab.isCurrent ? Theme.hover : "transparent"
                Rectangle {
                    anchors.bottom: parent.bottom
                    x: 8
                    width: parent.width - 16
                    height: 2
                    color: Theme.accent
                    visible: tab.isCurrent
                }
                FocusRing {
                    anchors.margins: -1
                    shown: tab.visualFocus
                }
            }
            contentItem: Item {
                Label {
                    id: words
                    anchors.centerIn: parent
                    text: tab.text
                    color: tab.isCurrent ? Theme.accent : Theme.textSecond
                    font.weight: tab.isCurrent ? Font.DemiBold : Font.Medium
                    Accessible.ignored: true
                }
            }
        }
    }
}
