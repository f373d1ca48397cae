// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The files of the bundle.
Card {
    id: root

    required property ReviewController review

    padding: 8
    accessibleName: qsTr("Files of the bundle")

    function showFile() {
        if (root.review.markLength > 0 && root.review.fileRow < list.count)
            list.positionViewAtIndex(root.review.fileRow, ListView.Center);
    }
    Component.onCompleted: Qt.callLater(root.showFile)
    Connections {
        target: root.review
        function onMarked() {
            Qt.callLater(root.showFile);
        }
    }
    ListView {
        id: list
        width: parent.width
        height: root.height - 2 * root.padding
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.review.files
        activeFocusOnTab: true
        keyNavigationEnabled: true
        T.ScrollBar.vertical: ScrollBar {}
        delegate: TreeRow {
            required property string path
            required property string name
            required property bool folder
            width: list.width
            text: name
            expandable: folder
            iconName: folder ? "folder" : "file"
            selected: path === root.review.file
            onToggled: root.review.toggleFolder(path)
            onClicked: folder ? root.review.toggleFolder(path) : root.review.file = path
            required depth
            required expanded
            required badge
        }
    }
}
