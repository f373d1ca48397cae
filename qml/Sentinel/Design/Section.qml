// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A heading with what belongs to it; may fold.
Column {
    id: root

    property string title
    property string subtitle
    property bool collapsible: false
    property bool expanded: true
    default property alias content: body.data

    spacing: Theme.spaceM

    T.AbstractButton {
        id: head
        width: parent.width
        visible: root.title !== ""
        implicitHeight: Math.max(24, words.implicitHeight)
        enabled: root.collapsible
        activeFocusOnTab: root.collapsible
        hoverEnabled: root.collapsible
        Keys.onReturnPressed: head.click()
        onClicked: root.expanded = !root.expanded
        Accessible.role: root.collapsible ? Accessible.Button : Accessible.Heading
        Accessible.name: root.title
        Accessible.description: !root.collapsible ? root.subtitle : root.expanded ? qsTr("open") : qsTr("folded")
        contentItem: Item {
            Icon {
                y: 3
                visible: root.collapsible
                name: root.expanded ? "chevron-down" : "chevron-right"
                color: Theme.textSecond
                size: Theme.iconSize
            }
            Column {
                id: words
                x: root.collapsible ? Theme.iconSize + 8 : 0
                width: parent.width - x
                spacing: 3
                Heading {
                    width: parent.width
                    text: root.title
                    Accessible.ignored: true
                }
                Caption {
                    width: parent.width
                    visible: text !== ""
                    text: root.subtitle
                    Accessible.ignored: true
                }
            }
        }
        FocusRing {
            shown: head.visualFocus
        }
    }
    Column {
        id: body
        width: parent.width
        visible: !root.collapsible || root.expanded
        spacing: Theme.spaceL
    }
}
