// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Sentinel.Design

/// Hands what is remembered to the tokens.
QtObject {
    readonly property Binding choice: Binding {
        target: Theme
        property: "choice"
        value: Console.theme === "light" ? Theme.Light : Console.theme === "dark" ? Theme.Dark : Theme.System
    }
    readonly property Binding contrast: Binding {
        target: Theme
        property: "highContrast"
        value: Console.highContrast
    }
    readonly property Binding scale: Binding {
        target: Theme
        property: "textScale"
        value: Console.textScale
    }
    readonly property Binding motion: Binding {
        target: Theme
        property: "reduceMotion"
        value: Console.reduceMotion
    }
}
