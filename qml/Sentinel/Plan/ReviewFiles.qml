// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Sentinel.Design

/// The bundle as files: what it is in a few facts, every file, what is worth knowing.
Item {
    id: root

    required property PlanController wizard
    required property ReviewController review

    Row {
        id: facts
        width: parent.width
        height: visible ? facts.tallest : 0
        /// Of the cards; a list of namespaces may need more lines than usual.
        readonly property real tallest: facts.children.reduce((most, card) => Math.max(most, card.implicitHeight), 106)
        spacing: Theme.spaceM
        visible: root.review.summary.count > 0
        Repeater {
            model: root.review.summary
            Card {
                id: fact
                required property string text
                required property real share
                width: (facts.width - 3 * facts.spacing) * share
                height: facts.tallest
                padding: 12
                spacing: 3
                required title
                Caption {
                    width: parent.width
                    text: fact.text
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    mayElide: true
                }
            }
        }
    }
    Item {
        anchors.top: facts.bottom
        anchors.topMargin: facts.visible ? Theme.spaceM : 0
        anchors.bottom: parent.bottom
        width: parent.width
        FileTree {
            id: tree
            width: Math.min(270, parent.width * 0.26)
            height: parent.height
            review: root.review
        }
        FileView {
            anchors.left: tree.right
            anchors.leftMargin: Theme.spaceM
            anchors.right: side.left
            anchors.rightMargin: Theme.spaceM
            height: parent.height
            wizard: root.wizard
            review: root.review
        }
        ReviewSide {
            id: side
            anchors.right: parent.right
            width: Math.min(300, parent.width * 0.28)
            height: parent.height
            wizard: root.wizard
            review: root.review
        }
    }
}
