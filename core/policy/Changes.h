// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Manifests.h"

namespace sentinel::policy {

/// What applying newer manifests does to one object of older ones, as a person would say it.
struct Effect
{
    enum class Kind {
        Appears,
        Disappears,
        Restarts, ///< its pods are replaced one after another
        Replaced, ///< Kubernetes refuses the change in place: it must be deleted and made anew
        Data, ///< data may be lost or left behind
        Secret, ///< values of a Secret change; counted, never shown
        Scales, ///< another number of pods
        Config, ///< settings change that no pod is restarted for
        Changes, ///< anything else
    };
    Kind kind = Kind::Changes;
    QString object; ///< "StatefulSet/postgresql"
    QString sentence;
    Location where{}; ///< in the newer manifests, or in the older ones when it disappears

    /// Whether somebody should look twice before it happens.
    [[nodiscard]] bool isGrave() const { return kind == Kind::Data || kind == Kind::Replaced; }
};

/// "appears", "disappears", "restarts", "replaced", "data", "secret", "scales", "config", "changes": the words of documents.
[[nodiscard]] QString effectName(Effect::Kind kind);

/// The gravest first. Objects whose content is the same are not there; labels and annotations of the object itself alone do
/// nothing.
[[nodiscard]] QList<Effect> effectsOf(const Manifests &older, const Manifests &newer);

} // namespace sentinel::policy
