// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Above every page, as long as there is something: a rollback that is under way, and auto-sync that one has paused. Holds the
/// sheets that pages open by id, each made when it is first asked for; none is known by type.
Item {
    id: root

    property var desk: null
    property var pauses: null
    readonly property bool settled: root.desk?.settled ?? true

    signal notice(int status, string text)

    implicitHeight: column.height

    /// "rollback": what may be gone back from; "paused": auto-sync that is paused.
    function open(id: string, properties: var) {
        if (id === "paused") {
            root.pauses?.open();
        } else if (root.makeDesk()) {
            root.desk.show(properties);
        }
    }
    function close() {
        root.desk?.close();
    }
    /// Not before the first frame stands: what is paused is read from the journal.
    function begin() {
        if (!root.pauses)
            root.pauses = root.make("Sentinel.Activity", "PausedBar", column);
    }
    function makeDesk(): bool {
        if (!root.desk) {
            root.desk = root.make("Sentinel.Rollback", "RollbackDesk", root);
        }
        if (!root.desk) {
            root.notice(Status.Error, qsTr("This page could not be opened. The details are in the program's output."));
        }
        return root.desk !== null;
    }
    function make(module: string, type: string, parent: Item): var {
        const component = Qt.createComponent(module, type, Component.PreferSynchronous, root);
        if (component.status !== Component.Ready) {
            console.warn(component.errorString());
            return null;
        }
        return component.createObject(parent, {width: Qt.binding(() => root.width), cluster: Qt.binding(() => Console.cluster.pageProperties)});
    }

    Column {
        id: column
        width: parent.width
        Item {
            width: parent.width
            height: visible ? run.implicitHeight + Theme.spaceM : 0
            visible: root.desk?.running ?? false
            Banner {
                id: run
                x: Theme.spaceXl
                y: Theme.spaceM
                width: parent.width - 2 * Theme.spaceXl
                status: Status.Info
                title: root.desk?.runTitle ?? ""
                text: root.desk?.runText ?? ""
                actions: [
                    SecondaryButton {
                        text: qsTr("Stop")
                        hint: qsTr("At the next safe point; the same rollback goes on from there.")
                        onClicked: root.desk.cancel()
                    }
                ]
            }
        }
    }
    Connections {
        target: root.desk
        ignoreUnknownSignals: true
        function onTakenChanged() {
            root.pauses?.refresh();
        }
        function onNotice(status: int, text: string) {
            root.pauses?.refresh();
            root.notice(status, text);
        }
    }
    Connections {
        target: root.pauses
        ignoreUnknownSignals: true
        function onResumeAsked(pauses: var) {
            if (root.makeDesk()) {
                root.desk.resume(pauses);
            }
        }
    }
    Timer {
        // Somebody may turn it on again elsewhere; the cluster knows.
        interval: 60000
        repeat: true
        triggeredOnStart: true
        running: (root.pauses?.count ?? 0) > 0 && Console.cluster.usable
        onTriggered: {
            if (root.makeDesk()) {
                root.desk.verify();
            }
        }
    }
}
