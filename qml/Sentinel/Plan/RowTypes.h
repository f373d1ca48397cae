// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Code/CodeColours.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <qqmlregistration.h>

namespace sentinel::console {

struct RowsModelType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::RowsModel)
    QML_NAMED_ELEMENT(RowsModel)
    QML_UNCREATABLE("Controllers make them.")
};

struct TroubleType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::Trouble)
    QML_VALUE_TYPE(trouble)
};

struct CodeColoursType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::CodeColours)
    QML_NAMED_ELEMENT(CodeColours)
};

} // namespace sentinel::console
