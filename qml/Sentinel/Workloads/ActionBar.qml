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
        model: root.actions.actions
        delegate: Loader {
            id: place
            required property var modelData
            sourceComponent: place.modelData.danger ? danger : usual
            Component {
                id: usual
                SecondaryButton {
                    text: place.modelData.text
                    iconName: place.modelData.iconName
                    blockedReason: place.modelData.blockedReason
                    onClicked: root.actions.begin(place.modelData.id)
                }
            }
            Component {
                id: danger
                QuietButton {
                    text: place.modelData.text
                    iconName: place.modelData.iconName
                    blockedReason: place.modelData.blockedReason
                    onClicked: root.actions.begin(place.modelData.id)
                }
            }
        }
    }
}
