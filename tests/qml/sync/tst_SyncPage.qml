// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Sync

TestCase {
    id: suite

    name: "SyncPage"
    when: windowShown
    width: 1280
    height: 720
    visible: true

    SyncPage {
        id: page
        anchors.fill: parent
        cluster: ({usable: false, clusterProblem: "The kubeconfig names no cluster."})
    }
    ListView {
        id: rows
        width: 600
        height: 100
        visible: false
        model: ListModel {
            id: objects
        }
        delegate: ApplicationRow {
            width: rows.width
        }
    }

    function init() {
        failOnWarning(/.?/);
    }
    function all(item: Item): var {
        return [item].concat(...Array.from(item.children).map(child => all(child)));
    }
    function command(id: string): var {
        return Array.from(page.commands).find(each => each.commandId === id);
    }

    function test_withoutAClusterItSaysWhy() {
        const texts = all(page).filter(item => item.text !== undefined).map(item => item.text);
        verify(texts.includes("The kubeconfig names no cluster."));
    }
    function test_whatIsNotAllowedSaysWhy() {
        for (const id of ["sync.sync", "sync.refresh", "sync.terminate", "sync.auto", "sync.differences", "sync.rollback"]) {
            verify(command(id).blockedReason !== "", id);
        }
    }
    function test_aRowIsReadAsOneSentenceAndIsNeverMarkup() {
        rows.visible = true;
        objects.append({title: "<img src=http://192.0.2.1/x>", ns: "argocd", cluster: "eu-1", sync: "synced", syncTone: Status.Ok, health: "degraded", healthTone: Status.Error, revision: "01234567"});
        tryVerify(() => rows.itemAtIndex(0) !== null);
        const row = rows.itemAtIndex(0);
        compare(row.Accessible.name, "<img src=http://192.0.2.1/x> in argocd of eu-1: degraded, synced");
        const texts = all(row).filter(item => item.textFormat !== undefined);
        verify(texts.length >= 3);
        verify(texts.every(item => item.textFormat === Text.PlainText));
        rows.visible = false;
    }
}
