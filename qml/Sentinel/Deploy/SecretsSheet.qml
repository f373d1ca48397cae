// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Values only a person has. They go into Secrets of the cluster and nowhere else; the deploy waits meanwhile.
Sheet {
    id: root

    required property DeployController deploy
    property var values: ({})
    property bool tried: false
    readonly property int missing: root.deploy.questions.count - Object.values(root.values).filter(value => value !== "").length

    title: qsTr("Values only you have")
    subtitle: qsTr("They become Secrets in the cluster, at once. They are not written to a file, a log or the journal.")
    acceptText: qsTr("Make the Secrets")
    acceptBlockedReason: root.tried && root.missing > 0 ? qsTr("%n value(s) are missing", "", root.missing) : ""
    cancelText: qsTr("Stop the deploy")
    sheetWidth: 560
    onAccepted: {
        root.tried = true;
        if (root.missing === 0) {
            root.deploy.answer(root.values);
            root.close();
        }
    }
    onRejected: root.deploy.refuse()

    function take(id: string, value: string) {
        root.values = Object.assign({}, root.values, {[id]: value});
    }

    Repeater {
        model: root.deploy.questions
        FormField {
            id: field
            required property string id
            required property string name
            required property string key
            required property string purpose
            required property string place
            required property bool multiline
            width: parent ? parent.width : 0
            label: field.purpose === "" ? field.key : field.purpose
            help: qsTr("Secret %1, key %2, in %3").arg(field.name).arg(field.key).arg(field.place)
            required: true
            error: root.tried && (root.values[field.id] ?? "") === "" ? qsTr("A value is needed.") : ""
            Item {
                implicitHeight: field.multiline ? text.implicitHeight : secret.implicitHeight
                TextArea {
                    id: text
                    width: parent.width
                    visible: field.multiline
                    mono: true
                    placeholder: "-----BEGIN …"
                    accessibleName: field.label
                    onEdited: typed => root.take(field.id, typed)
                }
                TextField {
                    id: secret
                    width: parent.width
                    visible: !field.multiline
                    masked: true
                    accessibleName: field.label
                    onEdited: typed => root.take(field.id, typed)
                }
            }
        }
    }
}
