// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Fields"
    when: windowShown
    width: 500
    height: 400
    visible: true

    Component { id: line; TextField { accessibleName: "Host" } }
    Component { id: number; NumberField { accessibleName: "Nodes"; minimum: 0; maximum: 5 } }
    Component { id: many; TextArea { accessibleName: "Notes" } }
    Component { id: search; SearchField { placeholder: "Filter files" } }
    Component { id: after; SecondaryButton { text: "after"; y: 200 } }
    Component {
        id: form
        FormField {
            width: 300
            label: "Events per second"
            unit: "events/s"
            TextField {}
        }
    }
    SignalSpy { id: edits; signalName: "edited" }
    SignalSpy { id: commits; signalName: "committed" }
    SignalSpy { id: resets; signalName: "resetRequested" }

    function make(kind: Component, properties: var): Item {
        const field = createTemporaryObject(kind, suite, properties ?? {});
        edits.target = field;
        commits.target = field;
        edits.clear();
        commits.clear();
        field.forceActiveFocus(Qt.TabFocusReason);
        tryCompare(field, "activeFocus", true);
        return field;
    }
    function type(text: string) {
        for (const letter of text) {
            keyClick(letter);
        }
    }
    function cleanup() {
        edits.target = null;
        commits.target = null;
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_eachKeystrokeIsEditedAndReturnCommitsOnce() {
        const field = make(line);
        type("ab");
        compare(edits.count, 2);
        compare(edits.signalArguments[1][0], "ab");
        compare(commits.count, 0);
        keyClick(Qt.Key_Return);
        compare(commits.count, 1);
        compare(commits.signalArguments[0][0], "ab");
        keyClick(Qt.Key_Return);
        compare(commits.count, 1);
    }

    function test_leavingCommitsWhatWasTyped() {
        const field = make(line);
        const next = createTemporaryObject(after, suite);
        type("x");
        keyClick(Qt.Key_Tab);
        tryCompare(next, "activeFocus", true);
        compare(commits.count, 1);
    }

    function test_leavingUntouchedCommitsNothing() {
        make(line, {text: "kept"});
        createTemporaryObject(after, suite);
        keyClick(Qt.Key_Tab);
        compare(commits.count, 0);
        compare(edits.count, 0);
    }

    function test_aTextGivenByTheProgramIsNoEdit() {
        const field = make(line);
        field.text = "from the plan";
        compare(edits.count, 0);
    }

    function test_arrowsStepANumberWithinItsRange() {
        const field = make(number, {text: "4"});
        keyClick(Qt.Key_Up);
        compare(field.text, "5");
        keyClick(Qt.Key_Up);
        compare(field.text, "5");
        keyClick(Qt.Key_Down);
        compare(field.text, "4");
        verify(edits.count >= 2);
        keyClick(Qt.Key_Return);
        compare(commits.count, 1);
        compare(commits.signalArguments[0][0], "4");
    }

    function test_tabLeavesATextAreaAndCommitsIt() {
        const field = make(many);
        const next = createTemporaryObject(after, suite);
        type("a");
        compare(edits.count, 1);
        keyClick(Qt.Key_Tab);
        tryCompare(next, "activeFocus", true);
        compare(commits.count, 1);
        compare(commits.signalArguments[0][0], "a");
    }

    function test_theTextAreaShowsWhatIsGiven() {
        const field = make(many, {text: "one"});
        compare(field.area.text, "one");
        type("x");
        field.text = "two";
        compare(field.area.text, "two");
    }

    function test_downGoesFromSearchToItsList() {
        const next = createTemporaryObject(after, suite);
        const field = make(search, {next: next});
        keyClick(Qt.Key_Down);
        tryCompare(next, "activeFocus", true);
    }

    function test_clearingASearchIsAnEdit() {
        const field = make(search);
        type("abc");
        edits.clear();
        waitForRendering(field);
        mouseClick(field, field.width - 16, field.height / 2);
        compare(field.text, "");
        compare(edits.count, 1);
        compare(edits.signalArguments[0][0], "");
    }

    function test_theLabelOfAFormIsTheNameOfItsField() {
        const field = createTemporaryObject(form, suite);
        compare(field.field.Accessible.name, "Events per second");
    }

    function test_aChangedAnswerOffersItsDefaultByKeyboard() {
        const field = createTemporaryObject(form, suite, {changed: true, defaultText: "1000"});
        resets.target = field;
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        compare(resets.count, 1);
    }

    function test_anErrorTakesThePlaceOfTheHelp() {
        const field = createTemporaryObject(form, suite, {help: "As measured.", error: "Not a number."});
        waitForRendering(field);
        const shown = [];
        const look = item => {
            if (item.visible && typeof item.text === "string") {
                shown.push(item.text);
            }
            Array.from(item.children).forEach(look);
        };
        look(field);
        verify(shown.includes("Not a number."));
        verify(!shown.includes("As measured."));
    }
}
