// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A question on a form: label, the control, and below it what it means or what is wrong with the answer.
Column {
    id: root

    property string label
    property string help
    property string unit
    property string error
    property string warning
    property bool required: false
    /// The answer is a person's own, not the default; offers to go back to it.
    property bool changed: false
    property string defaultText
    /// The control takes the whole width; off for switches and the like.
    property bool stretch: true
    default property alias control: place.children
    readonly property Item field: place.children.length > 0 ? place.children[0] : null

    signal resetRequested

    spacing: 5

    Item {
        width: parent.width
        implicitHeight: Math.max(24, words.implicitHeight)
        BodyText {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - (root.changed ? mark.width + 8 : 0))
            text: root.unit === "" ? root.label : qsTr("%1 (%2)").arg(root.label).arg(root.unit)
            font.weight: Font.Medium
        }
        Caption {
            anchors.left: words.right
            anchors.leftMargin: 4
            anchors.baseline: words.baseline
            visible: root.required
            text: qsTr("required")
            wrapMode: Text.NoWrap
        }
        Loader {
            id: mark
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            active: root.changed
            sourceComponent: LinkButton {
                pixelSize: Theme.sizeSmall
                text: root.defaultText === "" ? qsTr("Back to the default") : qsTr("Back to %1").arg(root.defaultText)
                Accessible.description: root.label
                onClicked: root.resetRequested()
            }
        }
    }
    Item {
        id: place
        width: parent.width
        implicitHeight: root.field ? root.field.height : 0
        Binding {
            target: root.field
            property: "width"
            value: place.width
            when: root.field !== null && root.stretch
        }
    }
    Binding {
        target: root.field
        property: "accessibleName"
        value: root.label
        when: root.field !== null && "accessibleName" in root.field
    }
    Loader {
        width: parent.width
        active: root.error !== "" || root.warning !== ""
        visible: active
        sourceComponent: StatusNote {
            status: root.error !== "" ? Status.Error : Status.Warning
            text: root.error !== "" ? root.error : root.warning
        }
    }
    Caption {
        width: parent.width
        visible: text !== "" && root.error === ""
        text: root.help
    }
}
