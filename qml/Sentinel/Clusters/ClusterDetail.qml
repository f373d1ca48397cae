// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// How this console treats the cluster: its name, its protection, the colour of its band.
Card {
    id: root

    required property ClustersController clusters
    required property ClustersDialogs dialogs
    readonly property bool guarded: root.clusters.detail.guarded ?? false

    title: qsTr("How it is treated")
    actions: [
        QuietButton {
            text: qsTr("Remove from the list…")
            iconName: "trash"
            onClicked: root.dialogs.remove()
        }
    ]

    Flow {
        width: parent.width
        spacing: Theme.spaceXl
        FormField {
            width: Math.max(220, Math.min(320, root.width * 0.45))
            label: qsTr("Name")
            help: qsTr("Yours alone; the context keeps its own.")
            TextField {
                text: root.clusters.detail.name ?? ""
                onCommitted: text => root.clusters.rename(text)
            }
        }
        FormField {
            width: colours.implicitWidth
            visible: !root.guarded
            label: qsTr("Colour of the band")
            SegmentedChoice {
                id: colours
                options: root.clusters.colours
                value: root.clusters.detail.colour ?? ""
                onChosen: value => root.clusters.setColour(value)
            }
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Protection")
        help: root.guarded ? qsTr("The band of a protected cluster is red.") : ""
        RadioChoice {
            options: root.clusters.protections
            value: root.clusters.detail.protection ?? ""
            onChosen: value => root.clusters.setProtection(value)
        }
    }
}
