// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// The object as YAML: coloured as far as it is looked at, searched, copied. Secrets are not in it.
Item {
    id: root

    required property InspectController inspect

    Row {
        id: tools
        x: Theme.spaceM
        y: Theme.spaceS
        width: parent.width - 2 * Theme.spaceM
        spacing: 6
        SearchField {
            id: field
            width: parent.width - rest.width - 6
            placeholder: qsTr("Search in it")
            accessibleName: qsTr("Search in the YAML")
            text: root.inspect.search
            onEdited: text => root.inspect.search = text
            Keys.onReturnPressed: root.inspect.findNext(true)
        }
        Row {
            id: rest
            spacing: 2
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.inspect.search !== ""
                text: root.inspect.found === 0 ? qsTr("none") : qsTr("%1 of %2").arg(root.inspect.foundAt).arg(root.inspect.found)
                wrapMode: Text.NoWrap
                rightPadding: 4
            }
            IconButton {
                visible: root.inspect.found > 1
                iconName: "chevron-up"
                text: qsTr("The one before")
                onClicked: root.inspect.findNext(false)
            }
            IconButton {
                visible: root.inspect.found > 1
                iconName: "chevron-down"
                text: qsTr("The next one")
                onClicked: root.inspect.findNext(true)
            }
            IconButton {
                iconName: "eye"
                checked: !root.inspect.folded
                text: root.inspect.folded ? qsTr("Show managed fields") : qsTr("Fold managed fields")
                onClicked: root.inspect.folded = !root.inspect.folded
            }
            IconButton {
                iconName: done.running ? "check" : "copy"
                text: done.running ? qsTr("Copied") : qsTr("Copy the YAML")
                onClicked: {
                    root.inspect.copy();
                    done.restart();
                }
                Timer {
                    id: done
                    interval: 2000
                }
            }
        }
    }
    CodeView {
        id: code
        anchors.top: tools.bottom
        anchors.topMargin: Theme.spaceS
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceS
        x: Theme.spaceS
        width: parent.width - 2 * Theme.spaceS
        accessibleName: qsTr("YAML of %1").arg(root.inspect.title)
        text: root.inspect.text
    }
    CodeColours {
        document: code.document
        file: "object.yaml"
        key: Theme.codeKey
        string: Theme.codeString
        number: Theme.codeNumber
        comment: Theme.codeComment
    }
    Connections {
        target: root.inspect
        function onSearchChanged() {
            if (root.inspect.foundStart >= 0)
                code.reveal(root.inspect.foundStart, root.inspect.search.length);
        }
    }
    Spinner {
        anchors.centerIn: code
        visible: root.inspect.busy && root.inspect.text === ""
        running: visible
    }
}
