// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What is deployed, where and which way; then the button that says it.
Card {
    id: root

    required property BundleController bundle
    required property DeployController deploy
    required property DeployDialogs dialogs

    accessibleName: qsTr("What to deploy")

    Flow {
        width: parent.width
        spacing: Theme.spaceL

        FormField {
            width: Math.max(260, Math.min(380, root.width * 0.3))
            label: qsTr("Bundle")
            ComboBox {
                accessibleName: qsTr("Bundle")
                options: root.bundle.known.concat([{value: "?", label: qsTr("Another folder…"), help: ""}, {value: "!", label: qsTr("Make an example"), help: ""}])
                value: root.bundle.folder
                onChosen: value => root.choose(value)
            }
        }
        FormField {
            width: 150
            visible: root.bundle.environments.length > 0
            label: qsTr("Environment")
            ComboBox {
                accessibleName: qsTr("Environment")
                options: root.bundle.environments
                value: root.bundle.environment
                onChosen: value => root.bundle.environment = value
            }
        }
        FormField {
            width: way.implicitWidth
            visible: root.bundle.environments.length > 0
            label: qsTr("Way")
            SegmentedChoice {
                id: way
                accessibleName: qsTr("Way")
                options: root.bundle.ways
                value: root.bundle.way
                onChosen: value => root.bundle.way = value
            }
        }
        FormField {
            width: button.implicitWidth
            label: " "
            PrimaryButton {
                id: button
                text: root.deploy.deployText
                blockedReason: root.deploy.blockedReason
                iconName: "play"
                onClicked: root.dialogs.start()
            }
        }
    }

    GuardChoice {
        width: parent.width
        visible: root.bundle.ready
        guard: root.deploy.guard
    }
    Caption {
        width: parent.width
        visible: text !== ""
        text: root.deploy.blockedReason
    }

    function choose(value: string) {
        if (value === "?") {
            root.dialogs.chooseFolder();
        } else if (value === "!") {
            root.bundle.makeExample();
        } else {
            root.bundle.folder = value;
        }
    }
}
