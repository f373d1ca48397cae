// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How to sync: which revision, what goes, whether hooks run; then the button that says it.
Sheet {
    id: root

    required property AppController app
    readonly property bool deletes: prune.checked || force.checked

    title: qsTr("Sync %1").arg(root.app.state.title ?? "")
    subtitle: qsTr("Argo CD applies what Git says. You can watch it under Timeline.")
    acceptText: root.deletes ? qsTr("Sync and delete") : qsTr("Sync")
    acceptKind: root.deletes ? "danger" : "primary"
    acceptBlockedReason: root.app.reasons.sync
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.app.present ? [root.app.command("sync"), revision.text !== "" ? "--revision " + revision.text : "", prune.checked ? "--prune" : "", force.checked ? "--force" : "", hooks.checked ? "" : "--no-hooks"].filter(part => part !== "").join(" ") : ""
        }
    ]
    onAccepted: {
        root.app.sync({prune: prune.checked, force: force.checked, hooks: hooks.checked, revision: revision.text});
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
        id: hooks
        text: qsTr("Run hooks, such as migrations")
        checked: true
    }
    CheckBox {
        id: prune
        text: qsTr("Delete what Git has no more")
    }
    CheckBox {
        id: force
        text: qsTr("Delete and make anew what cannot be changed")
    }
}
