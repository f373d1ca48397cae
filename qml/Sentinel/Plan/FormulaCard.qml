// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Sentinel.Design

/// How the chosen figure comes about, the answers it comes from, and what the sizing has to say.
Card {
    id: root

    required property PlanController wizard
    required property HardwareController hardware
    readonly property var formula: root.hardware.formula

    title: qsTr("%1 · %2").arg(root.formula.title ?? "").arg(root.formula.display ?? "")

    Flickable {
        id: flick
        width: parent.width
        height: root.height - y - 2 * root.padding - 32
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Column {
            id: column
            width: flick.width
            spacing: Theme.spaceM
            BodyText {
                width: parent.width
                text: root.formula.symbols ?? ""
                color: Theme.textSecond
            }
            Rectangle {
                width: parent.width
                height: lines.implicitHeight + 20
                radius: Theme.radius
                color: Theme.sunken
                Column {
                    id: lines
                    x: 12
                    y: 10
                    width: parent.width - 24
                    spacing: 3
                    Repeater {
                        model: root.formula.worked ?? []
                        BodyText {
                            required property string modelData
                            width: lines.width
                            text: modelData
                            font.family: Theme.monoFamily
                            font.pixelSize: Theme.sizeSmall
                        }
                    }
                    BodyText {
                        width: lines.width
                        text: root.formula.result ?? ""
                        color: Theme.accent
                        font.family: Theme.monoFamily
                        font.pixelSize: Theme.sizeSmall
                    }
                }
            }
            Caption {
                width: parent.width
                visible: text !== ""
                text: root.formula.source ?? ""
            }
            Column {
                width: parent.width
                visible: root.hardware.comesFrom.count > 0
                Heading {
                    width: parent.width
                    text: qsTr("Comes from")
                    font.pixelSize: Theme.sizeSmall
                }
                Repeater {
                    model: root.hardware.comesFrom
                    Item {
                        id: source
                        required property string key
                        required property string label
                        required property string value
                        width: parent.width
                        height: 28
                        LinkButton {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Math.min(implicitWidth, parent.width - answer.width - 8)
                            text: source.label
                            pixelSize: Theme.sizeSmall + 1
                            onClicked: root.wizard.jump(source.key)
                        }
                        Label {
                            id: answer
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            text: source.value
                            font.pixelSize: Theme.sizeSmall + 1
                        }
                    }
                }
            }
            Repeater {
                model: root.hardware.banners
                VerdictNote {
                    width: parent.width
                    onTaken: banner => root.hardware.takeProposal(banner)
                    onJumped: key => root.wizard.jump(key)
                }
            }
        }
    }
}
