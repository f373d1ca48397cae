// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What stands in the way, worst first: the root cause by name, what could not be done, what stayed behind, what is broken on purpose.
Column {
    id: root

    required property ClusterLink link
    required property BundleController bundle
    required property DeployController deploy
    required property ScenarioController scenarios
    required property GuardController guard
    signal rollBackAsked
    readonly property bool wrong: root.deploy.causeTitle !== "" || root.deploy.trouble.present || root.link.trouble.present || root.bundle.trouble.present || root.scenarios.trouble.present

    spacing: Theme.spaceM
    visible: root.wrong || root.deploy.leftBehind !== "" || (root.deploy.resumeText !== "" && !root.deploy.begun) || root.scenarios.active > 0 || root.guard.title !== ""

    GuardBanner {
        width: parent.width
        guard: root.guard
    }
    Banner {
        width: parent.width
        visible: root.deploy.causeTitle !== ""
        status: Status.Error
        title: root.deploy.causeTitle
        text: root.scenarios.active > 0 ? qsTr("%1\nBroken on purpose: %2").arg(root.deploy.causeText).arg(root.scenarios.activeText) : root.deploy.causeText
        actions: [
            SecondaryButton {
                visible: root.scenarios.active > 0
                text: qsTr("Mend everything")
                busy: root.scenarios.busy
                onClicked: root.scenarios.mendAll()
            },
            RollBackButton {
                deploy: root.deploy
                onClicked: root.rollBackAsked()
            }
        ]
    }
    Banner {
        width: parent.width
        visible: root.deploy.trouble.present && root.deploy.causeTitle === ""
        status: Status.Error
        title: root.deploy.trouble.title
        text: root.deploy.trouble.text
        actions: [
            RollBackButton {
                deploy: root.deploy
                onClicked: root.rollBackAsked()
            }
        ]
    }
    Banner {
        width: parent.width
        visible: root.link.trouble.present
        status: Status.Error
        title: root.link.trouble.title
        text: root.link.trouble.text
        actions: [
            SecondaryButton {
                text: qsTr("Connect again")
                onClicked: root.link.reconnect()
            }
        ]
    }
    Banner {
        width: parent.width
        visible: root.bundle.trouble.present
        status: Status.Error
        title: root.bundle.trouble.title
        text: root.bundle.trouble.text
    }
    Banner {
        width: parent.width
        visible: root.deploy.leftBehind !== ""
        status: Status.Warning
        text: root.deploy.leftBehind
    }
    Banner {
        width: parent.width
        visible: root.deploy.resumeText !== "" && !root.deploy.begun
        status: Status.Info
        text: root.deploy.resumeText
    }
    Banner {
        width: parent.width
        visible: root.scenarios.trouble.present
        status: Status.Error
        title: root.scenarios.trouble.title
        text: root.scenarios.trouble.text
    }
    Banner {
        width: parent.width
        visible: root.scenarios.active > 0 && root.deploy.causeTitle === ""
        status: Status.Warning
        text: qsTr("Broken on purpose: %1").arg(root.scenarios.activeText)
        actions: [
            SecondaryButton {
                text: qsTr("Mend everything")
                busy: root.scenarios.busy
                onClicked: root.scenarios.mendAll()
            }
        ]
    }
}
