// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The person's clusters on the left, one of them from near on the right. The shell gives `place` and `configFolder`.
Item {
    id: root

    property var place: ({})
    property string configFolder
    readonly property string language: Qt.uiLanguage
    readonly property bool settled: !check.running

    /// The shell is to work with another cluster.
    signal chosen(var choice)
    signal rehearsalChosen

    function showStop(name: string) {
        dialogs.closeAll();
        if (name === "cluster-tested") {
            check.run();
        } else if (name === "cluster-add") {
            dialogs.addFrom(root.place.kubeconfig);
        } else if (name === "cluster-known") {
            contexts.file = root.place.kubeconfig;
            contexts.add();
        }
    }
    function refresh() {
        clusters.refresh();
    }
    onLanguageChanged: {
        clusters.refresh();
        check.retranslate();
    }
    onVisibleChanged: root.visible ? root.refresh() : dialogs.closeAll()

    ClustersController {
        id: clusters
        folder: root.configFolder
        place: root.place
        onChoiceChanged: choice => root.chosen(choice)
    }
    CheckController {
        id: check
        folder: root.configFolder
        cluster: clusters.selected === "" ? ({}) : ({
                id: clusters.selected,
                known: clusters.detail.own ?? false,
                kubeconfig: clusters.detail.kubeconfig ?? "",
                context: clusters.detail.context ?? ""
            })
        onEnded: (name, tone, word) => clusters.note(name, tone, word)
    }
    ContextsController {
        id: contexts // what the tour adds, as the sheet would
        folder: root.configFolder
        onAdded: name => {
            clusters.refresh();
            clusters.selected = name;
        }
    }
    ClustersDialogs {
        id: dialogs
        clusters: clusters
        check: check
    }
    PageHeader {
        id: header
        width: parent.width
        title: clusters.headline
        subtitle: qsTr("Each is a context of a kubeconfig; nothing of it is copied. What stands here says how this console treats it.")
        actions: [
            PrimaryButton {
                text: qsTr("Add clusters…")
                iconName: "add"
                onClicked: dialogs.add()
            }
        ]
    }
    Banner {
        id: banner
        anchors.top: header.bottom
        anchors.topMargin: Theme.spaceM
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: clusters.trouble.present
        status: Status.Error
        title: clusters.trouble.title
        text: clusters.trouble.text
    }
    Card {
        id: frame
        anchors.top: banner.bottom
        anchors.topMargin: Theme.spaceM
        anchors.bottom: parent.bottom
        width: Math.round(Math.max(320, Math.min(480, parent.width * 0.4)))
        padding: 0
        accessibleName: qsTr("Clusters")
        ListView {
            id: list
            x: 1
            y: 1
            width: parent.width - 2
            height: frame.height - 2
            clip: true
            model: clusters.clusters
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Clusters")
            delegate: ClusterRow {
                width: list.width
                selected: id === clusters.selected
                onClicked: clusters.selected = id
            }
            footer: Item {
                width: list.width
                height: list.count < 2 ? hint.implicitHeight + 60 : 0
                EmptyState {
                    id: hint
                    y: 40
                    x: Theme.spaceL
                    width: parent.width - 2 * Theme.spaceL
                    visible: list.count < 2
                    iconName: "server"
                    title: qsTr("Your own clusters")
                    text: qsTr("Add contexts of a kubeconfig. Adding asks nothing of a cluster and changes nothing there.")
                    actionText: qsTr("Add clusters…")
                    onActed: dialogs.add()
                }
            }
        }
    }
    ScrollPane {
        anchors.top: frame.top
        anchors.bottom: parent.bottom
        anchors.left: frame.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: parent.right
        contentPadding: 0
        spacing: Theme.spaceM
        visible: clusters.selected !== ""
        ClusterCheckCard {
            width: parent.width - 14 // the scroll bar stands beside it
            clusters: clusters
            check: check
            dialogs: dialogs
            onUsed: clusters.detail.own ? root.chosen(clusters.choice) : root.rehearsalChosen()
        }
        ClusterDetail {
            width: parent.width - 14
            visible: clusters.detail.own ?? false
            clusters: clusters
            dialogs: dialogs
        }
    }
}
