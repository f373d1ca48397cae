// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"

namespace sentinel::sandbox {

/// Why an Application may not be as it is: its project is missing or does not permit its repository or destination, the
/// destination is no cluster known here. Sentences for the condition InvalidSpecError; empty: it may.
[[nodiscard]] QStringList specProblems(const Store &store, const QJsonObject &application);

/// The AppProject of an Application, or an empty object.
[[nodiscard]] QJsonObject projectOf(const Store &store, const QJsonObject &application);

/// Why the project does not let this object be synced; empty: it does. `type` is the object's.
[[nodiscard]] QString resourceProblem(const QJsonObject &project, const QJsonObject &application, const Type &type,
                                      const QJsonObject &object);

/// The namespace Argo CD lives in, the project every cluster has, and the cluster itself: what an installed Argo CD finds.
void seedArgoCd(Store &store);

} // namespace sentinel::sandbox
