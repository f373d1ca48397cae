// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A small word in a frame: a filter that can be on, a tag, something that can be taken away.
T.AbstractButton {
    id: root

    property bool selected: false
    property bool removable: false
    property bool interactive: root.checkable
    property int status: Status.Neutral
    readonly property bool toned: root.status !== Status.Neutral
    signal removed

    implicitWidth: word.implicitWidth + 20 + (root.removable ? 22 : 0)
    implicitHeight: Math.max(24, word.implicitHeight + 8)
    hoverEnabled: root.interactive
    enabled: root.interactive || root.removable
    activeFocusOnTab: root.interactive || root.removable
    Keys.onDeletePressed: if (root.removable) root.removed()
    Keys.onReturnPressed: root.click()
    Accessible.role: root.interactive ? Accessible.CheckBox : Accessible.StaticText
    Accessible.name: root.text
    Accessible.checked: root.selected

    background: Rectangle {
        radius: root.interactive ? height / 2 : 4
        color: root.selected ? Theme.accentSoft : root.toned ? Theme.softTones[root.status] : root.hovered ? Theme.hover : Theme.surface
        border.color: root.selected ? Theme.accent : root.toned ? Theme.tones[root.status] : Theme.lineStrong
        FocusRing {
            radius: parent.radius + 3
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Label {
            id: word
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - x - (root.removable ? 24 : 8))
            text: root.text
            font.pixelSize: Theme.sizeSmall
            font.weight: root.selected ? Font.DemiBold : Font.Medium
            color: root.selected ? Theme.accent : root.toned ? Theme.tones[root.status] : Theme.textSecond
            Accessible.ignored: true
        }
        Loader {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            active: root.removable
            sourceComponent: IconButton {
                implicitWidth: 24
                implicitHeight: 24
                iconName: "close"
                text: qsTr("Remove %1").arg(root.text)
                activeFocusOnTab: false
                onClicked: root.removed()
            }
        }
    }
}
