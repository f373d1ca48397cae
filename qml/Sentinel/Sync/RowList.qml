// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The time line, the differences or the windows: headings, and below each what belongs to it.
Item {
    id: root

    required property AppController app
    readonly property bool compares: root.app.tab === "differences"

    Column {
        id: top
        x: Theme.spaceL
        y: Theme.spaceS
        width: parent.width - 2 * Theme.spaceL
        spacing: Theme.spaceM
        BodyText {
            width: parent.width
            visible: root.app.note !== ""
            text: root.app.note
            color: Theme.textSecond
        }
        Banner {
            width: parent.width
            visible: root.app.trouble.present
            status: Status.Warning
            title: root.app.trouble.title
            text: root.app.trouble.text
            actions: [
                SecondaryButton {
                    text: qsTr("Try again")
                    onClicked: root.app.readAgain()
                }
            ]
        }
    }
    ListView {
        id: list
        anchors.top: top.bottom
        anchors.topMargin: Theme.spaceS
        anchors.bottom: rules.top
        width: parent.width
        clip: true
        activeFocusOnTab: true
        model: root.app.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: root.app.tab
        delegate: Item {
            id: row
            required property var heading
            required property string title
            required property string detail
            required property int tone
            required property string word
            readonly property bool isHeading: row.heading !== false
            width: list.width
            implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight + 10)
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.title, row.word, row.detail].filter(part => part !== "").join(", ")
            StatusMark {
                id: mark
                x: Theme.spaceL + (row.isHeading ? 0 : 24)
                y: 8
                compact: true
                visible: row.tone !== Status.Neutral
                status: row.tone
                text: row.word
                Accessible.ignored: true
            }
            Column {
                id: words
                x: mark.x + 26
                y: 5
                width: tail.x - x - 8
                BodyText {
                    width: parent.width
                    text: row.title
                    font.weight: row.isHeading ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
                Caption {
                    width: parent.width
                    visible: text !== ""
                    text: row.detail
                    Accessible.ignored: true
                }
            }
            Label {
                id: tail
                x: row.width - width - Theme.spaceL
                y: 6
                text: row.word
                color: row.tone === Status.Neutral ? Theme.textSecond : Theme.tones[row.tone]
                Accessible.ignored: true
            }
        }
    }
    Card {
        id: rules
        anchors.bottom: parent.bottom
        x: Theme.spaceL
        width: parent.width - 2 * Theme.spaceL
        height: visible ? implicitHeight : 0
        visible: root.compares && root.app.ignoreRules !== ""
        Caption {
            width: parent.width
            text: qsTr("Others set some of these fields. This would tell Argo CD to leave them alone:")
        }
        CodeView {
            width: parent.width
            height: Math.min(Math.max(120, root.height / 3), Math.max(2, lineCount) * lineHeight + 24)
            lineNumbers: false
            accessibleName: qsTr("Rules that leave these fields alone")
            text: root.app.ignoreRules
        }
    }
    Spinner {
        anchors.centerIn: list
        visible: root.app.looking && list.count === 0
        running: visible
    }
    EmptyState {
        x: Theme.spaceL
        y: Math.max(60, (parent.height - height) / 2)
        width: parent.width - 2 * Theme.spaceL
        visible: list.count === 0 && !root.app.looking && !root.app.trouble.present
        iconName: root.compares ? "status-ok" : "clock"
        title: root.compares ? qsTr("A sync would change nothing") : root.app.tab === "windows" ? qsTr("The project has no sync windows") : qsTr("Nothing was synced yet")
    }
}
