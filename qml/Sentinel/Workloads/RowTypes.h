// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Code/CodeColours.h"
#include "qml/Sentinel/Link/PageLink.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <qqmlregistration.h>

namespace sentinel::console {

struct WorkloadsRowsModelType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::RowsModel)
    QML_NAMED_ELEMENT(RowsModel)
    QML_UNCREATABLE("Controllers make them.")
};

struct WorkloadsTroubleType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::Trouble)
    QML_VALUE_TYPE(trouble)
};

struct WorkloadsPageLinkType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::PageLink)
    QML_NAMED_ELEMENT(PageLink)
    QML_UNCREATABLE("Each page has its own.")
};

struct WorkloadsCodeColoursType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::CodeColours)
    QML_NAMED_ELEMENT(CodeColours)
};

} // namespace sentinel::console
