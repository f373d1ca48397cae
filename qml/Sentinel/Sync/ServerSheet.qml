// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How Argo CD's server is reached, for what only it knows. The token stays in memory and goes nowhere else.
Sheet {
    id: root

    required property AppController app
    property string way: "auto"

    title: qsTr("Argo CD's server")
    subtitle: qsTr("It tells what cannot be read from the cluster: objects on other clusters, manifests of kustomize, plugins and Helm repositories. Everything works without it, with less detail.")
    acceptText: qsTr("Use it so")
    acceptBlockedReason: !root.app.present ? qsTr("Choose an Application first.") : root.way === "address" && address.text.trim() === "" ? qsTr("Say where it is first.") : root.way !== "auto" && root.way !== "off" && token.text === "" ? qsTr("Give a token first.") : ""
    onClosed: token.clear()
    onAccepted: {
        root.app.reachServer(root.way === "address" ? address.text.trim() : root.way, token.text);
        root.close();
    }

    FormField {
        width: parent ? parent.width : 0
        label: qsTr("Way")
        help: root.way === "auto" ? qsTr("At the address Argo CD names, with what \"argocd login\" left for exactly that address.") : root.way === "proxy" ? qsTr("Through the Kubernetes API server, which sees the token.") : root.way === "address" ? qsTr("Its certificate is verified by the authorities of this system, or by the one \"argocd login\" left.") : qsTr("It is not asked.")
        ComboBox {
            accessibleName: qsTr("Way")
            options: [{value: "auto", label: qsTr("As argocd login left it")}, {value: "address", label: qsTr("At an address")}, {value: "proxy", label: qsTr("Through the API server")}, {value: "off", label: qsTr("Not at all")}]
            value: root.way
            onChosen: value => root.way = value
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.way === "address"
        label: qsTr("Address")
        TextField {
            id: address
            placeholderText: "https://argocd.example.com"
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.way === "address" || root.way === "proxy"
        label: qsTr("Token")
        help: qsTr("Held in memory until the console ends, and never written.")
        TextField {
            id: token
            masked: true
        }
    }
}
