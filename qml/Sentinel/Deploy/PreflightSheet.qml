// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Whether it would come up: every check by its state, what to do, the answer behind it, and the report for the files.
Sheet {
    id: root

    required property PreflightController preflight

    signal saveAsked
    signal answerAsked(string key)

    title: qsTr("Preflight")
    subtitle: root.preflight.summary === "" ? root.preflight.headline : qsTr("%1. %2.").arg(root.preflight.headline).arg(root.preflight.summary)
    acceptText: qsTr("Look again")
    acceptBlockedReason: root.preflight.looking ? qsTr("It is being looked at.") : root.preflight.blockedReason
    cancelText: qsTr("Close")
    sheetWidth: 760
    footer: [
        CommandLine {
            width: parent ? parent.width : 0
            text: root.preflight.command
        }
    ]
    onAccepted: root.preflight.look()
    onOpened: if (!root.preflight.looked) root.preflight.look()

    Banner {
        width: parent ? parent.width : 0
        visible: root.preflight.trouble.present
        status: Status.Error
        title: root.preflight.trouble.title
        text: root.preflight.trouble.text
    }
    Flow {
        width: parent ? parent.width : 0
        spacing: Theme.spaceM
        SegmentedChoice {
            accessibleName: qsTr("Which checks are shown")
            options: [
                {value: "all", label: qsTr("All %1").arg(root.preflight.counts.all)},
                {value: "fail", label: qsTr("Failed %1").arg(root.preflight.counts.fail)},
                {value: "warn", label: qsTr("To look at %1").arg(root.preflight.counts.warn)},
                {value: "not-checked", label: qsTr("Not checked %1").arg(root.preflight.counts["not-checked"])}
            ]
            value: root.preflight.filter
            onChosen: value => root.preflight.filter = value
        }
        SecondaryButton {
            text: qsTr("Save the report…")
            iconName: "save"
            blockedReason: root.preflight.looked ? "" : qsTr("Nobody has looked yet.")
            onClicked: root.saveAsked()
        }
        SecondaryButton {
            text: qsTr("Look from inside the cluster…")
            visible: !root.preflight.asking && !root.preflight.inside
            blockedReason: root.preflight.insideBlockedReason
            onClicked: root.preflight.askInside()
        }
    }
    PreflightInside {
        width: parent ? parent.width : 0
        preflight: root.preflight
    }
    Spinner {
        visible: root.preflight.looking
    }
    Column {
        width: parent ? parent.width : 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Checks")
        Repeater {
            model: root.preflight.checks
            PreflightCheck {
                width: parent ? parent.width : 0
                onAccepted: reason => root.preflight.accept(rule, reason)
                onAnswerAsked: root.answerAsked(answer)
            }
        }
    }
}
