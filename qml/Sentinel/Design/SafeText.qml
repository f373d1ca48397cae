// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What every text of the program is made of: plain text, so nothing that a file or a cluster says can become markup.
Text {
    id: root

    /// Cut on purpose (paths); every other cut text counts as a defect in the screen tests.
    property bool mayElide: false

    textFormat: Text.PlainText
    color: Theme.text
    linkColor: Theme.accent
    font.pixelSize: Theme.sizeBase
    verticalAlignment: Text.AlignVCenter

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}
