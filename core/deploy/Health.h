// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/ObjectState.h"

namespace sentinel::deploy {

/// How one object stands, looked at by itself.
struct Judgement
{
    Health health = Health::Unknown;
    QString sentence{}; ///< "2 of 3 ready"
    int ready = 0;
    int wanted = 0;
};

/// By the rules kstatus and Argo CD agree on: generation observed, replicas updated and ready, Jobs complete, claims bound,
/// certificates issued, Applications synced and healthy. Kinds that carry no state are healthy once they exist.
[[nodiscard]] Judgement judge(const QJsonObject &object);

} // namespace sentinel::deploy
