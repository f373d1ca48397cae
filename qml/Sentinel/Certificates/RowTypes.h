// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Rows/RowsModel.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <qqmlregistration.h>

namespace sentinel::console {

struct CertificatesRowsModelType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::RowsModel)
    QML_NAMED_ELEMENT(RowsModel)
    QML_UNCREATABLE("Controllers make them.")
};

struct CertificatesTroubleType
{
    Q_GADGET
    QML_FOREIGN(sentinel::console::Trouble)
    QML_VALUE_TYPE(trouble)
};

} // namespace sentinel::console
