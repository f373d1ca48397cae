// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Which namespace, and which of the kinds the cluster serves.
Card {
    id: root

    required property KindsController kinds

    padding: 0
    spacing: 0
    accessibleName: qsTr("Kinds")

    Item {
        width: parent.width
        height: root.height
        Loader {
            id: space
            x: Theme.spaceS
            y: Theme.spaceS
            width: parent.width - 2 * Theme.spaceS
            sourceComponent: root.kinds.namespacesProblem === "" ? choice : typing
        }
        Component {
            id: choice
            ComboBox {
                accessibleName: qsTr("Namespace")
                options: root.kinds.namespaces
                value: root.kinds.ns
                enabled: root.kinds.namespaced
                onChosen: value => root.kinds.ns = value
            }
        }
        Component {
            id: typing
            TextField {
                accessibleName: qsTr("Namespace")
                placeholder: qsTr("Type a namespace")
                text: root.kinds.ns
                clearable: true
                onCommitted: text => root.kinds.ns = text
                onEdited: text => text === "" ? root.kinds.ns = "" : undefined
                Tip {
                    text: root.kinds.namespacesProblem
                    shown: parent.hovered || parent.activeFocus
                }
            }
        }
        ListView {
            id: list
            anchors.top: space.bottom
            anchors.topMargin: Theme.spaceXs
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            x: Theme.spaceS
            width: parent.width - 2 * Theme.spaceS
            clip: true
            model: root.kinds.kinds
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("Kinds")
            delegate: KindRow {
                width: list.width
                selected: id === root.kinds.kind
                onClicked: root.kinds.kind = id
                onToggled: root.kinds.toggle(id)
            }
        }
    }
}
