// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// From the root of a trouble to what a person sees, one link below the other, each with its proof and the next step.
ScrollPane {
    id: root

    required property ObjectController object

    signal chosen(string id)

    contentPadding: Theme.spaceL
    spacing: 0

    Repeater {
        model: root.object.why
        Item {
            id: link
            required property int tone
            required property string title
            required property string detail
            required property string remedy
            required property string object
            required property string objectId
            required property bool last
            width: parent ? parent.width : 0
            implicitHeight: words.implicitHeight + 18
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1. %2 %3").arg(link.title).arg(link.detail).arg(link.remedy)
            StatusMark {
                id: mark
                y: 2
                compact: true
                status: link.tone
                Accessible.ignored: true
            }
            Rectangle {
                visible: !link.last
                x: Math.round(mark.width / 2) - 1
                y: mark.height + 6
                width: 2
                height: parent.height - y
                color: Theme.line
            }
            Column {
                id: words
                x: mark.width + 10
                width: parent.width - x
                spacing: 3
                BodyText {
                    width: parent.width
                    text: link.title
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Caption {
                    width: parent.width
                    visible: text !== ""
                    text: link.detail
                    Accessible.ignored: true
                }
                BodyText {
                    width: parent.width
                    visible: link.remedy !== ""
                    text: qsTr("Next: %1").arg(link.remedy)
                    Accessible.ignored: true
                }
                LinkButton {
                    visible: link.objectId !== "" && link.objectId !== root.object.object
                    width: Math.min(implicitWidth, parent.width)
                    pixelSize: Theme.sizeSmall
                    text: link.object
                    onClicked: root.chosen(link.objectId)
                }
            }
        }
    }
    BodyText {
        width: parent ? parent.width : 0
        visible: root.object.why.count === 0
        text: root.object.tone === Status.Ok ? qsTr("Nothing holds it up: %1.").arg(root.object.sentence === "" ? root.object.word : root.object.sentence) : root.object.sentence
        color: Theme.textSecond
    }
}
