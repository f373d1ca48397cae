// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Where a new plan begins: the profiles side by side, equally high.
Column {
    id: root

    signal chosen(string name)

    spacing: Theme.spaceL
    Heading {
        width: parent.width
        text: qsTr("New plan from a profile")
    }
    Grid {
        id: grid
        readonly property real tallest: Array.from(children).reduce((most, card) => Math.max(most, card.implicitHeight), 172)
        width: parent.width
        columns: width > 900 ? 4 : 2
        spacing: Theme.spaceM
        Repeater {
            model: Console.profiles
            ProfileCard {
                required property var modelData
                width: Math.floor((grid.width - (grid.columns - 1) * grid.spacing) / grid.columns)
                height: grid.tallest
                profile: modelData
                onClicked: root.chosen(modelData.name)
            }
        }
    }
}
