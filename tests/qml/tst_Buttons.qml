// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Buttons"
    when: windowShown
    width: 400
    height: 300
    visible: true

    property var kinds: [{tag: "primary", kind: primary}, {tag: "secondary", kind: secondary}, {tag: "quiet", kind: quiet}, {tag: "danger", kind: danger}, {tag: "icon", kind: icon}, {tag: "link", kind: link}]

    Component { id: primary; PrimaryButton { text: "Write the bundle" } }
    Component { id: secondary; SecondaryButton { text: "Write the bundle" } }
    Component { id: quiet; QuietButton { text: "Write the bundle" } }
    Component { id: danger; DangerButton { text: "Write the bundle" } }
    Component { id: icon; IconButton { text: "Write the bundle"; iconName: "write" } }
    Component { id: link; LinkButton { text: "Write the bundle" } }
    SignalSpy { id: clicks; signalName: "clicked" }

    function make(kind: Component, properties: var): Item {
        const button = createTemporaryObject(kind, suite, properties ?? {});
        clicks.target = button;
        clicks.clear();
        return button;
    }
    function cleanup() {
        clicks.target = null;
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_tabReachesThemAndSpaceAndReturnPress_data() {
        return suite.kinds;
    }
    function test_tabReachesThemAndSpaceAndReturnPress(data) {
        const button = make(data.kind);
        keyClick(Qt.Key_Tab);
        tryCompare(button, "activeFocus", true);
        keyClick(Qt.Key_Space);
        compare(clicks.count, 1);
        keyClick(Qt.Key_Return);
        compare(clicks.count, 2);
    }

    function test_theMousePressesThemOnce_data() {
        return suite.kinds;
    }
    function test_theMousePressesThemOnce(data) {
        const button = make(data.kind);
        waitForRendering(button);
        mouseClick(button);
        compare(clicks.count, 1);
    }

    function test_aTargetIsAtLeast24PixelsHigh_data() {
        return suite.kinds;
    }
    function test_aTargetIsAtLeast24PixelsHigh(data) {
        const button = make(data.kind);
        verify(button.height >= 24 && button.width >= 24);
    }

    function test_aBlockedOneIsReachedSaysWhyAndDoesNothing_data() {
        return suite.kinds.slice(0, 4);
    }
    function test_aBlockedOneIsReachedSaysWhyAndDoesNothing(data) {
        const button = make(data.kind, {blockedReason: "No plan is open"});
        keyClick(Qt.Key_Tab);
        tryCompare(button, "activeFocus", true);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        mouseClick(button);
        compare(clicks.count, 0);
        compare(button.Accessible.description, "No plan is open");
        compare(button.Accessible.name, "Write the bundle");
        verify(!button.Accessible.ignored);
    }

    function test_aBusyOneDoesNothing() {
        const button = make(primary, {busy: true});
        mouseClick(button);
        compare(clicks.count, 0);
    }

    function test_aBlockedOneThatIsFreedCanBePressed() {
        const button = make(primary, {blockedReason: "No plan is open"});
        button.blockedReason = "";
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(clicks.count, 1);
    }
}
