// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The steps of a test in their order: shape, word, what was found, what to do.
Column {
    id: root

    property var steps

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps of the test")

    Repeater {
        model: root.steps
        delegate: Item {
            id: row
            required property string title
            required property int tone
            required property string word
            required property string sentence
            required property string remedy
            required property bool last

            width: root.width
            implicitHeight: Math.max(mark.height, words.implicitHeight) + 12
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, %2: %3").arg(row.title).arg(row.word).arg(row.sentence)
            Accessible.description: row.remedy

            Rectangle {
                x: Math.round(mark.x + mark.width / 2)
                y: mark.y + mark.height + 3
                width: 1
                height: parent.height - y
                color: Theme.lineStrong
                visible: !row.last
            }
            StatusMark {
                id: mark
                y: 2
                compact: true
                status: row.tone
                text: row.word
                Accessible.ignored: true
            }
            Column {
                id: words
                x: mark.width + 12
                width: parent.width - x
                spacing: 1
                Item {
                    width: parent.width
                    height: name.implicitHeight
                    BodyText {
                        id: name
                        width: Math.min(implicitWidth, parent.width - state.width - 12)
                        text: row.title
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Caption {
                        id: state
                        anchors.right: parent.right
                        anchors.baseline: name.baseline
                        text: row.word
                        color: Theme.tones[row.tone]
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: row.sentence
                    color: Theme.textSecond
                    Accessible.ignored: true
                }
                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: row.remedy === "" ? "" : qsTr("Next: %1").arg(row.remedy)
                    color: row.tone === Status.Error ? Theme.error : Theme.text
                    Accessible.ignored: true
                }
            }
        }
    }
}
