// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// What was deployed before, newest first: when, by whom, and what it changed.
Item {
    id: root

    required property AppController app
    signal rollBackAsked

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        activeFocusOnTab: true
        model: root.app.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("History")
        delegate: Item {
            id: row
            required property string title
            required property string when
            required property string by
            required property string took
            required property string sentence
            required property var newest
            width: list.width
            implicitHeight: words.implicitHeight + 18
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.title, row.when, row.by, row.took, row.sentence].filter(part => part !== "").join(", ")
            Column {
                id: words
                x: Theme.spaceL
                y: 8
                width: back.x - x - Theme.spaceM
                spacing: 2
                BodyText {
                    width: parent.width
                    text: row.newest === true ? qsTr("%1  (what runs now)").arg(row.title) : row.title
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Caption {
                    width: parent.width
                    text: [row.when, row.by, row.took].filter(part => part !== "").join(" · ")
                    Accessible.ignored: true
                }
                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: row.sentence
                    color: Theme.textSecond
                    Accessible.ignored: true
                }
            }
            SecondaryButton {
                id: back
                x: row.width - width - Theme.spaceL
                anchors.verticalCenter: parent.verticalCenter
                visible: row.newest !== true
                text: qsTr("Roll back…")
                onClicked: root.rollBackAsked()
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
    EmptyState {
        x: Theme.spaceL
        y: Math.max(60, (parent.height - height) / 2)
        width: parent.width - 2 * Theme.spaceL
        visible: list.count === 0
        iconName: "clock"
        title: qsTr("Nothing was deployed yet")
    }
}
