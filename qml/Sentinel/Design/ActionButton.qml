// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// What the four buttons share. A blocked one cannot be pressed but stays reachable and says why.
FocusScope {
    id: root

    property string text
    property string iconName
    property string hint
    property string shortcutText
    property string blockedReason
    property string accessibleName
    property bool busy: false
    property color fill: Theme.surface
    property color fillHover: Theme.hover
    property color fillPressed: Theme.pressed
    property color ink: Theme.text
    property color edge: Theme.lineControl
    readonly property bool blocked: root.blockedReason !== ""
    readonly property bool down: control.down

    signal clicked

    implicitWidth: control.implicitWidth
    implicitHeight: Theme.controlHeight
    activeFocusOnTab: root.blocked

    Accessible.role: Accessible.Button
    Accessible.name: root.accessibleName !== "" ? root.accessibleName : root.text
    Accessible.description: root.blockedReason
    Accessible.ignored: !root.blocked

    HoverHandler {
        id: hover
    }
    T.Button {
        id: control
        anchors.fill: parent
        focus: true
        enabled: !root.blocked && !root.busy
        hoverEnabled: true
        implicitWidth: Math.max(Theme.controlHeight, content.implicitWidth + leftPadding + rightPadding)
        leftPadding: 13
        rightPadding: 13
        text: root.text
        activeFocusOnTab: true
        focusPolicy: Qt.StrongFocus
        onClicked: root.clicked()
        Keys.onReturnPressed: control.click()
        Keys.onEnterPressed: control.click()

        Accessible.role: Accessible.Button
        Accessible.name: root.accessibleName !== "" ? root.accessibleName : root.text
        Accessible.description: root.hint
        Accessible.ignored: root.blocked

        background: Rectangle {
            radius: Theme.radius
            color: !root.enabled || root.blocked ? Theme.sunken : control.down ? root.fillPressed : control.hovered ? root.fillHover : root.fill
            border.width: root.edge.a > 0 || root.blocked || !root.enabled ? 1 : 0
            border.color: root.enabled && !root.blocked ? root.edge : Theme.line
        }
        contentItem: Item {
            id: content
            implicitWidth: row.implicitWidth
            implicitHeight: row.implicitHeight
            ButtonContent {
                id: row
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width)
                text: root.text
                iconName: root.iconName
                shortcutText: root.shortcutText
                busy: root.busy
                ink: root.enabled && !root.blocked ? root.ink : Theme.textDisabled
            }
        }
    }
    FocusRing {
        shown: control.visualFocus || (root.blocked && root.activeFocus)
    }
    Tip {
        text: root.blocked ? root.blockedReason : root.hint
        shown: hover.hovered || control.visualFocus || (root.blocked && root.activeFocus)
    }
}
