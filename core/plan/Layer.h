// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Location.h"
#include "core/plan/Answers.h"

namespace sentinel::plan {

/// What a person answered at one level of a plan: `spec`, one environment, or one cluster.
struct Layer
{
    QString name; ///< of the environment or cluster; empty for `spec`
    QString profile; ///< environments only
    QHash<QString, Datum> answers; ///< by question key
    QHash<QString, Location> places; ///< of each answer's value; "" is the level itself, "profile" its profile
};

} // namespace sentinel::plan
