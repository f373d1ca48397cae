// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/journal/Journal.h"
#include "core/preflight/Checks.h"

#include <functional>
#include <memory>

namespace sentinel::preflight {

/// What a look from inside works with. Shared, so that no page or command that goes away takes anything from under a flow.
struct InsideServices
{
    kube::ApiPtr api;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<journal::Journal> journal; ///< each object is written there before it is made
    QString context{}; ///< of the kubeconfig, for people
    QString cluster{}; ///< what tells clusters apart: the server's address
    bool rehearsal = false; ///< pods there run no program
    Duration patience = std::chrono::minutes(5); ///< how long the pods are waited for
    int mostNodes = 50; ///< more are not looked at one by one
};

/// Sends a pod into the environment's namespace, and where the plan wants it one to each node, reads what they saw and removes
/// everything it made. What a killed look left behind is removed first. A pod that could not run is a check that says why and who
/// can, no error. Errors: those of `readDemand`, Conflict (another look is under way), those of Journal, Cancelled; whatever was
/// made is removed all the same.
[[nodiscard]] Async<Checks> lookInside(Request request, InsideServices services, std::function<void(QString)> tell,
                                       CancelToken cancel);
/// What it would make, in words, before it does.
[[nodiscard]] QStringList whatALookMakes(const Demand &demand);

/// Puts the checks in the place of those that say nobody has looked.
void takeInside(Report &report, const Checks &checks);
/// What a report says of it while nobody has looked.
[[nodiscard]] Check notLookedInside();

} // namespace sentinel::preflight
