// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A tool tip that exists only while it is shown.
Loader {
    id: root

    property string text
    property bool shown: false

    anchors.fill: parent
    active: root.shown && root.text !== ""
    sourceComponent: T.ToolTip {
        id: tip
        parent: root
        y: root.height + 6
        x: Math.round((root.width - width) / 2)
        margins: 8
        padding: 8
        leftPadding: 10
        rightPadding: 10
        delay: 500
        visible: true
        text: root.text
        implicitWidth: Math.min(320, content.implicitWidth + leftPadding + rightPadding)
        implicitHeight: contentHeight + topPadding + bottomPadding
        contentHeight: content.implicitHeight
        closePolicy: T.Popup.CloseOnEscape
        contentItem: Caption {
            id: content
            text: tip.text
            color: Theme.surface
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.text
        }
    }
}
