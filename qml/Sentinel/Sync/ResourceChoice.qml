// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// Objects a sync may be narrowed to; nothing picked means all of them.
Column {
    id: root

    required property AppController app
    property var picked: []
    property string text
    property var choices: []

    /// As the Application is now, nothing picked.
    function begin() {
        root.picked = [];
        root.text = field.text = "";
        root.choices = root.app.choices("");
    }
    function pick(id: string, on: bool) {
        root.picked = on ? root.picked.concat([id]) : root.picked.filter(each => each !== id);
    }

    spacing: Theme.spaceS
    onTextChanged: root.choices = root.app.choices(root.text)

    SearchField {
        id: field
        width: parent.width
        placeholderText: qsTr("Kind or name")
        Accessible.name: qsTr("Filter the objects")
        onEdited: text => root.text = text
    }
    Card {
        width: parent.width
        height: Math.min(260, Math.max(Theme.rowHeight, list.contentHeight) + 2)
        padding: 1
        spacing: 0
        accessibleName: qsTr("Objects")
        ListView {
            id: list
            width: parent.width
            height: parent.parent.height - 2
            clip: true
            model: root.choices
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            delegate: Item {
                id: row
                required property var modelData
                width: list.width
                implicitHeight: Theme.rowHeight
                CheckBox {
                    x: Theme.spaceS
                    anchors.verticalCenter: parent.verticalCenter
                    width: word.x - x - Theme.spaceS
                    text: row.modelData.title
                    checked: root.picked.includes(row.modelData.id)
                    onToggledByUser: checked => root.pick(row.modelData.id, checked)
                }
                StatusMark {
                    id: word
                    x: parent.width - width - Theme.spaceL
                    anchors.verticalCenter: parent.verticalCenter
                    status: row.modelData.tone
                    text: row.modelData.word
                    pixelSize: Theme.sizeSmall
                }
            }
        }
    }
    Caption {
        width: parent.width
        text: root.picked.length === 0 ? qsTr("None picked: everything is synced.") : qsTr("%n object(s) picked; hooks do not run then, and the history gets no entry.", "", root.picked.length)
    }
}
