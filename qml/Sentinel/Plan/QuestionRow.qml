// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What a row of the list of questions says, for all that draw a part of it.
Item {
    id: root

    required property PlanController wizard
    required property string key
    required property string label
    required property string help
    required property string control
    required property string unit
    required property string value
    required property string spoken
    required property var selected
    required property string defaultText
    required property string origin
    required property bool own
    required property string problem
    required property string warning
    required property var options
    required property bool optional
    required property string placeholder
    required property string minimum
    required property string maximum
    required property int decimals
    required property var items
    required property bool wide
}
