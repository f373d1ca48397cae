// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// Clusters that cannot be listened to: why, and how old what is shown of them is. Each can be tried again by itself.
Column {
    id: root

    required property AppsController apps
    readonly property int most: 3
    readonly property bool folded: notices.count > root.most

    spacing: Theme.spaceS

    Repeater {
        id: notices
        model: root.apps.notices
        delegate: Banner {
            id: notice
            required property var model // its roles have the names of the banner's own properties
            width: root.width
            visible: notice.model.index < root.most
            status: Status.Error
            title: notice.model.title
            text: notice.model.text
            actions: [
                SecondaryButton {
                    text: qsTr("Try again")
                    onClicked: root.apps.retry(notice.model.id)
                }
            ]
        }
    }
    Caption {
        width: parent.width
        visible: root.folded
        text: qsTr("%n more cluster(s) cannot be reached.", "", notices.count - root.most)
    }
}
