// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Link/PageLink.h"
#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <qqmlregistration.h>

namespace sentinel::console {

struct SyncRowsModelType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::RowsModel)
    QML_NAMED_ELEMENT(RowsModel)
    QML_UNCREATABLE("Controllers make them.")
};

struct SyncTroubleType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::Trouble)
    QML_VALUE_TYPE(trouble)
};

struct SyncPageLinkType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::PageLink)
    QML_NAMED_ELEMENT(PageLink)
    QML_UNCREATABLE("Each page has its own.")
};

} // namespace sentinel::console
