// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Store.h"
#include "core/sandbox/delivery/HookRules.h"
#include "core/sandbox/delivery/ObjectHealth.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/delivery/TargetState.h"

#include <QJsonArray>

namespace sentinel::sandbox {

struct ComparedObject
{
    ObjectPlace place;
    QJsonObject target; ///< empty: only live, so it should go
    QJsonObject live; ///< empty: missing
    bool isInSync = false;
    bool counts = true; ///< towards the Application's status; not with compare-options IgnoreExtraneous
    std::optional<Health> health;
};

/// An Application's target beside what lives; hooks play no part.
struct Comparison
{
    QList<ComparedObject> objects;
    QStringList shared; ///< sentences: objects that belong to another Application
    Health health;

    [[nodiscard]] bool isInSync() const;
    [[nodiscard]] bool needsOnlyPruning() const; ///< out of sync, and nothing but removals would change that
};

[[nodiscard]] Comparison compare(const Store &store, const QString &instance, const TargetState &target,
                                 const QSet<ObjectPlace> &tracked, const QJsonArray &ignoreDifferences);

/// As `status.resources` has them.
[[nodiscard]] QJsonArray resourcesOf(const Comparison &comparison);
/// Images of the pods the live objects ask for, sorted.
[[nodiscard]] QStringList imagesOf(const Comparison &comparison);

} // namespace sentinel::sandbox
