// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Every certificate of the cluster, those in trouble first; one of them from near, and its renewal.
Page {
    id: page

    /// {usable, kubeconfig, context, rehearsal, clusterName, protection, clusterProblem}, bound by the shell.
    property var cluster: ({})
    readonly property string language: Qt.uiLanguage

    breadcrumb: certificates.selected === "" ? [] : [certificates.selected]
    busy: certificates.looking || certificates.renewing
    settled: !certificates.looking
    stays: true
    commands: [
        Command {
            commandId: "certificates.renew"
            text: qsTr("Renew the certificate…")
            group: qsTr("Certificates")
            iconName: "refresh"
            shortcut: "Ctrl+R"
            blockedReason: certificates.renewBlockedReason
            onTriggered: page.renew()
        },
        Command {
            commandId: "certificates.refresh"
            text: qsTr("Look at the certificates again")
            group: qsTr("Certificates")
            iconName: "search"
            shortcut: "F5"
            onTriggered: certificates.refresh()
        }
    ]
    onLanguageChanged: certificates.retranslate()
    onVisibleChanged: if (!page.visible) confirm.close()

    function renew() {
        if (certificates.guarded) {
            confirm.open();
        } else {
            certificates.renew();
        }
    }

    CertificatesController {
        id: certificates
        place: page.cluster
        active: page.visible
        onEnded: (good, sentence) => page.notice(good ? Status.Ok : Status.Error, sentence)
    }
    Dialog {
        id: confirm
        title: qsTr("Renew %1?").arg(certificates.selected)
        text: qsTr("cert-manager issues a new one; the certificate of before serves until that is there.")
        acceptText: qsTr("Renew it")
        onAccepted: certificates.renew()
    }
    PageHeader {
        id: header
        x: Theme.spaceXl
        y: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        title: certificates.headline
        subtitle: qsTr("What cert-manager keeps on this cluster, and what its Secrets really hold.")
    }
    Column {
        id: top
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        spacing: Theme.spaceM
        Banner {
            width: parent.width
            visible: certificates.trouble.present
            status: Status.Error
            title: certificates.trouble.title
            text: certificates.trouble.text
        }
        Banner {
            width: parent.width
            visible: certificates.note !== ""
            status: Status.Warning
            text: certificates.note
        }
        Repeater {
            model: certificates.issuers
            Banner {
                required title
                required property string detail
                required property int tone
                width: parent ? parent.width : 0
                status: tone
                text: detail
            }
        }
    }
    Item {
        anchors.top: top.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceM
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        Card {
            id: all
            width: parent.width - near.width - Theme.spaceM
            height: parent.height
            padding: 0
            accessibleName: qsTr("Certificates")
            ListView {
                id: list
                x: 1
                y: 1
                width: parent.width - 2
                height: all.height - 2
                clip: true
                model: certificates.certificates
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Certificates")
                delegate: ListRow {
                    required property string id
                    required title
                    required detail
                    required property int tone
                    required property string word
                    width: list.width
                    status: tone
                    trailing: word
                    selected: id === certificates.selected
                    onClicked: certificates.selected = id
                }
                EmptyState {
                    y: Math.max(40, (list.height - height) / 2 - 40)
                    width: list.width
                    visible: list.count === 0
                    iconName: "lock"
                    title: certificates.headline
                    text: qsTr("Deploy an environment whose plan asks for a certificate (network.tls); it appears here while it is issued.")
                }
            }
        }
        CertificateDetail {
            id: near
            anchors.right: parent.right
            width: Math.max(340, Math.min(parent.width * 0.42, 760))
            height: parent.height
            certificates: certificates
            onRenewAsked: page.renew()
        }
    }
}
