// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Clusters

TestCase {
    id: suite

    name: "AddClustersSheet"
    when: windowShown
    width: 900
    height: 800
    visible: true

    Component { id: sheet; AddClustersSheet { folder: "" } }

    function init() {
        failOnWarning(/.?/);
    }
    function find(item: Item, name: string): Item {
        return item.Accessible.name === name && item.activeFocusOnTab ? item : Array.from(item.children).reduce((found, child) => found ?? find(child, name), null);
    }
    function openWithFile(): QtObject {
        const popup = createTemporaryObject(sheet, suite);
        popup.open();
        tryCompare(popup, "opened", true);
        popup.file = decodeURIComponent(Qt.resolvedUrl("kubeconfig.yaml").toString().replace(/^file:\/\//, ""));
        verify(waitForRendering(popup.contentItem)); // rows have their places then
        return popup;
    }

    function test_nothingIsAddedBeforeSomethingIsPicked() {
        const popup = openWithFile();
        verify(popup.acceptBlockedReason !== "");
        const box = find(popup.contentItem, "staging-eu");
        verify(box);
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryCompare(popup, "acceptText", "Add 1 cluster(s)");
        compare(popup.acceptBlockedReason, "");
        keyClick(Qt.Key_Space);
        tryVerify(() => popup.acceptBlockedReason !== "");
    }

    function test_everyControlHasANameAndARole() {
        const popup = openWithFile();
        const wrong = [];
        let seen = 0;
        const visit = item => {
            if (item.activeFocusOnTab && item.visible) {
                ++seen;
                if (item.Accessible.name === "" || item.Accessible.role === Accessible.NoRole) {
                    wrong.push(String(item));
                }
            }
            Array.from(item.children).forEach(visit);
        };
        visit(popup.contentItem);
        compare(wrong, []);
        verify(seen >= 6, "only " + seen + " were found");
    }
}
