// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Verb and object, what it means, how many, the name on a protected cluster, the equal command; then the button that says it.
Sheet {
    id: root

    required property ActionsController actions
    readonly property bool scales: root.actions.asked === "scale"

    title: root.actions.title
    subtitle: root.actions.meaning
    acceptText: root.actions.acceptText
    acceptKind: root.actions.danger ? "danger" : "primary"
    acceptBlockedReason: root.actions.acceptBlockedReason
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.actions.command
        }
    ]
    onAccepted: root.actions.perform()
    onRejected: root.actions.forget()

    Connections {
        target: root.actions
        function onEnded(good: bool) {
            if (good)
                root.close();
        }
    }
    Banner {
        width: parent ? parent.width : 0
        visible: root.actions.trouble.present
        status: Status.Error
        title: root.actions.trouble.title
        text: root.actions.trouble.text
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.scales
        label: qsTr("Pods")
        help: qsTr("Now %1. When somebody changes it meanwhile, nothing is done.").arg(root.actions.wanted)
        NumberField {
            text: String(root.actions.replicas)
            minimum: 0
            maximum: 10000
            onEdited: text => root.actions.replicas = Number(text)
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.actions.nameToType !== ""
        label: qsTr("Type the name: %1").arg(root.actions.nameToType)
        help: qsTr("This cluster is protected.")
        TextField {
            onEdited: text => root.actions.typed = text
        }
    }
}
