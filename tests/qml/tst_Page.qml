// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Sentinel.Design

TestCase {
    id: suite

    name: "Page"
    when: windowShown
    width: 500
    height: 300
    visible: true

    SecondaryButton {
        id: before
        text: "Rail"
    }
    Page {
        id: page
        y: 60
        width: 400
        height: 200
        Column {
            SecondaryButton { id: first; text: "Open a plan" }
            SecondaryButton { text: "Something else" }
        }
    }

    function test_tab_goes_into_a_page_that_has_the_focus_itself() {
        page.forceActiveFocus();
        keyClick(Qt.Key_Tab);
        verify(first.activeFocus);
        verify(!before.activeFocus);
    }
}
