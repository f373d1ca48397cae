// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The answer in words, its cause, the choice or the phases, the objects, and one of them from near.
Item {
    id: root

    required property ClusterLink link
    required property BundleController bundle
    required property DeployController deploy
    required property ScenarioController scenarios
    required property ObjectController object
    required property DeployDialogs dialogs
    /// Id of the object a person chose; empty: the one that matters most.
    property string picked
    readonly property int side: Theme.spaceXl
    signal rollBackAsked

    PageHeader {
        id: header
        x: root.side
        y: root.side
        width: parent.width - 2 * root.side
        title: root.deploy.headline
        subtitle: root.deploy.subtitle
        actions: [
            DeployActions {
                deploy: root.deploy
                scenarios: root.scenarios
                dialogs: root.dialogs
            }
        ]
    }
    Column {
        id: top
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        x: root.side
        width: parent.width - 2 * root.side
        spacing: Theme.spaceM
        DeployBanners {
            width: parent.width
            link: root.link
            bundle: root.bundle
            deploy: root.deploy
            scenarios: root.scenarios
            guard: root.deploy.guard
            onRollBackAsked: root.rollBackAsked()
        }
        DeployChoice {
            width: parent.width
            visible: !root.deploy.begun
            bundle: root.bundle
            deploy: root.deploy
            dialogs: root.dialogs
        }
        StepStrip {
            width: parent.width
            visible: root.deploy.begun
            deploy: root.deploy
        }
    }
    Item {
        id: middle
        anchors.top: top.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: command.visible ? command.top : parent.bottom
        anchors.bottomMargin: Theme.spaceM
        x: root.side
        width: parent.width - 2 * root.side
        ObjectTree {
            width: parent.width - near.width - Theme.spaceM
            height: parent.height
            deploy: root.deploy
            bundle: root.bundle
            dialogs: root.dialogs
            current: root.object.object
            onChosen: id => root.picked = id
        }
        ObjectView {
            id: near
            anchors.right: parent.right
            width: Math.max(320, Math.min(parent.width * 0.37, 720))
            height: parent.height
            object: root.object
            onChosen: id => root.picked = id
        }
    }
    CommandLine {
        id: command
        x: root.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        width: parent.width - 2 * root.side
        visible: root.deploy.command !== ""
        text: root.deploy.command
    }
}
