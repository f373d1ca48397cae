// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Plans that were begun and not finished, newest first.
Card {
    id: root

    signal chosen(string id)

    title: qsTr("Not finished yet")
    subtitle: qsTr("Drafts are kept on this machine until you discard them.")
    spacing: 2
    Repeater {
        model: Console.drafts.slice(0, 6)
        ListRow {
            required property var modelData
            width: parent ? parent.width : 0
            iconName: "plan"
            title: modelData.name
            detail: modelData.file !== "" ? modelData.file : qsTr("not saved to a file yet")
            trailing: modelData.changed
            onClicked: root.chosen(modelData.id)
        }
    }
}
