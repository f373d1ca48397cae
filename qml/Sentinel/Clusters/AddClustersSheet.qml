// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Contexts of a kubeconfig, to add some of them to the list.
Sheet {
    id: root

    required property string folder
    property alias file: contexts.file

    signal added(string name)

    title: qsTr("Add clusters")
    subtitle: qsTr("Contexts of a kubeconfig. Only their names are remembered; keys and tokens stay where they are.")
    acceptText: contexts.addText
    acceptBlockedReason: contexts.blockedReason
    sheetWidth: 580
    onAboutToShow: contexts.read()
    onAccepted: contexts.add()

    ContextsController {
        id: contexts
        folder: root.folder
        onAdded: name => {
            root.added(name);
            root.close();
        }
    }
    Loader {
        id: dialog
        active: false
        source: "KubeconfigDialog.qml" // by source: the dialogs' module is not loaded before somebody asks for it
        onLoaded: {
            // qmllint disable missing-property
            item.picked.connect(path => contexts.file = path);
            item.closed.connect(() => dialog.active = false);
            item.open();
            // qmllint enable missing-property
        }
    }
    FormField {
        width: parent ? parent.width : 0
        label: qsTr("Kubeconfig")
        help: contexts.files === "" ? qsTr("Empty: what kubectl reads (KUBECONFIG, or .kube/config).") : qsTr("Read: %1").arg(contexts.files)
        Row {
            id: line
            property string accessibleName
            spacing: 8
            TextField {
                width: line.width - browse.width - 8
                text: contexts.file
                placeholder: qsTr("what kubectl reads")
                mono: true
                clearable: true
                accessibleName: line.accessibleName
                onCommitted: text => contexts.file = text
            }
            SecondaryButton {
                id: browse
                text: qsTr("Choose a file…")
                onClicked: dialog.active = true
            }
        }
    }
    Banner {
        width: parent ? parent.width : 0
        visible: contexts.trouble.present
        status: Status.Error
        title: contexts.trouble.title
        text: contexts.trouble.text
    }
    Column {
        width: parent ? parent.width : 0
        visible: contexts.count > 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Contexts")
        Repeater {
            model: contexts.contexts
            delegate: ContextRow {
                width: parent ? parent.width : 0
                onPickedByUser: picked => contexts.pick(id, picked)
            }
        }
    }
}
