// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Sentinel.Design
import Sentinel.Workloads

TestCase {
    id: suite

    name: "ObjectTableRow"
    when: windowShown
    width: 700
    height: 200
    visible: true

    ListModel {
        id: objects
        Component.onCompleted: {
            objects.append({title: "web-1", sentence: "healthy, Name web-1, Status Running", tone: Status.Ok, word: "healthy"});
            objects.append({title: "web-2", sentence: "needs attention, Name web-2, Status <img src=http://192.0.2.1/x>", tone: Status.Error, word: "needs attention"});
        }
    }
    ListView {
        id: list
        property string chosen
        anchors.fill: parent
        model: objects
        delegate: ObjectTableRow {
            width: list.width
            cells: [title, "<b>bold</b><img src='http://192.0.2.1/x.png'>"]
            columns: [{title: "Name", width: 0}, {title: "Status", width: 120}]
            widths: [300, 120]
            onClicked: list.chosen = title
        }
    }

    function init() {
        failOnWarning(/.?/);
        list.chosen = "";
    }
    function all(item: Item): var {
        return [item].concat(...Array.from(item.children).map(child => all(child)));
    }

    function test_aRowIsReadAsOneSentence() {
        compare(list.itemAtIndex(0).Accessible.name, "healthy, Name web-1, Status Running");
        compare(list.itemAtIndex(0).Accessible.role, Accessible.ListItem);
    }
    function test_theMouseChooses() {
        mouseClick(list.itemAtIndex(1));
        compare(list.chosen, "web-2");
    }
    function test_whatAClusterMadeIsNeverMarkup() {
        const texts = all(list.itemAtIndex(1)).filter(item => item.textFormat !== undefined);
        verify(texts.length >= 2);
        verify(texts.every(item => item.textFormat === Text.PlainText));
    }
}
