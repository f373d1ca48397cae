// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Why there is no finding to see: not checked yet, on its way, could not be, nothing found, or all of it hidden.
Item {
    id: root

    required property FindingsController findings
    readonly property bool waiting: !root.findings.present && root.findings.busy
    readonly property bool hidden: root.findings.present && root.findings.count > 0

    implicitHeight: root.waiting ? wait.implicitHeight : words.implicitHeight

    Column {
        id: wait
        width: parent.width
        visible: root.waiting
        spacing: Theme.spaceM
        Spinner {
            anchors.horizontalCenter: parent.horizontalCenter
            running: root.visible && root.waiting
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.findings.note
            color: Theme.textSecond
        }
    }
    EmptyState {
        id: words
        width: parent.width
        visible: !root.waiting
        iconName: root.hidden ? "filter" : root.findings.present ? "check" : "review"
        title: root.hidden ? qsTr("All findings are hidden") : root.findings.present ? qsTr("Nothing found") : qsTr("Nothing to show yet")
        text: root.hidden ? "" : root.findings.present ? qsTr("Every object that would be installed is as the rules want it.") : root.findings.trouble.present ? qsTr("What is found stands here as soon as it can be checked.") : root.findings.note
        actionText: root.hidden ? qsTr("Show all") : ""
        onActed: root.findings.showAll()
    }
}
