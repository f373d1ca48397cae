// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One certificate from near: how it stands and why, renewal, its chain, what is known of it.
Card {
    id: root

    required property CertificatesController certificates
    readonly property var detail: root.certificates.detail

    signal renewAsked

    padding: 0
    spacing: 0
    accessibleName: qsTr("The certificate chosen")

    ScrollPane {
        width: parent.width
        height: root.height
        visible: root.certificates.selected !== ""
        contentPadding: Theme.spaceL
        spacing: Theme.spaceS

        Heading {
            width: parent.width
            text: root.detail.title ?? ""
        }
        Caption {
            width: parent.width
            text: root.detail.place ?? ""
        }
        StatusMark {
            width: parent.width
            status: root.detail.tone ?? Status.Unknown
            text: root.detail.word ?? ""
        }
        BodyText {
            width: parent.width
            text: root.detail.sentence ?? ""
        }
        Banner {
            width: parent.width
            visible: text !== ""
            status: Status.Error
            title: qsTr("What holds it up")
            text: root.detail.cause ?? ""
        }
        Repeater {
            model: root.certificates.findings
            Banner {
                required property string sentence
                required property string remedy
                required property int tone
                width: parent ? parent.width : 0
                status: tone
                title: sentence
                text: remedy
            }
        }
        SecondaryButton {
            text: qsTr("Renew it…")
            iconName: "refresh"
            busy: root.certificates.renewing
            blockedReason: root.certificates.renewBlockedReason
            onClicked: root.renewAsked()
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.certificates.renewBlockedReason
        }
        Heading {
            width: parent.width
            topPadding: Theme.spaceS
            text: qsTr("Chain")
        }
        Repeater {
            model: root.certificates.chain
            ChainLink {
                width: parent ? parent.width : 0
            }
        }
        Heading {
            width: parent.width
            topPadding: Theme.spaceS
            text: qsTr("What is known of it")
        }
        Repeater {
            model: root.certificates.facts
            Item {
                id: fact
                required property string label
                required property string value
                width: parent ? parent.width : 0
                implicitHeight: Math.max(name.implicitHeight, said.implicitHeight) + 4
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.value)
                Caption {
                    id: name
                    anchors.baseline: said.baseline
                    width: 110
                    text: fact.label
                    Accessible.ignored: true
                }
                BodyText {
                    id: said
                    x: name.width + 10
                    width: parent.width - x
                    text: fact.value
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: true
                }
            }
        }
        CommandLine {
            width: parent.width
            visible: text !== ""
            text: root.certificates.command
        }
    }
    Item {
        width: parent.width
        height: root.height
        visible: root.certificates.selected === ""
        EmptyState {
            x: Theme.spaceL
            y: Math.max(40, (parent.height - height) / 2 - 40)
            width: parent.width - 2 * Theme.spaceL
            iconName: "lock"
            title: qsTr("What it says")
            text: qsTr("For each certificate: until when it is good, what holds it up at the root, and what its Secret really holds.")
        }
    }
}
