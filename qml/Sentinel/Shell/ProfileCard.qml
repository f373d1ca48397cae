// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One way to begin: what it is for, in a sentence.
Card {
    id: root

    required property var profile

    interactive: true
    accessibleName: qsTr("New plan: %1. %2").arg(root.profile.title).arg(root.profile.summary)

    Icon {
        name: root.profile.iconName
        color: Theme.accent
        size: Theme.iconSize * 1.75
    }
    Heading {
        width: parent.width
        text: root.profile.title
    }
    BodyText {
        width: parent.width
        text: root.profile.summary
        color: Theme.textSecond
    }
}
