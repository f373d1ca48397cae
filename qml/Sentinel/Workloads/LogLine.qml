// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// A line of a log, or a mark of ours between two of them.
SafeText {
    id: root

    required property string line
    required property string time
    required property bool mark
    property bool withTime: false

    leftPadding: 8
    text: root.mark ? "── " + root.line : root.withTime && root.time !== "" ? root.time + "  " + root.line : root.line
    color: root.mark ? Theme.warning : Theme.text
    font.family: Theme.monoFamily
    font.pixelSize: Theme.sizeCode - 1
    elide: Text.ElideNone
    mayElide: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.text
}
