// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A Secret that must be in the cluster before the first deploy.
Column {
    id: root

    required property string name
    required property string place
    required property string purpose
    required property string key

    signal jumped(string key)

    spacing: 1

    CodeText {
        width: parent.width
        text: root.name
        mayElide: true
    }
    Caption {
        width: parent.width
        text: qsTr("in namespace %1").arg(root.place)
    }
    LinkButton {
        width: Math.min(implicitWidth, parent.width)
        pixelSize: Theme.sizeSmall
        text: root.purpose
        onClicked: root.jumped(root.key)
    }
}
