// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A number in the answer's own notation; arrows and the two buttons go up and down.
TextField {
    id: root

    property real minimum: -Infinity
    property real maximum: Infinity
    property real step: 1
    property int decimals: 0
    property string unit

    function bump(direction: int) {
        const now = Number(root.text);
        const next = Math.min(root.maximum, Math.max(root.minimum, (isNaN(now) ? 0 : now) + direction * root.step));
        root.text = String(Number(next.toFixed(Math.max(root.decimals, 6))));
        root.touched = true;
        root.edited(root.text);
    }

    implicitWidth: 180
    rightPadding: 34 + (unitText.visible ? unitText.width + 8 : 0)
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    font.features: {
        "tnum": 1
    }
    Keys.onUpPressed: root.bump(1)
    Keys.onDownPressed: root.bump(-1)
    Accessible.role: Accessible.SpinBox
    Accessible.onIncreaseAction: root.bump(1)
    Accessible.onDecreaseAction: root.bump(-1)

    Caption {
        id: unitText
        anchors.right: steps.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: root.unit !== ""
        text: root.unit
        wrapMode: Text.NoWrap
    }
    Column {
        id: steps
        anchors.right: parent.right
        anchors.rightMargin: 2
        anchors.verticalCenter: parent.verticalCenter
        Repeater {
            model: [1, -1]
            IconButton {
                required property int modelData
                implicitWidth: 26
                implicitHeight: root.height / 2 - 2
                activeFocusOnTab: false
                focusPolicy: Qt.NoFocus
                autoRepeat: true
                enabled: root.enabled && !root.readOnly
                iconName: modelData > 0 ? "chevron-up" : "chevron-down"
                text: modelData > 0 ? qsTr("More") : qsTr("Less")
                onClicked: root.bump(modelData)
            }
        }
    }
}
