// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "CodeView"
    when: windowShown
    width: 500
    height: 400
    visible: true

    Component {
        id: views
        Column {
            property alias view: view
            property alias next: next
            property alias before: before
            SecondaryButton { id: before; text: "before" }
            CodeView { id: view; width: 400; height: 200; text: Array.from({length: 60}, (_, i) => "line: " + i).join("\n") }
            SecondaryButton { id: next; text: "after" }
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_tabLeavesForwardAndBackward() {
        const all = createTemporaryObject(views, suite);
        all.view.forceActiveFocus(Qt.TabFocusReason);
        tryCompare(all.view, "activeFocus", true);
        keyClick(Qt.Key_Tab);
        tryCompare(all.next, "activeFocus", true);
        keyClick(Qt.Key_Backtab);
        tryCompare(all.view, "activeFocus", true);
        keyClick(Qt.Key_Backtab);
        tryCompare(all.before, "activeFocus", true);
    }

    function test_theCursorKnowsItsLine() {
        const all = createTemporaryObject(views, suite);
        compare(all.view.lineCount, 60);
        compare(all.view.cursorLine, 1);
        all.view.forceActiveFocus(Qt.TabFocusReason);
        for (let i = 0; i < 5; ++i) {
            keyClick(Qt.Key_Down);
        }
        compare(all.view.cursorLine, 6);
    }

    function test_typingChangesNothing() {
        const all = createTemporaryObject(views, suite);
        const before = all.view.text;
        all.view.forceActiveFocus(Qt.TabFocusReason);
        keyClick("x");
        keyClick(Qt.Key_Delete);
        compare(all.view.text, before);
    }

    function test_textFromOutsideIsNeverMarkup() {
        const all = createTemporaryObject(views, suite);
        all.view.text = "<b>bold</b><img src='http://192.0.2.1/x.png'>";
        compare(all.view.lineCount, 1);
    }

    function numbersOf(item: Item): var {
        let found = item.line !== undefined && item.text !== undefined ? [item] : [];
        for (const child of item.children)
            found = found.concat(numbersOf(child));
        return found;
    }

    function test_numbersStandBesideTheirLinesAfterAJump() {
        const all = createTemporaryObject(views, suite);
        all.view.text = Array.from({length: 900}, (_, i) => "other: " + i).join("\n");
        const at = all.view.text.indexOf("other: 700");
        all.view.reveal(at, 10);
        compare(all.view.cursorLine, 701);
        const number = numbersOf(all.view).find(each => each.text === "701" && each.visible);
        verify(number);
        const middle = number.mapToItem(all.view, 0, number.height / 2).y;
        verify(middle > 0 && middle < all.view.height, middle);
        // The line that was brought a third of the way down.
        fuzzyCompare(middle, all.view.height / 3 + number.height / 2, number.height);
    }
}
