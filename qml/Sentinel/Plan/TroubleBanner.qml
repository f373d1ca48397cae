// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Sentinel.Design

/// What last could not be done; takes no place while there is nothing.
Banner {
    id: root

    required property trouble trouble

    visible: root.trouble.present
    status: Status.Error
    title: root.trouble.title
    text: root.trouble.text
    closable: true
}
