// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A decision from the right: what, what it means, then Cancel left and the verb right. Esc closes; focus goes back to the opener.
/// Page Up and Down read on from anywhere in it; Ctrl+Return does what the button does, where it says so.
T.Popup {
    id: root

    property string title
    property string subtitle
    property list<Item> footer
    property string cancelText: qsTr("Cancel")
    property string acceptText
    property string acceptKind: "primary"
    property string acceptBlockedReason
    property bool acceptsByKey: false
    property real sheetWidth: 520
    default property alias content: pane.content
    property Item opener: null
    readonly property string acceptKeys: qsTr("Ctrl+Return")

    signal accepted
    signal rejected

    parent: T.Overlay.overlay
    x: parent ? parent.width - width : 0
    y: 0
    width: parent ? Math.min(root.sheetWidth, parent.width) : root.sheetWidth
    height: parent ? parent.height : 600
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: root.opener = root.parent?.Window.activeFocusItem ?? null
    onClosed: root.opener?.forceActiveFocus(Qt.PopupFocusReason)
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    enter: Transition {
        NumberAnimation {
            property: "x"
            from: root.parent.width - root.width + (Theme.quick > 0 ? 40 : 0)
            to: root.parent.width - root.width
            duration: Theme.quick
            easing.type: Easing.OutCubic
        }
    }
    background: Rectangle {
        color: Theme.surface
        Divider {
            vertical: true
            height: parent.height
        }
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.subtitle
        Keys.onPressed: event => root.press(event)
        Item {
            id: head
            width: parent.width
            height: words.implicitHeight + 32
            Column {
                id: words
                x: Theme.spaceXl
                y: 16
                width: parent.width - 2 * Theme.spaceXl - 34
                spacing: 4
                Title {
                    width: parent.width
                    text: root.title
                }
                BodyText {
                    width: parent.width
                    visible: text !== ""
                    text: root.subtitle
                    color: Theme.textSecond
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 14
                y: 14
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.dismiss()
            }
            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        ScrollPane {
            id: pane
            y: head.height
            width: parent.width
            height: parent.height - head.height - foot.height
        }
        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: buttons.height + 2 * 14 + (extra.visible ? extra.height + 12 : 0)
            Divider {
                width: parent.width
            }
            Column {
                id: extra
                x: Theme.spaceXl
                y: 14
                width: parent.width - 2 * Theme.spaceXl
                visible: root.footer.length > 0
                spacing: 8
                children: root.footer
            }
            Item {
                id: buttons
                x: Theme.spaceXl
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 14
                width: parent.width - 2 * Theme.spaceXl
                height: Theme.controlHeight
                SecondaryButton {
                    text: root.cancelText
                    onClicked: root.dismiss()
                }
                Loader {
                    anchors.right: parent.right
                    active: root.acceptText !== ""
                    sourceComponent: root.acceptKind === "danger" ? danger : primary
                }
                Component {
                    id: primary
                    PrimaryButton {
                        text: root.acceptText
                        shortcutText: root.acceptsByKey ? root.acceptKeys : ""
                        blockedReason: root.acceptBlockedReason
                        onClicked: root.accepted()
                    }
                }
                Component {
                    id: danger
                    DangerButton {
                        text: root.acceptText
                        shortcutText: root.acceptsByKey ? root.acceptKeys : ""
                        blockedReason: root.acceptBlockedReason
                        onClicked: root.accepted()
                    }
                }
            }
        }
    }

    function press(event: KeyEvent) {
        const accepts = root.acceptsByKey && (event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter);
        const pages = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
        if (accepts && root.acceptBlockedReason === "") {
            root.accepted();
        } else if (pages !== 0) {
            const most = Math.max(0, pane.flickable.contentHeight - pane.flickable.height);
            pane.flickable.contentY = Math.max(0, Math.min(most, pane.flickable.contentY + pages * (pane.flickable.height - 60)));
        }
        event.accepted = accepts || pages !== 0;
    }
    function dismiss() {
        root.rejected();
        root.close();
    }
}
