// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// Back, what is kept so far, and the way on.
Item {
    id: root

    required property PlanController wizard
    required property ReviewController review
    required property PlanDialogs dialogs
    readonly property bool last: root.wizard.nextTitle === ""

    implicitHeight: 65

    Divider {
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
    }
    Row {
        x: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceXl
        SecondaryButton {
            text: qsTr("Back")
            visible: !root.wizard.first
            shortcutText: ""
            hint: qsTr("The step before (Alt+Left)")
            onClicked: root.wizard.back()
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.wizard.draftText
            color: Theme.textSecond
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM
        SecondaryButton {
            visible: root.wizard.step === "hardware"
            text: qsTr("Compare with inventory…")
            onClicked: root.dialogs.openInventory()
        }
        SecondaryButton {
            visible: root.last
            text: qsTr("Compare with a bundle…")
            onClicked: root.dialogs.compareBundle()
        }
        PrimaryButton {
            visible: !root.last
            text: qsTr("Next: %1").arg(root.wizard.nextTitle)
            hint: qsTr("Alt+Right")
            onClicked: root.wizard.next()
        }
        PrimaryButton {
            visible: root.last
            text: qsTr("Write the bundle…")
            busy: root.review.busy
            blockedReason: root.review.ready || root.review.busy ? "" : root.review.headline
            onClicked: root.dialogs.writeBundle()
        }
    }
}
