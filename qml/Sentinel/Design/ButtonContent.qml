// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// Icon, words and key of a button, in a row; the words give way when there is too little room.
Item {
    id: root

    property string text
    property string iconName
    property string shortcutText
    property bool busy: false
    property color ink: Theme.text
    readonly property real besides: (lead.active ? lead.width + 8 : 0) + (keys.active ? keys.width + 8 : 0)

    implicitWidth: root.besides + label.implicitWidth
    implicitHeight: Math.max(label.implicitHeight, Theme.iconSize)

    Loader {
        id: lead
        anchors.verticalCenter: parent.verticalCenter
        active: root.busy || root.iconName !== ""
        sourceComponent: root.busy ? spinner : icon
    }
    Label {
        id: label
        x: lead.active ? lead.width + 8 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, Math.min(implicitWidth, root.width - root.besides))
        text: root.text
        color: root.ink
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Loader {
        id: keys
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        active: root.shortcutText !== ""
        sourceComponent: Caption {
            text: root.shortcutText
            color: root.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Component {
        id: spinner
        Spinner {
            color: root.ink
        }
    }
    Component {
        id: icon
        Icon {
            name: root.iconName
            color: root.ink
            size: Theme.iconSize
        }
    }
}
