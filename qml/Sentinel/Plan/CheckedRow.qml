// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One finding of a check: how bad, what, what to do; of which object and rule; the lines it is about and the answer behind it.
Item {
    id: root

    required property int status
    required property string rule
    required property string object
    required property string environments
    required property string sentence
    required property string remedy
    required property string place
    required property string file
    required property int line
    required property string key
    required property string label

    signal jumped(string key)
    signal opened(string file, int line)

    implicitHeight: words.implicitHeight + 2 * Theme.spaceM
    Accessible.role: Accessible.ListItem
    Accessible.name: root.sentence

    StatusMark {
        id: mark
        x: Theme.spaceL
        y: Theme.spaceM + 2
        compact: true
        status: root.status
        Accessible.ignored: true
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.spaceS
        anchors.right: answer.visible ? answer.left : parent.right
        anchors.rightMargin: Theme.spaceL
        y: Theme.spaceM
        spacing: 3
        Flow {
            width: parent.width
            Label {
                width: Math.min(implicitWidth, parent.width)
                text: root.object
                font.weight: Font.DemiBold
                rightPadding: Theme.spaceM
                mayElide: true
                elide: Text.ElideMiddle
            }
            CodeText {
                width: Math.min(implicitWidth + Theme.spaceM, parent.width)
                pixelSize: Theme.sizeSmall
                height: 20
                text: root.rule
                color: Theme.textSecond
                mayElide: true
            }
            Caption {
                visible: text !== ""
                height: 20
                width: Math.min(implicitWidth, parent.width)
                text: root.environments
                rightPadding: Theme.spaceM
            }
            LinkButton {
                visible: root.place !== ""
                implicitHeight: 20
                width: Math.min(implicitWidth, parent.width)
                pixelSize: Theme.sizeSmall
                text: root.place
                Accessible.name: qsTr("Show %1").arg(root.place)
                Accessible.description: root.sentence
                onClicked: root.opened(root.file, root.line)
            }
        }
        BodyText {
            width: parent.width
            text: root.sentence
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.remedy
        }
    }
    SecondaryButton {
        id: answer
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        visible: root.key !== ""
        text: qsTr("Go to the answer")
        hint: root.label
        accessibleName: qsTr("Go to the answer: %1").arg(root.label)
        onClicked: root.jumped(root.key)
    }
    Divider {
        x: Theme.spaceL
        anchors.bottom: parent.bottom
        width: parent.width - 2 * Theme.spaceL
    }
}
