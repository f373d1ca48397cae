// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Plan

TestCase {
    id: suite

    name: "PlanPage"
    when: windowShown
    width: 1100
    height: 640
    visible: true

    Component {
        id: pages
        PlanPage {
            width: suite.width
            height: suite.height
            profile: "prod"
        }
    }

    function init() {
        failOnWarning(/.?/);
    }
    function all(item: Item, fits: var): var {
        let found = fits(item) ? [item] : [];
        for (const child of item.children)
            found = found.concat(all(child, fits));
        return found;
    }

    function test_theChoiceOfEnvironmentAppearsWithTheSecondOne() {
        const page = createTemporaryObject(pages, suite);
        const bars = () => all(page, each => each.visible && each.accessibleName === "Answers for");
        compare(bars().length, 0);
        const wizard = all(page, each => each.wizard !== undefined)[0].wizard;
        wizard.addEnvironment("staging");
        tryVerify(() => bars().length === 1);
    }
}
