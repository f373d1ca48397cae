// SPDX-License-Identifier: GPL-3.0-or-later
ActionButton {
    fill: "transparent"
    ink: Theme.accent
    edge: "transparent"
}
