// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The chosen file, coloured, with what made the line under the cursor; or what is different in it.
Card {
    id: root

    required property PlanController wizard
    required property ReviewController review
    readonly property bool differs: root.review.diff.count > 0
    property string view: "file"
    readonly property string shown: root.differs ? root.view : "file"

    function showMark() {
        root.view = root.review.markLength > 0 ? "file" : root.view;
        if (root.review.markLength > 0)
            code.reveal(root.review.markStart, root.review.markLength);
    }
    // Once it has its size: what is to be in sight depends on it.
    Component.onCompleted: Qt.callLater(root.showMark)

    padding: 12
    spacing: Theme.spaceS

    Connections {
        target: root.review
        function onMarked() {
            Qt.callLater(root.showMark);
        }
    }

    Item {
        id: head
        width: parent.width
        height: 36
        CodeText {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (tabs.visible ? tabs.width + 12 : 0)
            text: root.review.file
            mayElide: true
            elide: Text.ElideLeft
            color: Theme.textSecond
        }
        TabBar {
            id: tabs
            anchors.right: parent.right
            visible: root.differs
            Accessible.name: qsTr("Views of the file")
            current: root.shown
            tabs: [
                {
                    "id": "file",
                    "label": qsTr("File")
                },
                {
                    "id": "diff",
                    "label": qsTr("Changes")
                }
            ]
            onChosen: id => root.view = id
        }
    }
    CodeView {
        id: code
        width: parent.width
        height: root.height - 2 * root.padding - head.height - origin.height - 2 * root.spacing
        visible: root.shown === "file"
        text: root.review.text
        accessibleName: qsTr("Content of %1").arg(root.review.file)
        onCursorLineChanged: root.review.line = code.cursorLine
    }
    CodeColours {
        document: code.document
        file: root.review.file
        key: Theme.codeKey
        string: Theme.codeString
        number: Theme.codeNumber
        comment: Theme.codeComment
    }
    DiffView {
        width: parent.width
        height: code.height
        visible: root.shown === "diff"
        review: root.review
    }
    Item {
        id: origin
        width: parent.width
        height: 26
        visible: root.shown === "file"
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (jump.visible ? jump.width + 8 : 0)
            text: root.review.lineOrigin
            maximumLineCount: 1
            elide: Text.ElideRight
            mayElide: true
        }
        LinkButton {
            id: jump
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.review.lineKey !== ""
            pixelSize: Theme.sizeSmall
            text: qsTr("Change the answer")
            onClicked: root.wizard.jump(root.review.lineKey)
        }
    }
}
