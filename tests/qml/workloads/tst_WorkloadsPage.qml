// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Workloads

TestCase {
    id: suite

    name: "WorkloadsPage"
    when: windowShown
    width: 1100
    height: 680
    visible: true

    Component {
        id: pages
        WorkloadsPage {
            width: suite.width
            height: suite.height
            cluster: ({usable: false, rehearsal: false})
        }
    }

    function init() {
        failOnWarning(/.?/);
    }
    function all(item: Item): var {
        return [item].concat(...Array.from(item.children).map(child => all(child)));
    }

    function test_withoutAClusterItSaysSo() {
        const page = createTemporaryObject(pages, suite);
        waitForRendering(page);
        verify(all(page).some(item => item.text === "No cluster is connected." && item.visible));
    }
    function test_everythingThatTakesTheFocusHasANameAndARole() {
        const page = createTemporaryObject(pages, suite);
        waitForRendering(page);
        const reached = all(page).filter(item => item.activeFocusOnTab && item.visible && item.enabled);
        compare(reached.filter(item => item.Accessible.role === Accessible.NoRole).map(String), []);
        verify(reached.length >= 3, "only " + reached.length + " were found");
    }
    function test_theShortcutOfTheFilterReachesIt() {
        const page = createTemporaryObject(pages, suite);
        waitForRendering(page);
        page.commands.find(command => command.commandId === "workloads.filter").triggered();
        compare(suite.Window.activeFocusItem.Accessible.name, "Filter");
    }
    function test_whatNeedsAnObjectSaysSo() {
        const page = createTemporaryObject(pages, suite);
        for (const id of ["workloads.yaml", "workloads.log", "workloads.delete"]) {
            verify(page.commands.find(command => command.commandId === id).blockedReason !== "");
        }
    }
}
