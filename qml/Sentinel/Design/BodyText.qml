// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SafeText {
    wrapMode: Text.Wrap
    lineHeight: 1.25
}
