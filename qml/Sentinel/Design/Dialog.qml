// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

/// A question about lasting harm. The title asks, the button says verb and noun; the focus rests on Cancel.
T.Popup {
    id: root

    property string title
    property string text
    property string acceptText
    property string cancelText: qsTr("Cancel")
    property string acceptKind: "primary"
    default property alias content: extra.data
    property Item opener: null

    signal accepted
    signal rejected

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? Math.min(460, parent.width - 48) : 460
    height: body.implicitHeight + 48
    modal: true
    focus: true
    padding: 24
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: root.opener = root.parent?.Window.activeFocusItem ?? null
    onOpened: cancel.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: root.opener?.forceActiveFocus(Qt.PopupFocusReason)
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.surface
        border.color: Theme.line
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.title
        Accessible.description: root.text
        Column {
            id: body
            width: parent.width
            spacing: 14
            Heading {
                width: parent.width
                text: root.title
                wrapMode: Text.Wrap
                maximumLineCount: 4
            }
            BodyText {
                width: parent.width
                visible: text !== ""
                text: root.text
                color: Theme.textSecond
            }
            Column {
                id: extra
                width: parent.width
                visible: children.length > 0
                spacing: 8
            }
            Row {
                anchors.right: parent.right
                spacing: 10
                SecondaryButton {
                    id: cancel
                    text: root.cancelText
                    onClicked: root.finish(false)
                }
                Loader {
                    sourceComponent: root.acceptKind === "danger" ? danger : primary
                }
                Component {
                    id: primary
                    PrimaryButton {
                        text: root.acceptText
                        onClicked: root.finish(true)
                    }
                }
                Component {
                    id: danger
                    DangerButton {
                        text: root.acceptText
                        onClicked: root.finish(true)
                    }
                }
            }
        }
    }

    function finish(yes: bool) {
        root.close();
        if (yes) {
            root.accepted();
        } else {
            root.rejected();
        }
    }
}
