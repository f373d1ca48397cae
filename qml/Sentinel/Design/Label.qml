// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SafeText {
    elide: Text.ElideRight
    maximumLineCount: 1
}
