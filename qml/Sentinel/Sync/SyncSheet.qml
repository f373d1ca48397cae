// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How to sync: which revision and objects, what goes, which options; then the button that says it.
Sheet {
    id: root

    required property AppController app
    property alias everythingOpen: options.expanded
    property alias forced: force.checked
    readonly property bool deletes: (prune.checked || force.checked || replace.checked) && !dry.checked
    readonly property string needed: root.deletes && (root.app.state.guarded ?? false) ? root.app.state.title : ""
    readonly property var wish: ({prune: prune.checked, force: force.checked, hooks: hooks.checked, dryRun: dry.checked, revision: revision.text, serverSide: serverSide.checked, replace: replace.checked, outOfSyncOnly: differing.checked, retries: retry.checked ? Number(times.text) : -1, resources: objects.picked})

    title: qsTr("Sync %1").arg(root.app.state.title ?? "")
    subtitle: qsTr("Argo CD applies what Git says. You can watch it under Timeline.")
    acceptText: dry.checked ? qsTr("Try it") : root.deletes ? qsTr("Sync and delete") : qsTr("Sync")
    acceptKind: root.deletes ? "danger" : "primary"
    acceptBlockedReason: root.app.reasons.sync !== "" ? root.app.reasons.sync : root.needed !== "" && name.text !== root.needed ? qsTr("Type the name first.") : ""
    sheetWidth: 600
    onAboutToShow: {
        objects.begin();
        name.text = "";
    }
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.app.present ? root.app.syncCommand(root.wish) : ""
        }
    ]
    onAccepted: {
        root.app.sync(root.wish);
        root.app.tab = "timeline";
        root.close();
    }

    FormField {
        width: parent ? parent.width : 0
        label: qsTr("Revision")
        help: qsTr("A branch, a tag or a commit; empty: the one the Application follows.")
        TextField {
            id: revision
        }
    }
    CheckBox {
        id: dry
        text: qsTr("Dry run: Argo CD checks the manifests and writes nothing")
    }
    CheckBox {
        id: hooks
        text: qsTr("Run hooks, such as migrations")
        blockedReason: objects.picked.length > 0 ? qsTr("Hooks never run when only some objects are synced.") : ""
        checked: true
    }
    CheckBox {
        id: prune
        text: qsTr("Delete what Git has no more")
    }
    Section {
        id: options
        width: parent ? parent.width : 0
        title: qsTr("Options")
        collapsible: true
        expanded: false
        CheckBox {
            id: differing
            width: parent.width
            text: qsTr("Apply only what is out of sync")
        }
        CheckBox {
            id: serverSide
            width: parent.width
            text: qsTr("Server-side apply: for large objects and several owners of fields")
        }
        CheckBox {
            id: replace
            width: parent.width
            text: qsTr("Replace objects instead of changing them")
        }
        CheckBox {
            id: force
            width: parent.width
            text: qsTr("Delete and make anew what cannot be changed")
        }
        Banner {
            width: parent.width
            visible: force.checked || replace.checked
            status: Status.Warning
            title: qsTr("This can stop what runs")
            text: qsTr("Pods end before new ones run, and fields others set, such as replicas of an autoscaler, are lost. Use it where nothing else helps.")
        }
        CheckBox {
            id: retry
            width: parent.width
            text: qsTr("Try again when it fails")
        }
        FormField {
            width: parent.width
            visible: retry.checked
            label: qsTr("How often")
            stretch: false
            NumberField {
                id: times
                text: "5"
                minimum: 0
                maximum: 100
            }
        }
    }
    Section {
        width: parent ? parent.width : 0
        title: qsTr("Only some objects")
        collapsible: true
        expanded: root.everythingOpen
        ResourceChoice {
            id: objects
            width: parent.width
            app: root.app
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: root.needed !== ""
        label: qsTr("Type %1 to delete there").arg(root.needed)
        TextField {
            id: name
        }
    }
}
