// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A protected cluster asks for the environment's name before anything is changed there.
Sheet {
    id: root

    required property DeployController deploy
    required property BundleController bundle
    required property ClusterLink link
    property string typed

    title: qsTr("Deploy %1 to %2?").arg(root.bundle.environment).arg(root.link.name)
    subtitle: qsTr("This cluster is protected. Users may notice what is changed here.")
    acceptText: qsTr("Deploy %1").arg(root.bundle.environment)
    acceptKind: "danger"
    acceptBlockedReason: root.typed === root.bundle.environment ? "" : qsTr("Type %1 first").arg(root.bundle.environment)
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.deploy.command
        }
    ]
    onAccepted: root.close()

    Banner {
        width: parent ? parent.width : 0
        status: Status.Warning
        title: root.bundle.title
        text: root.deploy.subtitle
    }
    FormField {
        width: parent ? parent.width : 0
        label: qsTr("Type the name of the environment: %1").arg(root.bundle.environment)
        TextField {
            accessibleName: qsTr("Name of the environment")
            onEdited: typed => root.typed = typed
        }
    }
}
