// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The versions, the newest first: arrows, Home and End choose.
FocusScope {
    id: root

    required property RollbackController back
    property bool choosable: true
    /// Rows that are seen at once; the others are scrolled to.
    property int most: 5
    readonly property real rowHeight: (Theme.sizeBase + Theme.sizeSmall) * 1.4 + 26

    signal picked

    function show() {
        const rows = list.count;
        for (let at = 0; at < rows; ++at) {
            const row = list.itemAtIndex(at) as RollbackVersion;
            if (row?.chosen ?? false)
                list.positionViewAtIndex(at, ListView.Contain);
        }
    }
    function step(by: int) {
        root.back.chooseNext(by);
        root.show();
    }

    implicitHeight: Math.min(list.contentHeight, root.most * root.rowHeight)
    activeFocusOnTab: root.choosable
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Versions")
    Accessible.description: root.choosable ? qsTr("Up and Down choose one.") : ""
    Keys.enabled: root.choosable
    Keys.onDownPressed: root.step(1)
    Keys.onUpPressed: root.step(-1)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End;
        if (event.accepted)
            root.step(event.key === Qt.Key_Home ? -list.count : list.count);
    }
    Keys.onReturnPressed: event => {
        event.accepted = !(event.modifiers & Qt.ControlModifier);
        if (event.accepted)
            root.picked();
    }

    ListView {
        id: list
        anchors.fill: parent
        clip: contentHeight > height
        spacing: -1
        model: root.back.candidates
        cacheBuffer: 2000
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        T.ScrollBar.vertical: ScrollBar {}
        delegate: RollbackVersion {
            width: list.width
            choosable: root.choosable
            onPicked: id => {
                root.back.candidate = id;
                root.forceActiveFocus(Qt.MouseFocusReason);
            }
        }
    }
    FocusRing {
        shown: root.activeFocus && root.choosable && list.count > 0
    }
}
