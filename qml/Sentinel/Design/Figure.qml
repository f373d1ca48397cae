// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SafeText {
    font.pixelSize: Theme.sizeFigure
    font.weight: Font.DemiBold
    font.features: {
        "tnum": 1
    }
    elide: Text.ElideRight
    maximumLineCount: 1
}
