// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Choices"
    when: windowShown
    width: 500
    height: 500
    visible: true

    readonly property var options: [{value: "a", label: "First", help: "the first"}, {value: "b", label: "Second"}, {value: "c", label: "Third"}]

    Component { id: combo; ComboBox { options: suite.options; value: "a"; accessibleName: "Which"; onChosen: chosen => value = chosen } }
    Component { id: segments; SegmentedChoice { options: suite.options; value: "a"; accessibleName: "Which"; onChosen: chosen => value = chosen } }
    Component { id: radios; RadioChoice { options: suite.options; value: "a"; accessibleName: "Which"; onChosen: chosen => value = chosen } }
    Component { id: stubborn; ComboBox { options: suite.options; value: "a" } }
    Component { id: several; ChoiceList { width: 300; options: suite.options; values: ["c"]; accessibleName: "Which"; onChosen: chosen => values = chosen } }
    Component { id: box; CheckBox { text: "Keep" } }
    Component { id: toggle; Switch { text: "Keep" } }
    Component { id: chip; Chip { text: "warnings"; checkable: true } }
    Component { id: tag; Chip { text: "prod"; removable: true } }
    SignalSpy { id: chosen; signalName: "chosen" }
    SignalSpy { id: toggled; signalName: "toggledByUser" }
    SignalSpy { id: clicked; signalName: "clicked" }
    SignalSpy { id: removed; signalName: "removed" }

    function make(kind: Component, spy: SignalSpy, properties: var): Item {
        const control = createTemporaryObject(kind, suite, properties ?? {});
        spy.target = control;
        spy.clear();
        keyClick(Qt.Key_Tab);
        tryCompare(control, "activeFocus", true);
        return control;
    }
    function cleanup() {
        for (const spy of [chosen, toggled, clicked, removed]) {
            spy.target = null;
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_arrowsChooseInAComboBox() {
        const control = make(combo, chosen);
        keyClick(Qt.Key_Down);
        compare(control.value, "b");
        keyClick(Qt.Key_Up);
        compare(control.value, "a");
        compare(chosen.count, 2);
    }

    function test_aComboBoxOpensBySpaceAndReturnTakes() {
        const control = make(combo, chosen);
        keyClick(Qt.Key_Space);
        tryCompare(control.popup, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryCompare(control.popup, "visible", false);
        compare(control.value, "c");
        compare(chosen.count, 1);
        verify(control.activeFocus);
    }

    function test_escapeFoldsAComboBoxAndChoosesNothing() {
        const control = make(combo, chosen);
        keyClick(Qt.Key_Space);
        tryCompare(control.popup, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Escape);
        tryCompare(control.popup, "visible", false);
        compare(control.value, "a");
        compare(chosen.count, 0);
    }

    function test_aComboBoxShowsItsValueEvenWhenTheWishIsNotGranted() {
        const control = make(stubborn, chosen);
        keyClick(Qt.Key_Down);
        compare(chosen.count, 1);
        compare(control.displayText, "First");
    }

    function test_arrowsChooseAmongThoseInSight_data() {
        return [{tag: "segments", kind: segments, on: Qt.Key_Right, back: Qt.Key_Left}, {tag: "radios", kind: radios, on: Qt.Key_Down, back: Qt.Key_Up}];
    }
    function test_arrowsChooseAmongThoseInSight(data) {
        const control = make(data.kind, chosen);
        keyClick(data.on);
        keyClick(data.on);
        compare(control.value, "c");
        keyClick(data.on);
        compare(control.value, "c");
        keyClick(data.back);
        compare(control.value, "b");
        compare(chosen.count, 3);
        verify(control.activeFocus);
    }

    function test_tabPassesAChoiceInOneStep_data() {
        return [{tag: "segments", kind: segments}, {tag: "radios", kind: radios}];
    }
    function test_tabPassesAChoiceInOneStep(data) {
        const control = make(data.kind, chosen);
        const next = createTemporaryObject(box, suite);
        keyClick(Qt.Key_Tab);
        tryCompare(next, "activeFocus", true);
        verify(!control.activeFocus);
    }

    function test_spaceFlipsOneOfManyAndKeepsTheOrderOfTheOptions() {
        const control = createTemporaryObject(several, suite);
        chosen.target = control;
        chosen.clear();
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        compare(control.values, ["a", "c"]);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Space);
        compare(control.values, ["a"]);
        compare(chosen.count, 2);
    }

    function test_spaceFlipsSwitchesAndBoxes_data() {
        return [{tag: "box", kind: box}, {tag: "switch", kind: toggle}];
    }
    function test_spaceFlipsSwitchesAndBoxes(data) {
        const control = make(data.kind, toggled);
        keyClick(Qt.Key_Space);
        compare(toggled.count, 1);
        compare(toggled.signalArguments[0][0], true);
        control.checked = false;
        compare(toggled.count, 1);
    }

    function test_aBlockedSwitchSaysWhyAndKeepsItsState_data() {
        return [{tag: "box", kind: box}, {tag: "switch", kind: toggle}];
    }
    function test_aBlockedSwitchSaysWhyAndKeepsItsState(data) {
        const control = createTemporaryObject(data.kind, suite, {blockedReason: "Needs three zones"});
        toggled.target = control;
        toggled.clear();
        mouseClick(control);
        compare(toggled.count, 0);
        verify(!control.checked);
        compare(control.Accessible.description, "Needs three zones");
    }

    function test_chipsActByKeyboard() {
        make(chip, clicked);
        keyClick(Qt.Key_Space);
        compare(clicked.count, 1);
    }

    function test_deleteTakesAwayARemovableChip() {
        make(tag, removed);
        keyClick(Qt.Key_Delete);
        compare(removed.count, 1);
    }
}
