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
            deploy: {module: "Sentinel.Deploy", type: "DeployPage"},
            sync: {module: "Sentinel.Sync", type: "SyncPage"},
            workloads: {module: "Sentinel.Workloads", type: "WorkloadsPage"},
            certificates: {module: "Sentinel.Certificates", type: "CertificatesPage"},
            rollback: {module: "Sentinel.Rollback", type: "RollbackPage"},
            activity: {module: "Sentinel.Activity", type: "ActivityPage"},
            settings: {module: "Sentinel.Shell", type: "SettingsPage"},
            help: {module: "Sentinel.Shell", type: "HelpPage"}
        })
    readonly property string pageName: root.pageId === "plan" ? qsTr("Plan") : root.pageId === "deploy" ? qsTr("Deploy") : root.pageId === "sync" ? qsTr("Sync") : root.pageId === "workloads" ? qsTr("Workloads") : root.pageId === "certificates" ? qsTr("Certificates") : root.pageId === "rollback" ? qsTr("Rollback") : root.pageId === "activity" ? qsTr("Activity") : root.pageId === "settings" ? qsTr("Settings") : root.pageId === "help" ? qsTr("Help") : qsTr("Start")
    property string wantedId
    property var wantedProperties: ({})
    property bool closing: false
    /// Pages that go on with their work out of sight, by id.
    property var kept: ({})
    readonly property Page busyPage: root.page && !root.page.mayClose ? root.page : Object.values(root.kept).find(page => !page.mayClose) ?? null

    signal notice(int status, string text)
    signal sheetAsked(string id, var properties)

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
        if (!root.closing && (root.busyPage || (root.page && !root.page.mayLeave))) {
            close.accepted = false;
            root.wantedId = "";
            leave.open();
        }
    }
    function show() {
        if (root.wantedId === root.pageId && root.page.stays) {
            Object.assign(root.page, root.wantedProperties);
            return;
        }
        const next = root.kept[root.wantedId] ?? root.make(root.wantedId);
        if (!next) {
            root.notice(Status.Error, qsTr("This page could not be opened. The details are in the program's output."));
            return;
        }
        root.put(next);
        Object.assign(next, root.wantedProperties);
    }
    function make(id: string): Page {
        const place = root.places[id];
        const component = Qt.createComponent(place.module, place.type, Component.PreferSynchronous, root);
        if (component.status !== Component.Ready) {
            console.warn(component.errorString());
            return null;
        }
        const extra = id === "plan" ? Object.assign({draftsFolder: Console.draftsFolder}, root.wantedProperties) : id === "deploy" || id === "sync" || id === "workloads" || id === "certificates" || id === "rollback" || id === "activity" ? {cluster: Qt.binding(() => Console.cluster.pageProperties)} : root.wantedProperties;
        return component.createObject(root, Object.assign({width: Qt.binding(() => root.width), height: Qt.binding(() => root.height)}, extra)) as Page;
    }
    function put(next: Page) {
        const last = root.page;
        const kept = Object.assign({}, root.kept);
        delete kept[root.wantedId];
        if (last) {
            last.visible = false;
            if (last.stays) {
                kept[root.pageId] = last;
            } else {
                last.destroy(); // from memory when the event loop comes round
            }
        }
        root.kept = kept;
        root.page = next;
        root.pageId = root.wantedId;
        next.visible = true;
        next.focus = true;
    }

    Connections {
        target: root.page
        function onOpenPage(id: string, properties: var) {
            root.request(id, properties ?? {});
        }
        function onOpenSheet(id: string, properties: var) {
            root.sheetAsked(id, properties ?? {});
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
