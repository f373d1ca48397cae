// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SafeText {
    color: Theme.textSecond
    font.pixelSize: Theme.sizeSmall
    wrapMode: Text.Wrap
    lineHeight: 1.2
}
