// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rows/ClusterPlace.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

ClusterPlace placeOf(const QVariantMap &properties)
{
    return {.usable = properties.value(u"usable"_s).toBool(),
            .kubeconfig = properties.value(u"kubeconfig"_s).toString(),
            .context = properties.value(u"context"_s).toString(),
            .rehearsal = properties.value(u"rehearsal"_s).toBool(),
            .protection = protectionNamed(properties.value(u"protection"_s).toString()).value_or(ProtectionLevel::Confirm),
            .name = properties.value(u"clusterName"_s).toString(),
            .problem = properties.value(u"clusterProblem"_s).toString(),
            .stateFolder = properties.value(u"stateFolder"_s).toString()};
}

} // namespace sentinel::console
