// SPDX-License-Identifier: GPL-3.0-or-later
ActionButton {
    fill: Theme.error
    fillHover: Qt.darker(Theme.error, 1.15)
    fillPressed: Qt.darker(Theme.error, 1.25)
    ink: Theme.textOnAccent
    edge: "transparent"
}
