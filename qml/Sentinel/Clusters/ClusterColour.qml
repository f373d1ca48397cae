// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The colour of a cluster's band, as a mark beside its name.
Rectangle {
    property string colour

    implicitWidth: 12
    implicitHeight: 12
    radius: 3
    color: Theme.bands[colour] ?? Theme.band
    border.color: Theme.lineControl
    Accessible.ignored: true
}
