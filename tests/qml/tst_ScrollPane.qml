// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "ScrollPane"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: paneOf
        ScrollPane {
            id: pane
            property int rows: 3
            width: 400
            height: 300
            Repeater {
                model: pane.rows
                SecondaryButton {
                    required property int index
                    text: "row " + index
                }
            }
        }
    }

    function init() {
        failOnWarning(/.?/);
    }

    function test_aShortPageHasNoScrollBar() {
        const pane = createTemporaryObject(paneOf, suite, {rows: 2});
        waitForRendering(pane);
        verify(!pane.flickable.T.ScrollBar.vertical.visible);
    }

    function test_aLongPageHasABarOfItsSize() {
        const pane = createTemporaryObject(paneOf, suite, {rows: 20});
        waitForRendering(pane);
        const bar = pane.flickable.T.ScrollBar.vertical;
        verify(bar.visible);
        fuzzyCompare(bar.size, pane.height / pane.flickable.contentHeight, 0.01);
    }

    function test_whatTakesTheFocusComesIntoSight() {
        const pane = createTemporaryObject(paneOf, suite, {rows: 20});
        waitForRendering(pane);
        const column = pane.flickable.contentItem.children[0];
        const last = column.children[19];
        last.forceActiveFocus(Qt.TabFocusReason);
        verify(last.mapToItem(pane, 0, 0).y + last.height <= pane.height);
        column.children[0].forceActiveFocus(Qt.TabFocusReason);
        verify(column.children[0].mapToItem(pane, 0, 0).y >= 0);
    }

    function test_theGapBetweenChildrenIsItsSpacing() {
        const pane = createTemporaryObject(paneOf, suite, {rows: 2, spacing: 40});
        waitForRendering(pane);
        const column = pane.flickable.contentItem.children[0];
        compare(column.children[1].y - column.children[0].height, 40);
    }
}
