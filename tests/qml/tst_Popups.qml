// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Popups"
    when: windowShown
    width: 700
    height: 500
    visible: true

    Component {
        id: sheet
        Sheet {
            title: "Write the bundle"
            acceptText: "Write"
            TextField { accessibleName: "Folder" }
        }
    }
    Component { id: dialog; Dialog { title: "Discard the draft?"; text: "It cannot be brought back."; acceptText: "Discard the draft"; acceptKind: "danger" } }
    Component { id: menu; Menu { entries: [{id: "open", text: "Open"}, {id: "save", text: "Save", blockedReason: "No plan is open"}, {id: "leave", text: "Close"}] } }
    SecondaryButton {
        id: opener
        text: "open"
    }
    SignalSpy { id: accepted; signalName: "accepted" }
    SignalSpy { id: rejected; signalName: "rejected" }
    SignalSpy { id: chosen; signalName: "chosen" }

    function focused(): Item {
        return suite.Window.activeFocusItem;
    }
    function focusedName(): string {
        return focused() ? focused().Accessible.name : "";
    }
    function make(kind: Component): QtObject {
        opener.forceActiveFocus(Qt.TabFocusReason);
        tryCompare(opener, "activeFocus", true);
        const popup = createTemporaryObject(kind, suite);
        for (const spy of [accepted, rejected]) {
            if (popup.accepted) {
                spy.target = popup;
            }
            spy.clear();
        }
        return popup;
    }
    function cleanup() {
        for (const spy of [accepted, rejected, chosen]) {
            spy.target = null;
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_escapeClosesAndTheFocusGoesBack_data() {
        return [{tag: "sheet", kind: sheet}, {tag: "dialog", kind: dialog}];
    }
    function test_escapeClosesAndTheFocusGoesBack(data) {
        const popup = make(data.kind);
        popup.open();
        tryCompare(popup, "opened", true);
        verify(!opener.activeFocus);
        keyClick(Qt.Key_Escape);
        tryCompare(popup, "visible", false);
        tryCompare(opener, "activeFocus", true);
        compare(accepted.count, 0);
    }

    function test_tabStaysInside_data() {
        return [{tag: "sheet", kind: sheet}, {tag: "dialog", kind: dialog}];
    }
    function test_tabStaysInside(data) {
        const popup = make(data.kind);
        popup.open();
        tryCompare(popup, "opened", true);
        for (let i = 0; i < 8; ++i) {
            keyClick(Qt.Key_Tab);
            verify(!opener.activeFocus, "the page below got the focus");
        }
        popup.close();
        tryCompare(popup, "visible", false);
    }

    function test_aDialogRestsOnCancel() {
        const popup = make(dialog);
        popup.open();
        tryCompare(popup, "opened", true);
        compare(focusedName(), "Cancel");
        keyClick(Qt.Key_Return);
        tryCompare(popup, "visible", false);
        compare(rejected.count, 1);
        compare(accepted.count, 0);
    }

    function test_theVerbOfADialogIsOneTabAway() {
        const popup = make(dialog);
        popup.open();
        tryCompare(popup, "opened", true);
        keyClick(Qt.Key_Tab);
        compare(focusedName(), "Discard the draft");
        keyClick(Qt.Key_Space);
        tryCompare(popup, "visible", false);
        compare(accepted.count, 1);
        compare(rejected.count, 0);
    }

    function test_aBlockedSheetDoesNotAccept() {
        const popup = make(sheet);
        popup.acceptBlockedReason = "Choose a folder first";
        popup.open();
        tryCompare(popup, "opened", true);
        let reached = false;
        for (let i = 0; i < 8 && !reached; ++i) {
            keyClick(Qt.Key_Tab);
            reached = focusedName() === "Write";
        }
        verify(reached, "the blocked button is not reached by Tab");
        keyClick(Qt.Key_Return);
        compare(accepted.count, 0);
        popup.close();
        tryCompare(popup, "visible", false);
    }

    function test_aMenuIsDrivenByArrowsAndSkipsNothingSilently() {
        const list = make(menu);
        chosen.target = list;
        chosen.clear();
        list.openBelow(opener);
        tryCompare(list, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(chosen.count, 0);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0], "leave");
        tryCompare(list, "visible", false);
        tryCompare(opener, "activeFocus", true);
    }
}
