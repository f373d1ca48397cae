// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A state: shape, word and colour together. Compact leaves the word to screen readers and the tool tip.
Item {
    id: root

    property int status: Status.Unknown
    property string text
    property bool compact: false
    property int pixelSize: Theme.sizeBase
    property int weight: Font.DemiBold
    readonly property string shape: ["status-neutral", "status-ok", "status-info", "status-warning", "status-error", "status-unknown"][root.status] ?? ""

    implicitWidth: icon.width + (label.visible ? 6 + label.implicitWidth : 0)
    implicitHeight: Math.max(icon.height, label.visible ? label.implicitHeight : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Icon {
        id: icon
        anchors.verticalCenter: parent.verticalCenter
        name: root.shape
        color: Theme.tones[root.status]
        size: Math.round(root.pixelSize * 15 / 14)
    }
    Label {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        x: icon.width + 6
        visible: !root.compact && root.text !== ""
        width: Math.max(0, Math.min(implicitWidth, root.width - x))
        text: root.text
        color: Theme.tones[root.status]
        font.weight: root.weight
        font.pixelSize: root.pixelSize
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
        enabled: root.compact
    }
    Tip {
        text: root.text
        shown: root.compact && hover.hovered
    }
}
