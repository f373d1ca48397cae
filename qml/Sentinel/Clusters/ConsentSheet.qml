// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What a kubeconfig asks for and only a person may allow: the exact program, or a server nobody vouches for.
Sheet {
    id: root

    required property CheckController check
    readonly property var wish: root.check.wish
    readonly property bool plugin: root.wish.kind === "plugin"
    property bool understood: false

    title: root.wish.title ?? ""
    subtitle: root.wish.question ?? ""
    acceptText: root.plugin ? qsTr("Allow this program") : qsTr("Allow this server")
    acceptKind: root.plugin ? "primary" : "danger"
    acceptBlockedReason: root.plugin || root.understood ? "" : qsTr("Tick that you know what it means first.")
    onAccepted: {
        root.check.allow();
        root.close();
    }

    Banner {
        width: parent ? parent.width : 0
        status: Status.Warning
        title: root.plugin ? qsTr("It runs with your rights, on this machine") : qsTr("Anybody between you and this server can read and change everything")
        text: root.plugin ? qsTr("A kubeconfig comes from others and can name any program. Allow it only if you know it; when its file or its arguments change, you are asked again.") : qsTr("That includes your sign-in. Better: ask whoever runs the cluster for its certificate authority. What you allow is this address only.")
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.plugin
        label: qsTr("Program")
        CommandLine {
            text: root.wish.command ?? ""
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.plugin
        label: qsTr("Arguments")
        help: (root.wish.arguments ?? []).length === 0 ? qsTr("None.") : ""
        Column {
            Repeater {
                model: root.wish.arguments ?? []
                CodeText {
                    required property int index
                    required property string modelData
                    width: parent ? parent.width : 0
                    text: qsTr("%1  %2", "number and argument").arg(index + 1).arg(modelData)
                    elide: Text.ElideMiddle
                    mayElide: true
                }
            }
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: (root.wish.variables ?? []).length > 0
        label: qsTr("Variables set for it")
        help: qsTr("Their values may be secrets and are not shown.")
        CodeText {
            text: (root.wish.variables ?? []).join(", ")
            mayElide: true
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.plugin
        label: qsTr("SHA-256 of its file")
        CommandLine {
            text: root.wish.hash ?? ""
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: !root.plugin
        label: qsTr("Server")
        CommandLine {
            text: root.wish.server ?? ""
        }
    }
    CheckBox {
        width: parent ? parent.width : 0
        visible: !root.plugin
        text: qsTr("I know that nobody verifies who answers at this address")
        checked: root.understood
        onToggledByUser: checked => root.understood = checked
    }
}
