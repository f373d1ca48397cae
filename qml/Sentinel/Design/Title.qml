// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SafeText {
    font.pixelSize: Theme.sizeTitle
    font.weight: Font.DemiBold
    wrapMode: Text.Wrap
    Accessible.role: Accessible.Heading
}
