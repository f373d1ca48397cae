// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Plan

/// The review as a person meets it: what a check found, and the matrix by keyboard. Checked with the real helm, once.
TestCase {
    id: suite

    name: "ReviewView"
    when: windowShown
    width: 900
    height: 640
    visible: true

    PlanController {
        id: wizard
        language: "en"
    }
    ReviewController {
        id: review
        plan: wizard
    }
    FindingsController {
        id: findings
        review: review
    }
    ReachController {
        id: reach
        findings: findings
        environment: wizard.shownEnvironment
    }
    Component {
        id: listPage
        FindingsView {
            width: suite.width
            height: suite.height
            wizard: wizard
            review: review
            findings: findings
        }
    }
    Component {
        id: matrixPage
        FocusScope {
            property alias matrix: matrix
            width: suite.width
            height: suite.height
            SecondaryButton {
                id: before
                text: "before"
            }
            ReachView {
                id: matrix
                y: 40
                width: parent.width
                height: parent.height - y
                wizard: wizard
                findings: findings
                reach: reach
            }
        }
    }

    function initTestCase() {
        wizard.begin("", "dev", ""); // where a finding has an answer behind it
        wizard.step = "review";
        review.active = true;
        tryVerify(() => findings.present, 60000);
    }
    function init() {
        failOnWarning(/.?/);
        wizard.step = "review";
        reach.filter = "";
        findings.showAll();
    }
    function all(item: Item, fits: var): var {
        let found = fits(item) ? [item] : [];
        for (const child of item.children)
            found = found.concat(all(child, fits));
        return found;
    }
    function named(item: Item, name: string): var {
        return all(item, each => each.visible && each.Accessible && each.Accessible.name === name);
    }

    function test_everyFindingSaysWhatWhereAndWhatToDo() {
        const page = createTemporaryObject(listPage, suite);
        tryVerify(() => all(page, each => each.rule !== undefined && each.sentence !== undefined).length > 0);
        for (const row of all(page, each => each.rule !== undefined && each.sentence !== undefined)) {
            verify(row.sentence !== "");
            verify(row.rule !== "");
            verify(row.object !== "");
            compare(row.Accessible.name, row.sentence);
        }
    }

    function test_theAnswerBehindAFindingIsOneKeyAway() {
        const page = createTemporaryObject(listPage, suite);
        const answers = () => all(page, each => each.visible && each.text === "Go to the answer");
        tryVerify(() => answers().length > 0);
        answers()[0].forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        verify(wizard.step !== "review");
    }

    function test_theLinesOfAFindingAreOneKeyAway() {
        const page = createTemporaryObject(listPage, suite);
        const places = () => all(page, each => each.visible && each.text !== undefined && /\.yaml:\d+$/.test(each.text) && each.clicked !== undefined);
        tryVerify(() => places().length > 0);
        const place = places()[0].text;
        places()[0].forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(review.view, "files");
        compare(review.file + ":" + review.line, place);
    }

    function test_aGroupIsHiddenByItsChip() {
        const page = createTemporaryObject(listPage, suite);
        const rows = findings.rows.count;
        const chip = all(page, each => each.visible && each.interactive && /^Notes /.test(each.text))[0];
        verify(chip.selected);
        mouseClick(chip);
        verify(findings.rows.count < rows);
        verify(!chip.selected);
        chip.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(findings.rows.count, rows);
        verify(chip.activeFocus); // the chip is the same, and the keyboard stays on it
    }

    function test_arrowsMoveThroughTheMatrix() {
        const page = createTemporaryObject(matrixPage, suite);
        const table = all(page, each => each.rows !== undefined && each.columns !== undefined && each.currentRow !== undefined)[0];
        tryVerify(() => table.currentRow >= 0);
        compare(reach.way.sentence.length > 0, true);
        table.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        compare(table.currentColumn, 0);
        const first = reach.way.sentence;
        keyClick(Qt.Key_Right);
        compare(table.currentColumn, 1);
        verify(reach.way.sentence !== first);
        const row = table.currentRow;
        keyClick(Qt.Key_Down);
        compare(table.currentRow, row + 1);
        keyClick(Qt.Key_End);
        compare(table.currentColumn, table.columns - 1);
        keyClick(Qt.Key_PageDown);
        verify(table.currentRow > row + 1);
    }

    function test_aCellUnderTheMouseIsSaidAndAClickedOneStays() {
        const page = createTemporaryObject(matrixPage, suite);
        const table = all(page, each => each.rows !== undefined && each.columns !== undefined && each.currentRow !== undefined)[0];
        tryVerify(() => table.itemAtCell(Qt.point(1, 2)) !== null);
        const cell = table.itemAtCell(Qt.point(1, 2));
        mouseClick(cell);
        tryCompare(table, "currentRow", 2);
        compare(table.currentColumn, 1);
        compare(reach.way.sentence, cell.name);
        compare(cell.Accessible.name, cell.name);
    }

    function test_tabLeavesTheMatrix() {
        const page = createTemporaryObject(matrixPage, suite);
        const table = all(page, each => each.rows !== undefined && each.columns !== undefined && each.currentRow !== undefined)[0];
        table.forceActiveFocus(Qt.TabFocusReason);
        verify(table.activeFocus);
        keyClick(Qt.Key_Tab);
        verify(!table.activeFocus);
        table.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Backtab);
        verify(!table.activeFocus);
    }

    function test_theFilterNarrowsAndSaysWhenNothingIsLeft() {
        const page = createTemporaryObject(matrixPage, suite);
        const rows = reach.sources.count;
        reach.filter = "redis";
        verify(reach.sources.count < rows);
        reach.filter = "nobody";
        compare(reach.sources.count, 0);
        tryVerify(() => all(page, each => each.visible && each.title === "No name fits the filter").length === 1);
    }
}
