// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The fifteen checks: what is in the way or to be accepted with the next step; the rest on request.
Rectangle {
    id: root

    required property RollbackController back
    property bool all: false

    implicitHeight: body.implicitHeight + 26
    radius: Theme.radiusCard
    color: Theme.softTones[root.back.tone]
    border.width: 1
    border.color: Theme.tones[root.back.tone]
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: root.back.headline
    Accessible.description: root.back.countText

    Column {
        id: body
        x: 14
        y: 13
        width: parent.width - 28
        spacing: Theme.spaceS
        Row {
            width: parent.width
            spacing: 6
            StatusMark {
                y: 2
                compact: true
                status: root.back.tone
                Accessible.ignored: true
            }
            BodyText {
                width: body.width - x
                text: root.back.headline
                color: Theme.tones[root.back.tone]
                font.weight: Font.DemiBold
            }
        }
        Repeater {
            model: root.back.checks
            RollbackCheck {
                width: body.width
                mostly: !root.all
            }
        }
        Flow {
            x: 20
            width: parent.width - x
            spacing: Theme.spaceM
            Caption {
                height: Math.max(24, implicitHeight)
                text: root.back.countText
                wrapMode: Text.NoWrap
                color: Theme.text
            }
            LinkButton {
                pixelSize: Theme.sizeSmall
                text: root.all ? qsTr("Only what matters") : qsTr("Show every check")
                onClicked: root.all = !root.all
            }
        }
    }
    FocusRing {
        radius: Theme.radiusCard + 3
        shown: root.activeFocus
    }
}
