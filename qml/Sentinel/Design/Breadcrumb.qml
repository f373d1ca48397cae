// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// Where one is; every part but the last leads back there.
Row {
    id: root

    property var parts: []

    signal chosen(int index)

    spacing: 6
    Repeater {
        model: root.parts
        delegate: Row {
            id: part
            required property int index
            required property string modelData
            readonly property bool isLast: part.index === root.parts.length - 1
            spacing: 6
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: part.index > 0
                name: "chevron-right"
                color: Theme.textSecond
                size: Theme.iconSize - 4
            }
            T.AbstractButton {
                id: button
                implicitWidth: words.implicitWidth
                implicitHeight: Math.max(24, words.implicitHeight)
                enabled: !part.isLast
                activeFocusOnTab: enabled
                hoverEnabled: true
                text: part.modelData
                onClicked: root.chosen(part.index)
                Keys.onReturnPressed: button.click()
                Accessible.role: part.isLast ? Accessible.StaticText : Accessible.Link
                Accessible.name: button.text
                contentItem: Label {
                    id: words
                    text: button.text
                    font.weight: Font.DemiBold
                    font.underline: button.hovered
                    mayElide: true
                    Accessible.ignored: true
                }
                FocusRing {
                    shown: button.visualFocus
                }
            }
        }
    }
}
