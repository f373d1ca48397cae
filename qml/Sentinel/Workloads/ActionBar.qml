// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// What may be done to the object; what may not says why.
Flow {
    id: root

    required property ActionsController actions

    spacing: 8
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Actions")

    Repeater {
        model: root.actions.rows
        delegate: Loader {
            id: place
            required property string id
            required property string text
            required property string iconName
            required property string blockedReason
            required property bool danger
            sourceComponent: place.danger ? harmful : usual
            Component {
                id: usual
                SecondaryButton {
                    text: place.text
                    iconName: place.iconName
                    blockedReason: place.blockedReason
                    onClicked: root.actions.begin(place.id)
                }
            }
            Component {
                id: harmful
                QuietButton {
                    text: place.text
                    iconName: place.iconName
                    blockedReason: place.blockedReason
                    onClicked: root.actions.begin(place.id)
                }
            }
        }
    }
}
