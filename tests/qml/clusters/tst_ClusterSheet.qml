// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Deploy

TestCase {
    id: suite

    name: "ClusterSheet"
    when: windowShown
    width: 900
    height: 800
    visible: true

    Component { id: sheet; ClusterSheet {} }
    SignalSpy { id: chosen; signalName: "chosen" }

    function init() {
        failOnWarning(/.?/);
    }
    function named(item: Item, name: string): Item {
        if (item.Accessible.name === name && item.visible && item.height > 0 && item.clicked) {
            return item;
        }
        for (const child of item.children) {
            const found = named(child, name);
            if (found) {
                return found;
            }
        }
        return null;
    }
    function focusable(item: Item, name: string): Item {
        return item.Accessible.name === name && item.activeFocusOnTab ? item : Array.from(item.children).reduce((found, child) => found ?? focusable(child, name), null);
    }
    function openWithFile(): QtObject {
        const popup = createTemporaryObject(sheet, suite);
        chosen.target = popup;
        chosen.clear();
        popup.open();
        tryCompare(popup, "opened", true);
        const field = focusable(popup.contentItem, "Kubeconfig");
        verify(field);
        field.forceActiveFocus();
        field.text = decodeURIComponent(Qt.resolvedUrl("kubeconfig.yaml").toString().replace(/^file:\/\//, ""));
        field.committed(field.text);
        verify(waitForRendering(popup.contentItem)); // rows have their places then
        return popup;
    }

    function test_theCurrentContextIsOfferedFirst() {
        const popup = openWithFile();
        tryCompare(popup, "acceptText", "Use staging-eu");
        compare(popup.acceptBlockedReason, "");
        popup.accepted();
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0].context, "staging-eu");
        compare(chosen.signalArguments[0][0].guarded, false);
    }

    function test_aNameThatSaysProductionIsProtectedAtOnce() {
        const popup = openWithFile();
        const choice = named(popup.contentItem, "Context: prod-eu");
        verify(choice);
        mouseClick(choice);
        tryCompare(popup, "acceptText", "Use prod-eu");
        popup.accepted();
        compare(chosen.signalArguments[0][0].guarded, true);
    }

    function test_aContextThatCannotWorkSaysWhy() {
        const popup = openWithFile();
        mouseClick(named(popup.contentItem, "Context: broken"));
        tryVerify(() => popup.acceptBlockedReason.includes("nowhere"));
    }
}
