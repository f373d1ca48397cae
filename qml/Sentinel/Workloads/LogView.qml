// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The lines of a log. At its end it follows; scrolling up holds it, what comes meanwhile is counted.
Item {
    id: root

    required property LogController log
    property bool held: false
    property int seen: 0
    readonly property real letter: metrics.advanceWidth("0")

    function toEnd() {
        root.held = false;
        list.positionViewAtEnd();
    }

    FontMetrics {
        id: metrics
        font.family: Theme.monoFamily
        font.pixelSize: Theme.sizeCode - 1
    }
    LogTools {
        id: tools
        x: Theme.spaceM
        y: Theme.spaceS
        width: parent.width - 2 * Theme.spaceM
        log: root.log
    }
    Caption {
        id: dropped
        anchors.top: tools.bottom
        anchors.topMargin: visible ? 4 : 0
        x: Theme.spaceM
        width: parent.width - 2 * Theme.spaceM
        height: visible ? implicitHeight : 0
        visible: text !== ""
        text: root.log.droppedText
        color: Theme.warning
    }
    Rectangle {
        anchors.fill: list
        anchors.margins: -1
        radius: Theme.radius
        color: Theme.sunken
        border.color: Theme.line
        FocusRing {
            shown: list.activeFocus
        }
    }
    ListView {
        id: list
        anchors.top: dropped.bottom
        anchors.topMargin: Theme.spaceS
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.spaceS
        x: Theme.spaceS + 1
        width: parent.width - 2 * Theme.spaceS - 2
        clip: true
        activeFocusOnTab: true
        model: root.log.lines
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalAndVerticalFlick
        contentWidth: Math.max(width, (root.log.lines.longest + (root.log.timestamps ? 32 : 1)) * root.letter + 20)
        reuseItems: true
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Lines of the log")
        onMovingChanged: if (list.moving) root.held = !list.atYEnd
        onMovementEnded: root.held = !list.atYEnd
        Keys.onUpPressed: root.hold(-1)
        Keys.onDownPressed: root.hold(1)
        Keys.onPressed: event => root.press(event)
        delegate: LogLine {
            width: list.contentWidth
            withTime: root.log.timestamps
        }
    }
    Connections {
        target: root.log.lines
        function onChanged() {
            if (!root.held) {
                root.seen = root.log.lines.count;
                list.positionViewAtEnd();
            }
        }
    }
    Spinner {
        anchors.centerIn: list
        visible: root.log.busy && list.count === 0
        running: visible
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceS
        x: Theme.spaceM
        width: parent.width - 2 * Theme.spaceM
        height: Math.max(24, state.implicitHeight)
        StatusMark {
            id: state
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - (more.visible ? more.width + 12 : 0)
            status: root.log.tone
            text: root.log.trouble.present ? root.log.trouble.explanation : root.log.state
            pixelSize: Theme.sizeSmall
            weight: Font.Medium
        }
        LinkButton {
            id: more
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.held
            pixelSize: Theme.sizeSmall
            text: qsTr("Held · %n new line(s) · go to the end", "", Math.max(0, root.log.lines.count - root.seen))
            onClicked: root.toEnd()
        }
    }

    function hold(by: int) {
        list.contentY = Math.max(list.originY, Math.min(list.originY + list.contentHeight - list.height, list.contentY + by * metrics.height));
        root.held = !list.atYEnd;
    }
    function press(event: KeyEvent) {
        const page = Math.floor(list.height / metrics.height) - 1;
        const by = event.key === Qt.Key_PageDown ? page : event.key === Qt.Key_PageUp ? -page : event.key === Qt.Key_Home ? -1e6 : 0;
        event.accepted = by !== 0 || event.key === Qt.Key_End;
        if (event.key === Qt.Key_End)
            root.toEnd();
        else if (by !== 0)
            root.hold(by);
    }
}
