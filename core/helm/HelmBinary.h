// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QString>
#include <QStringList>

namespace sentinel::helm {

/// A helm that can be run and is of a version this program knows.
struct HelmBinary
{
    QString path;
    QString version; ///< "4.1.4"
    int major = 4;
};

/// The first helm that answers: those named in `candidates` (programs or paths), in this order; a name is looked for on PATH.
/// Usually {"helm", the one our packages carry}. Errors: NotFound (none; says what to install), Unsupported (only too old ones).
[[nodiscard]] Async<HelmBinary> findHelm(QStringList candidates, CancelToken cancel);

} // namespace sentinel::helm
