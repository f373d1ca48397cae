// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What is worth knowing about the bundle, and the Secrets to prepare for it.
Card {
    id: root

    required property PlanController wizard
    required property ReviewController review
    property string view: "findings"

    padding: 12
    spacing: Theme.spaceM

    TabBar {
        id: tabs
        width: parent.width
        Accessible.name: qsTr("About the bundle")
        current: root.view
        tabs: [
            {
                "id": "findings",
                "label": qsTr("Plan"),
                "count": root.review.findings.count
            },
            {
                "id": "secrets",
                "label": qsTr("Secrets"),
                "count": root.review.secrets.count
            }
        ]
        onChosen: id => root.view = id
    }
    ListView {
        id: findings
        width: parent.width
        height: root.height - 2 * root.padding - tabs.height - root.spacing
        visible: root.view === "findings"
        clip: true
        spacing: Theme.spaceL
        boundsBehavior: Flickable.StopAtBounds
        model: root.review.findings
        T.ScrollBar.vertical: ScrollBar {}
        delegate: FindingRow {
            width: findings.width - 10
            onJumped: key => root.wizard.jump(key)
        }
        StatusNote {
            visible: findings.count === 0 && root.review.ready
            width: parent.width
            status: Status.Ok
            text: qsTr("Nothing stands in the way.")
        }
    }
    ListView {
        id: secrets
        width: parent.width
        height: findings.height
        visible: root.view === "secrets"
        clip: true
        spacing: Theme.spaceM
        boundsBehavior: Flickable.StopAtBounds
        model: root.review.secrets
        T.ScrollBar.vertical: ScrollBar {}
        delegate: SecretRow {
            width: secrets.width - 10
            onJumped: key => root.wizard.jump(key)
        }
    }
}
