// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

/// Something the palette and the keyboard can do.
QtObject {
    property string commandId
    property string text
    property string group
    property string iconName
    property string shortcut
    property string blockedReason
    property string keywords

    signal triggered
}
