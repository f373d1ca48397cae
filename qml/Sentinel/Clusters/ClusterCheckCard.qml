// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Whether the cluster works, asked step by step, with what to do about it.
Card {
    id: root

    required property ClustersController clusters
    required property CheckController check
    required property ClustersDialogs dialogs
    readonly property bool asks: root.check.wish.kind !== undefined

    signal used

    title: root.clusters.detail.name ?? ""
    subtitle: root.check.subtitle !== "" ? root.check.subtitle : root.clusters.detail.file ?? ""
    actions: [
        SecondaryButton {
            text: root.check.running ? qsTr("Stop") : root.check.begun ? qsTr("Test again") : qsTr("Test and explain")
            iconName: root.check.running ? "close" : "refresh"
            onClicked: root.check.running ? root.check.stop() : root.check.run()
        },
        PrimaryButton {
            text: qsTr("Use it")
            hint: qsTr("The pages work with this cluster from then on")
            blockedReason: root.clusters.useBlockedReason
            onClicked: root.used()
        }
    ]

    Item {
        width: parent.width
        height: mark.implicitHeight
        StatusMark {
            id: mark
            width: parent.width
            status: root.check.begun ? root.check.tone : Status.Unknown
            text: root.check.headline
        }
    }
    Banner {
        width: parent.width
        visible: root.check.trouble.present
        status: Status.Error
        title: root.check.trouble.title
        text: root.check.trouble.text
    }
    Banner {
        width: parent.width
        visible: root.asks
        status: Status.Warning
        title: root.check.wish.title ?? ""
        text: qsTr("Only you can allow it. Nothing has been run or sent.")
        actions: [
            SecondaryButton {
                text: qsTr("Look and decide…")
                onClicked: root.dialogs.consent()
            }
        ]
    }
    CheckSteps {
        width: parent.width
        visible: root.check.begun
        steps: root.check.steps
    }
    BodyText {
        width: parent.width
        visible: !root.check.begun
        color: Theme.textSecond
        text: qsTr("The test reads the kubeconfig, looks the server up, connects, verifies its certificate, signs in and asks what you may do. It changes nothing.")
    }
    CommandLine {
        width: parent.width
        visible: root.check.begun
        text: root.check.command
    }
}
