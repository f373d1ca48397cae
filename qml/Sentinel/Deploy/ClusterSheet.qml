// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Which cluster of the person's: a kubeconfig, a context, and how the band shows it.
Sheet {
    id: root

    signal chosen(var choice)

    title: qsTr("Use a real cluster")
    subtitle: qsTr("Nothing is changed there by choosing it. The rehearsal cluster ends, and the band shows where you are from then on.")
    acceptText: choices.context === "" ? qsTr("Use this cluster") : qsTr("Use %1").arg(choices.context)
    acceptBlockedReason: choices.blockedReason
    sheetWidth: 560
    onAboutToShow: choices.read()
    onAccepted: {
        root.chosen(choices.choice);
        root.close();
    }

    ClusterChoices {
        id: choices
    }
    FormField {
        width: parent ? parent.width : 0
        label: qsTr("Kubeconfig")
        help: qsTr("Empty: what kubectl reads (KUBECONFIG, or .kube/config).")
        TextField {
            text: choices.file
            placeholder: choices.files
            mono: true
            clearable: true
            accessibleName: qsTr("Kubeconfig")
            onCommitted: text => choices.file = text
        }
    }
    Banner {
        width: parent ? parent.width : 0
        visible: choices.trouble.present
        status: Status.Error
        title: choices.trouble.title
        text: choices.trouble.text
    }
    FormField {
        width: parent ? parent.width : 0
        visible: choices.contexts.length > 0
        label: qsTr("Context")
        RadioChoice {
            options: choices.contexts
            value: choices.context
            onChosen: value => choices.context = value
        }
    }
    FormField {
        width: parent ? parent.width : 0
        visible: choices.contexts.length > 0 && !choices.guarded
        label: qsTr("Colour of the band")
        SegmentedChoice {
            options: [{value: "blue", label: qsTr("Blue")}, {value: "teal", label: qsTr("Teal")}, {value: "brown", label: qsTr("Brown")}]
            value: choices.colour
            onChosen: value => choices.colour = value
        }
    }
    Switch {
        visible: choices.contexts.length > 0
        text: qsTr("Protected: what changes it asks for a name first")
        checked: choices.guarded
        onToggledByUser: checked => choices.guarded = checked
    }
}
