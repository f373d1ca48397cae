// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The fifteen checks: what is in the way or to be accepted with the next step, the rest in one line each.
Rectangle {
    id: root

    required property RollbackController back

    implicitHeight: body.implicitHeight + 24
    radius: 8
    color: Theme.softTones[root.back.tone]
    border.width: 1
    border.color: Theme.tones[root.back.tone]

    Column {
        id: body
        x: 14
        y: 12
        width: parent.width - 28
        spacing: 6
        StatusMark {
            width: parent.width
            status: root.back.tone
            text: root.back.headline
        }
        Repeater {
            model: root.back.checks
            Column {
                id: check
                required property string title
                required property int tone
                required property string text
                required property string remedy
                width: body.width
                spacing: 1
                StatusNote {
                    width: parent.width
                    status: check.tone
                    text: check.text === "" ? check.title : qsTr("%1: %2").arg(check.title).arg(check.text)
                }
                Caption {
                    x: 20
                    width: parent.width - x
                    visible: check.remedy !== ""
                    text: check.remedy
                }
            }
        }
        Caption {
            width: parent.width
            text: root.back.countText
        }
    }
}
