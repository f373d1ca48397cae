// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// The heads of the columns; pressing one orders by it. Arrows move between them.
Item {
    id: root

    required property TableController table
    /// From the left edge to where the first column begins.
    property int inset: 40

    function widthOf(column: var): real {
        return column.width === 0 ? root.rest : Math.round(column.width * Theme.textScale);
    }
    readonly property real rest: Math.max(60, root.width - root.inset - 12 - root.table.columns.reduce((sum, column) => sum + Math.round(column.width * Theme.textScale), 0))

    implicitHeight: Theme.rowHeight
    Row {
        x: root.inset
        height: parent.height
        Repeater {
            id: heads
            model: root.table.columns
            delegate: T.AbstractButton {
                id: head
                required property var modelData
                required property int index
                width: root.widthOf(head.modelData)
                height: root.height
                hoverEnabled: true
                activeFocusOnTab: head.index === 0
                text: head.modelData.title
                onClicked: root.table.sortBy(head.index)
                Keys.onReturnPressed: head.click()
                Keys.onRightPressed: heads.itemAt(Math.min(heads.count - 1, head.index + 1)).forceActiveFocus(Qt.TabFocusReason)
                Keys.onLeftPressed: heads.itemAt(Math.max(0, head.index - 1)).forceActiveFocus(Qt.TabFocusReason)
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: head.modelData.sort === 0 ? head.text : head.modelData.sort > 0 ? qsTr("%1, ascending").arg(head.text) : qsTr("%1, descending").arg(head.text)
                background: Rectangle {
                    color: head.hovered ? Theme.hover : "transparent"
                    FocusRing {
                        anchors.margins: 1
                        shown: head.visualFocus
                    }
                }
                contentItem: Item {
                    Row {
                        x: head.modelData.right ? Math.max(0, parent.width - width - 10) : 0
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: 3
                        layoutDirection: head.modelData.right ? Qt.RightToLeft : Qt.LeftToRight
                        Caption {
                            width: Math.min(implicitWidth, head.width - 12 - (arrow.visible ? 14 : 0))
                            text: head.text
                            font.weight: Font.DemiBold
                            color: head.modelData.sort === 0 ? Theme.textSecond : Theme.text
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight
                            mayElide: true
                            Accessible.ignored: true
                        }
                        Icon {
                            id: arrow
                            anchors.verticalCenter: parent.verticalCenter
                            visible: head.modelData.sort !== 0
                            name: head.modelData.sort > 0 ? "chevron-up" : "chevron-down"
                            size: 11
                            color: Theme.text
                        }
                    }
                }
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
