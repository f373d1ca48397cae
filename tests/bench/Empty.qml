// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Window {
    width: 1440
    height: 900
    visible: true
}
