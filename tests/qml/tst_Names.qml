// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Names"
    when: windowShown
    width: 900
    height: 900
    visible: true

    readonly property var options: [{value: "a", label: "First"}, {value: "b", label: "Second"}]

    Component {
        id: gallery
        Column {
            width: 600
            PrimaryButton { text: "Primary" }
            SecondaryButton { text: "Secondary"; blockedReason: "not now" }
            QuietButton { text: "Quiet" }
            DangerButton { text: "Danger" }
            IconButton { text: "Copy"; iconName: "copy" }
            LinkButton { text: "Link" }
            FormField { label: "Text"; width: 300; TextField {} }
            FormField { label: "Number"; width: 300; NumberField { unit: "cores" } }
            FormField { label: "Lines"; width: 300; TextArea {} }
            FormField { label: "Choice"; width: 300; ComboBox { options: suite.options; value: "a" } }
            FormField { label: "Segments"; width: 300; SegmentedChoice { options: suite.options; value: "a" } }
            FormField { label: "Radios"; width: 300; RadioChoice { options: suite.options; value: "a" } }
            FormField { label: "Several"; width: 300; ChoiceList { options: suite.options; values: ["a"] } }
            FormField { label: "Changed"; width: 300; changed: true; TextField {} }
            CheckBox { text: "Box" }
            RadioButton { text: "Radio" }
            Switch { text: "Switch" }
            Chip { text: "Chip"; checkable: true }
            Chip { text: "Tag"; removable: true }
            SearchField { placeholder: "Search" }
            Card { title: "Card"; interactive: true; width: 200 }
            FigureCard { label: "Nodes"; figure: "3"; interactive: true }
            Section { title: "Section"; collapsible: true; width: 300 }
            SplitPane { width: 300; height: 60 }
            Banner { title: "Banner"; closable: true }
            EmptyState { title: "Empty"; actionText: "Act"; helpText: "Help"; width: 300 }
            CommandLine { text: "sentinelctl size plan.yaml" }
            TabBar { tabs: [{id: "a", label: "A"}]; current: "a" }
            ListRow { title: "Row"; width: 300 }
            TreeRow { text: "Tree"; width: 300 }
            StepRail { steps: [{id: "a", title: "A", state: "open"}]; width: 200 }
            Breadcrumb { parts: ["A", "B"] }
            CodeText { text: "v1.2.3"; selectable: true }
            CodeView { text: "a: 1"; height: 60 }
        }
    }

    function eachIn(item: Item, visit: var) {
        visit(item);
        for (const child of item.children) {
            eachIn(child, visit);
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_whateverTakesTheFocusHasANameAndARole() {
        const all = createTemporaryObject(gallery, suite);
        waitForRendering(all);
        let seen = 0;
        const wrong = [];
        eachIn(all, item => {
            if (!item.activeFocusOnTab || !item.enabled || !item.visible) {
                return;
            }
            ++seen;
            if (item.Accessible.name === "" || item.Accessible.role === Accessible.NoRole) {
                wrong.push(String(item));
            }
        });
        compare(wrong, []);
        verify(seen >= 35, "only " + seen + " were found");
    }

    function test_tabGoesThroughAllOfThemAndComesBack() {
        const all = createTemporaryObject(gallery, suite);
        waitForRendering(all);
        const seen = new Set();
        for (let i = 0; i < 120; ++i) {
            keyClick(Qt.Key_Tab);
            const item = suite.Window.activeFocusItem;
            verify(item !== null, "the focus got lost");
            if (seen.size > 30 && seen.has(item)) {
                return;
            }
            seen.add(item);
        }
        fail("Tab never came back: " + seen.size + " places");
    }

    function test_figuresAndChartsSayThemselvesInWords_data() {
        return [{tag: "figure", source: figure, words: "Nodes: 12 nodes"}, {tag: "mark", source: mark, words: "fits"}, {tag: "bars", source: bars, words: "CPU by component"}, {tag: "banner", source: banner, words: "Too small. Add a node."}];
    }
    function test_figuresAndChartsSayThemselvesInWords(data) {
        compare(createTemporaryObject(data.source, suite).Accessible.name, data.words);
    }
    Component { id: figure; FigureCard { label: "Nodes"; figure: "12"; unit: "nodes" } }
    Component { id: mark; StatusMark { text: "fits"; compact: true; status: Status.Ok } }
    Component { id: bars; UsageChart { summary: "CPU by component"; parts: [{name: "a", value: 1, text: "1"}]; total: 2; width: 300 } }
    Component { id: banner; Banner { title: "Too small"; text: "Add a node." } }
}
