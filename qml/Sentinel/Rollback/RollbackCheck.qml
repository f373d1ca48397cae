// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// One check: what it looked at, what it found, what to do about it.
Column {
    id: root

    required property string title
    required property int tone
    required property string text
    required property string remedy
    /// Leave out what nobody has to decide about.
    property bool mostly: true
    readonly property bool matters: root.tone === Status.Error || root.tone === Status.Warning

    visible: root.matters || !root.mostly
    spacing: 1
    Accessible.role: Accessible.ListItem
    Accessible.name: [root.title, root.text, root.remedy].filter(part => part !== "").join(". ")

    Row {
        width: parent.width
        spacing: 6
        StatusMark {
            y: 2
            compact: true
            status: root.tone
            Accessible.ignored: true
        }
        BodyText {
            width: root.width - x
            text: root.text === "" ? root.title : root.text // the sentence says what was looked at
            Accessible.ignored: true
        }
    }
    Caption {
        x: 21
        width: parent.width - x
        visible: text !== ""
        text: root.matters ? root.remedy : ""
        color: Theme.textSecond
        Accessible.ignored: true
    }
}
