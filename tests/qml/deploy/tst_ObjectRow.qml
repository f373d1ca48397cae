// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Deploy

TestCase {
    id: suite

    name: "ObjectRow"
    when: windowShown
    width: 700
    height: 200
    visible: true

    ListModel {
        id: objects
        Component.onCompleted: {
            objects.append({id: "a", kind: "Deployment", name: "backend", depth: 0, tone: Status.Error, word: "degraded", sentence: "1 of 3 ready", wave: "wave 3", age: "4 min"});
            objects.append({id: "b", kind: "Pod", name: "backend-6c9f4-x2k8p", depth: 2, tone: Status.Ok, word: "healthy", sentence: "ready", wave: "", age: "4 min"});
        }
    }
    ListView {
        id: list
        property string chosen
        anchors.fill: parent
        model: objects
        delegate: ObjectRow {
            width: list.width
            onClicked: list.chosen = id
        }
    }

    function init() {
        failOnWarning(/.?/);
        list.chosen = "";
    }

    function test_aRowIsReadAsOneSentence() {
        compare(list.itemAtIndex(0).Accessible.name, "Deployment backend, degraded: 1 of 3 ready");
    }
    function test_keysMoveAndChoose() {
        list.itemAtIndex(0).forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(list.chosen, "a");
        keyClick(Qt.Key_Down);
        tryCompare(list.itemAtIndex(1), "activeFocus", true);
        keyClick(Qt.Key_Space);
        compare(list.chosen, "b");
        keyClick(Qt.Key_Up);
        tryCompare(list.itemAtIndex(0), "activeFocus", true);
    }
    function test_theMouseChooses() {
        mouseClick(list.itemAtIndex(1));
        compare(list.chosen, "b");
    }
}
