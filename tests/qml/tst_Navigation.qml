// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Navigation"
    when: windowShown
    width: 500
    height: 500
    visible: true

    Component {
        id: rail
        StepRail {
            width: 200
            current: "load"
            steps: [{id: "target", title: "Target", state: "done", errors: 0}, {id: "load", title: "Load", state: "current", errors: 0}, {id: "hardware", title: "Hardware", state: "open", errors: 2}, {id: "review", title: "Review", state: "blocked", errors: 0, reason: "Answer Load first"}]
        }
    }
    Component { id: tabs; TabBar { tabs: [{id: "files", label: "Files"}, {id: "diff", label: "Changes", count: 3}]; current: "files"; onChosen: id => current = id } }
    Component { id: row; ListRow { width: 300; title: "prod"; detail: "not saved yet"; trailing: "today" } }
    Component { id: tree; TreeRow { width: 300; text: "environments"; expandable: true } }
    Component { id: crumbs; Breadcrumb { parts: ["Plan", "prod", "Load"] } }
    Component { id: card; Card { width: 300; title: "Production"; interactive: true } }
    Component { id: plainCard; Card { width: 300; title: "Production" } }
    Component { id: figure; FigureCard { label: "Nodes"; figure: "12"; unit: "nodes"; interactive: true } }
    Component {
        id: section
        Section {
            width: 300
            title: "More settings"
            collapsible: true
            expanded: false
            SecondaryButton { text: "inside" }
        }
    }
    Component { id: split; SplitPane { width: 400; height: 200; position: 0.5 } }
    SignalSpy { id: chosen; signalName: "chosen" }
    SignalSpy { id: clicked; signalName: "clicked" }
    SignalSpy { id: toggled; signalName: "toggled" }

    function focused(): Item {
        return suite.Window.activeFocusItem;
    }
    function make(kind: Component, spy: SignalSpy): Item {
        const control = createTemporaryObject(kind, suite);
        if (spy) {
            spy.target = control;
            spy.clear();
        }
        keyClick(Qt.Key_Tab);
        return control;
    }
    function cleanup() {
        for (const spy of [chosen, clicked, toggled]) {
            spy.target = null;
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_arrowsGoThroughTheStepsAndReturnChooses() {
        make(rail, chosen);
        compare(focused().text, "Target");
        keyClick(Qt.Key_Down);
        compare(focused().text, "Load");
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        compare(focused().text, "Target");
        keyClick(Qt.Key_Return);
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0], "target");
    }

    function test_stepsSayTheirStateInWords() {
        make(rail, chosen);
        compare(focused().Accessible.name, "Target, done");
        keyClick(Qt.Key_Down);
        compare(focused().Accessible.name, "Load, current step");
        keyClick(Qt.Key_Down);
        verify(focused().Accessible.name.includes("2 problem"));
        keyClick(Qt.Key_Down);
        compare(focused().Accessible.name, "Review, Answer Load first");
    }

    function test_aBlockedStepIsNotChosen() {
        make(rail, chosen);
        for (let i = 0; i < 3; ++i) {
            keyClick(Qt.Key_Down);
        }
        keyClick(Qt.Key_Return);
        compare(chosen.count, 0);
    }

    function test_arrowsChangeTabsRoundAndRound() {
        const bar = make(tabs, chosen);
        keyClick(Qt.Key_Right);
        compare(bar.current, "diff");
        compare(focused().Accessible.name, "Changes (3)");
        keyClick(Qt.Key_Right);
        compare(bar.current, "files");
        keyClick(Qt.Key_Left);
        compare(bar.current, "diff");
    }

    function test_aRowIsOneSentenceAndActsByReturn() {
        const line = make(row, clicked);
        compare(line.Accessible.name, "prod, not saved yet, today");
        keyClick(Qt.Key_Return);
        compare(clicked.count, 1);
    }

    function test_rightOpensABranchAndLeftClosesIt() {
        const branch = make(tree, toggled);
        keyClick(Qt.Key_Left);
        compare(toggled.count, 0);
        keyClick(Qt.Key_Right);
        compare(toggled.count, 1);
        branch.expanded = true;
        keyClick(Qt.Key_Right);
        compare(toggled.count, 1);
        keyClick(Qt.Key_Left);
        compare(toggled.count, 2);
    }

    function test_theLastPartOfABreadcrumbIsWhereOneIs() {
        make(crumbs, chosen);
        compare(focused().Accessible.name, "Plan");
        keyClick(Qt.Key_Tab);
        compare(focused().Accessible.name, "prod");
        keyClick(Qt.Key_Return);
        compare(chosen.signalArguments[0][0], 1);
    }

    function test_cardsActAsAWhole_data() {
        return [{tag: "card", kind: card}, {tag: "figure", kind: figure}];
    }
    function test_cardsActAsAWhole(data) {
        const control = make(data.kind, clicked);
        tryCompare(control, "activeFocus", true);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        mouseClick(control);
        compare(clicked.count, 3);
    }

    function test_aPlainCardIsPassedByTab() {
        const control = make(plainCard, clicked);
        verify(!control.activeFocus);
        mouseClick(control);
        compare(clicked.count, 0);
    }

    function test_whatIsFoldedIsNotReachedByTab() {
        const folded = make(section, null);
        compare(focused().Accessible.name, "More settings");
        compare(focused().Accessible.description, "folded");
        keyClick(Qt.Key_Return);
        verify(folded.expanded);
        keyClick(Qt.Key_Tab);
        compare(focused().text, "inside");
    }

    function test_arrowsMoveTheHandleBetweenPanes() {
        const panes = make(split, null);
        const before = panes.position;
        keyClick(Qt.Key_Right);
        verify(panes.position > before);
        for (let i = 0; i < 60; ++i) {
            keyClick(Qt.Key_Left);
        }
        verify(panes.position >= 0.1);
    }
}
