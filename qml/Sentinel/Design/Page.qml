// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The root of every page the shell opens; see README.md for what each member means.
FocusScope {
    property var breadcrumb: []
    property list<QtObject> commands
    property bool busy: false
    property bool settled: true
    property var tourStops: []
    property bool mayLeave: true
    property bool mayClose: true
    property bool stays: false
    property string leaveReason

    // While no control has the focus, the page has: Tab goes into it, not back to the top of the window.
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)

    signal openPage(string id, var properties)
    signal openSheet(string id, var properties)
    signal notice(int status, string text)

    function showStop(name: string) {
    }
    function refresh() {
    }
}
