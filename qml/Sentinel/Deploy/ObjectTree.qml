// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Every object the bundle brings and what controllers made of it, wave by wave. Arrows move, Enter chooses.
Card {
    id: root

    required property DeployController deploy
    required property BundleController bundle
    required property DeployDialogs dialogs
    property string current
    property string revealed

    signal chosen(string id)

    padding: 0
    spacing: 0
    accessibleName: qsTr("Objects")
    onCurrentChanged: root.follow()

    Connections {
        target: root.deploy
        function onChanged() {
            root.follow();
        }
    }
    Item {
        width: parent.width
        height: root.height
        Row {
            id: chips
            x: Theme.spaceL
            height: Math.max(48, all.implicitHeight + 20)
            spacing: 8
            Chip {
                id: all
                anchors.verticalCenter: parent.verticalCenter
                checkable: true
                text: qsTr("All %1").arg(root.deploy.counts.all)
                selected: root.deploy.filter === "all"
                onClicked: root.deploy.filter = "all"
            }
            Chip {
                anchors.verticalCenter: parent.verticalCenter
                checkable: true
                text: qsTr("Needs attention %1").arg(root.deploy.counts.attention)
                selected: root.deploy.filter === "attention"
                onClicked: root.deploy.filter = "attention"
            }
            Chip {
                anchors.verticalCenter: parent.verticalCenter
                checkable: true
                visible: root.deploy.begun
                text: qsTr("Changed %1").arg(root.deploy.counts.changed)
                selected: root.deploy.filter === "changed"
                onClicked: root.deploy.filter = "changed"
            }
        }
        Divider {
            y: chips.height - 1
            width: parent.width
        }
        ListView {
            id: list
            x: 1
            y: chips.height
            width: parent.width - 2
            height: parent.height - y - 2
            clip: true
            model: root.deploy.objects
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            keyNavigationEnabled: true
            highlightFollowsCurrentItem: false
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("Objects")
            delegate: ObjectRow {
                width: list.width
                selected: id === root.current
                onClicked: root.chosen(id)
            }
        }
        EmptyState {
            y: chips.height + Math.max(20, (list.height - height) / 2 - 20)
            width: parent.width
            visible: list.count === 0
            iconName: root.deploy.filter === "all" ? "delivery" : "filter"
            title: root.deploy.filter !== "all" ? qsTr("Nothing in this view") : root.bundle.ready ? qsTr("Nothing stands in %1 yet").arg(root.bundle.nameSpace) : qsTr("Choose what to deploy")
            text: root.deploy.filter !== "all" ? "" : root.bundle.ready ? qsTr("Every object appears here as soon as the cluster knows it, with the reason it waits.") : qsTr("A bundle is the folder the Plan page writes. An example is made in a moment.")
            actionText: root.deploy.filter !== "all" ? qsTr("Show all objects") : root.bundle.ready ? "" : qsTr("Make an example")
            onActed: root.act()
        }
    }

    /// The row chosen comes into sight; then a person may scroll away from it.
    function follow() {
        list.currentIndex = root.deploy.rowOf(root.current);
        if (list.currentIndex >= 0 && root.revealed !== root.current) {
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
            root.revealed = root.current;
        }
    }
    function act() {
        if (root.deploy.filter !== "all") {
            root.deploy.filter = "all";
        } else {
            root.bundle.makeExample();
        }
    }
}
