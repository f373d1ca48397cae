// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Opens pages by id, one at a time, each loaded when it is first asked for.
FocusScope {
    id: root

    property Page page: null
    property string pageId
    readonly property var places: ({
            start: {module: "Sentinel.Shell", type: "StartPage"},
            plan: {module: "Sentinel.Plan", type: "PlanPage"},
            settings: {module: "Sentinel.Shell", type: "SettingsPage"},
            help: {module: "Sentinel.Shell", type: "HelpPage"}
        })
    readonly property string pageName: root.pageId === "plan" ? qsTr("Plan") : root.pageId === "settings" ? qsTr("Settings") : root.pageId === "help" ? qsTr("Help") : qsTr("Start")
    property string wantedId
    property var wantedProperties: ({})
    property bool closing: false

    signal notice(int status, string text)

    function request(id: string, properties: var) {
        root.wantedId = id;
        root.wantedProperties = properties;
        if (root.page && !root.page.mayLeave) {
            leave.open();
        } else {
            root.show();
        }
    }
    /// What a person who was asked answered: leave after all.
    function leaveAnyway() {
        if (root.wantedId === "") {
            root.closing = true;
            root.Window.window.close();
        } else {
            root.show();
        }
    }
    function askBeforeClosing(close: var) {
        if (root.page && !root.page.mayLeave && !root.closing) {
            close.accepted = false;
            root.wantedId = "";
            leave.open();
        }
    }
    function show() {
        const place = root.places[root.wantedId];
        const component = Qt.createComponent(place.module, place.type, Component.PreferSynchronous, root);
        if (component.status !== Component.Ready) {
            console.warn(component.errorString());
            root.notice(Status.Error, qsTr("This page could not be opened. The details are in the program's output."));
            return;
        }
        const extra = root.wantedId === "plan" ? {draftsFolder: Console.draftsFolder} : {};
        const next = component.createObject(root, Object.assign({width: root.width, height: root.height}, extra, root.wantedProperties));
        if (root.page) {
            // Gone from sight now, from memory when the event loop comes round.
            root.page.visible = false;
            root.page.destroy();
        }
        root.page = next;
        root.pageId = root.wantedId;
        next.width = Qt.binding(() => root.width);
        next.height = Qt.binding(() => root.height);
        next.focus = true;
    }

    Connections {
        target: root.page
        function onOpenPage(id: string, properties: var) {
            root.request(id, properties ?? {});
        }
        function onNotice(status: int, text: string) {
            root.notice(status, text);
        }
    }
    Later {
        id: leave
        type: "LeaveDialog"
        given: ({
                host: root
            })
    }
}
