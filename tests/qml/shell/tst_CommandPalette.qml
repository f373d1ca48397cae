// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Shell

TestCase {
    id: suite

    property string done

    name: "CommandPalette"
    when: windowShown
    width: 900
    height: 600
    visible: true

    CommandPalette {
        id: palette
        commands: [
            Command { commandId: "a"; text: "Use the dark appearance"; group: "Appearance"; onTriggered: suite.done = "dark" },
            Command { commandId: "b"; text: "Go to Help"; group: "Go to"; onTriggered: suite.done = "help" },
            Command { commandId: "c"; text: "Write the bundle"; group: "Plan"; blockedReason: "The plan has errors"; onTriggered: suite.done = "write" }
        ]
    }

    function init() {
        suite.done = "";
        palette.open();
        tryCompare(palette, "opened", true);
    }
    function typed(word: string) {
        for (const letter of word) {
            keyClick(letter);
        }
    }

    function test_enter_does_the_marked_line_and_closes() {
        typed("dark");
        keyClick(Qt.Key_Return);
        tryCompare(palette, "opened", false);
        compare(suite.done, "dark");
    }
    function test_arrow_keys_move_the_mark() {
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Enter);
        tryCompare(palette, "opened", false);
        compare(suite.done, "help");
    }
    function test_a_blocked_command_is_not_done() {
        typed("write");
        keyClick(Qt.Key_Return);
        tryCompare(palette, "opened", false);
        compare(suite.done, "");
    }
    function test_escape_does_nothing() {
        keyClick(Qt.Key_Escape);
        tryCompare(palette, "opened", false);
        compare(suite.done, "");
    }
}
