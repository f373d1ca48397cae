// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// One check: its state, what was found, why it matters, what to do; a failed one can be accepted with a reason.
Item {
    id: root

    required property string rule
    required property string title
    required property string found
    required property string why
    required property string remedy
    required property string whoCan
    required property string answer
    required property string reason
    required property string details
    required property int tone
    required property string word
    required property bool failed
    property bool asking: false

    signal accepted(string reason)
    signal answerAsked

    implicitHeight: words.implicitHeight + 2 * Theme.spaceS
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2. %3 %4").arg(root.title).arg(root.word).arg(root.found).arg(root.remedy)

    StatusMark {
        id: mark
        y: Theme.spaceS + 2
        compact: true
        status: root.tone
        Accessible.ignored: true
    }
    Column {
        id: words
        x: mark.width + 10
        y: Theme.spaceS
        width: parent.width - x
        spacing: 3
        Label {
            width: parent.width
            text: qsTr("%1 · %2").arg(root.title).arg(root.word)
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
        BodyText {
            width: parent.width
            text: root.found
            Accessible.ignored: true
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.why
        }
        BodyText {
            width: parent.width
            visible: root.remedy !== ""
            text: qsTr("What to do: %1").arg(root.remedy)
            Accessible.ignored: true
        }
        Caption {
            width: parent.width
            visible: root.whoCan !== ""
            text: qsTr("Who can check: %1").arg(root.whoCan)
        }
        Caption {
            width: parent.width
            visible: root.details !== ""
            text: root.details
        }
        Caption {
            width: parent.width
            visible: root.reason !== ""
            text: qsTr("Accepted, because: %1").arg(root.reason)
        }
        Flow {
            width: parent.width
            spacing: Theme.spaceS
            visible: root.answer !== "" || root.failed
            LinkButton {
                visible: root.answer !== ""
                text: qsTr("Go to the answer (%1)").arg(root.answer)
                onClicked: root.answerAsked()
            }
            LinkButton {
                visible: root.failed && !root.asking
                text: root.reason === "" ? qsTr("Accept it with a reason…") : qsTr("Take that back")
                onClicked: root.reason === "" ? root.asking = true : root.accepted("")
            }
        }
        FormField {
            width: parent.width
            visible: root.asking
            label: qsTr("Why it may be deployed all the same; it is kept in the journal")
            TextField {
                id: field
                accessibleName: qsTr("Reason")
            }
        }
        SecondaryButton {
            visible: root.asking
            text: qsTr("Accept it")
            blockedReason: field.text.trim() === "" ? qsTr("A reason is needed.") : ""
            onClicked: {
                root.asking = false;
                root.accepted(field.text);
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
