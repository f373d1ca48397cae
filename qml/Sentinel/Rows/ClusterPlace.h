// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ProtectionLevel.h"

#include <QString>
#include <QVariantMap>

namespace sentinel::console {

/// Where a page is to work, as the shell says it.
struct ClusterPlace
{
    bool usable = false; ///< it is there
    QString kubeconfig{}; ///< empty: what kubectl reads
    QString context{}; ///< empty: the current one of the file
    bool rehearsal = false;
    ProtectionLevel protection = ProtectionLevel::Confirm; ///< how much stands between a hand and it
    QString name{}; ///< the person's own for it; empty: the context's
    QString problem{}; ///< why there is none
    QString stateFolder{};
    bool operator==(const ClusterPlace &) const = default;
};

/// Of the properties the shell hands to a page.
[[nodiscard]] ClusterPlace placeOf(const QVariantMap &properties);

} // namespace sentinel::console
