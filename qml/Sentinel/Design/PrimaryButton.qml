// SPDX-License-Identifier: GPL-3.0-or-later
ActionButton {
    fill: Theme.accent
    fillHover: Theme.accentHover
    fillPressed: Theme.accentHover
    ink: Theme.textOnAccent
    edge: "transparent"
}
