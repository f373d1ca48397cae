// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The window: band, rail, top bar, the page, and what lies above it.
Window {
    id: window

    readonly property alias currentPage: host.page
    readonly property alias pageId: host.pageId
    property bool ready: false
    property bool begun: false
    /// Nothing above the page is being made or moved either.
    readonly property bool resting: reminders.settled

    function openPage(id: string, properties: var) {
        host.request(id, properties ?? {});
    }
    function openSheet(id: string, properties: var) {
        reminders.open(id, properties ?? {});
    }
    function closeSheet() {
        reminders.close();
    }
    function openPalette() {
        palette.open();
    }
    function openShortcuts() {
        shortcuts.open();
    }
    function dismissNotice() {
        notices.made?.dismiss();
    }

    width: Console.geometry.width > 0 ? Console.geometry.width : 1440
    height: Console.geometry.height > 0 ? Console.geometry.height : 900
    minimumWidth: 1024
    minimumHeight: 640
    visible: true
    title: host.page && host.page.breadcrumb.length > 0 ? qsTr("%1 – Sentinel Console").arg(host.page.breadcrumb[0]) : qsTr("Sentinel Console")
    color: Theme.background
    onClosing: close => host.askBeforeClosing(close)
    onWidthChanged: keeper.restart()
    onHeightChanged: keeper.restart()
    Component.onCompleted: {
        window.openPage(Console.planFile === "" ? "start" : "plan", Console.planFile === "" ? {} : {planFile: Console.planFile});
        window.ready = host.page !== null;
    }

    Appearance {}
    Timer {
        id: keeper
        interval: 400
        onTriggered: if (window.visibility === Window.Windowed) Console.geometry = Qt.rect(window.x, window.y, window.width, window.height)
    }
    ContextBand {
        id: band
        width: parent.width
        onClusterAsked: picker.open()
    }
    Rail {
        id: rail
        anchors.top: band.bottom
        anchors.bottom: parent.bottom
        current: host.pageId
        onChosen: id => window.openPage(id, {})
        onShortcutsAsked: window.openShortcuts()
    }
    TopBar {
        id: bar
        anchors.top: band.bottom
        x: rail.width
        width: parent.width - rail.width
        pageName: host.pageName
        breadcrumb: host.page ? host.page.breadcrumb : []
        busy: host.page ? host.page.busy : false
        onSearchAsked: palette.open()
    }
    ReminderBar {
        id: reminders
        anchors.top: bar.bottom
        x: rail.width
        width: parent.width - rail.width
        height: implicitHeight
        onNotice: (status, text) => {
            notices.get().show(status, text);
            host.page?.refresh();
        }
    }
    PageHost {
        id: host
        anchors.top: reminders.bottom
        anchors.bottom: parent.bottom
        x: rail.width
        width: parent.width - rail.width
        focus: true
        onNotice: (status, text) => notices.get().show(status, text)
        onSheetAsked: (id, properties) => window.openSheet(id, properties)
    }
    Later {
        id: notices
        anchors.fill: host
        type: "NoticeBar"
    }
    ShellCommands {
        id: own
        host: host
        onPaletteAsked: palette.open()
        onShortcutsAsked: shortcuts.open()
        onLeaveAsked: window.close()
        onClusterAsked: picker.open()
        paused: reminders.pauses?.count ?? 0
        onPausedAsked: window.openSheet("paused", {})
    }
    Shortcuts {
        commands: own.all
    }
    Connections {
        // The first frame does not wait for a cluster, and nobody waits for it before they need it.
        target: window
        enabled: !window.begun
        function onFrameSwapped() {
            window.begun = true;
            begin.start();
        }
    }
    Timer {
        id: begin
        interval: 16
        onTriggered: {
            if (Console.cluster.mode === ClusterContext.Offline)
                Console.cluster.useRehearsal();
            reminders.begin();
        }
    }
    ClusterPicker {
        id: picker
    }
    Later {
        id: palette
        type: "CommandPalette"
        given: ({
                commands: Qt.binding(() => own.all)
            })
    }
    Later {
        id: shortcuts
        type: "ShortcutSheet"
        given: ({
                commands: Qt.binding(() => own.all)
            })
    }
}
