// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The name of a Secret in the cluster, never its value; the key mark in front says so.
TextField {
    id: root

    required property QuestionRow row

    mono: true
    leftPadding: 34
    placeholder: root.row.placeholder
    invalid: root.row.problem !== ""
    accessibleName: qsTr("%1, name of a Secret").arg(root.row.label)
    Accessible.description: root.row.help
    Binding on text {
        value: root.row.value
    }
    Icon {
        x: 10
        anchors.verticalCenter: parent.verticalCenter
        name: "lock"
        color: Theme.textSecond
        size: Theme.iconSize
    }
}
