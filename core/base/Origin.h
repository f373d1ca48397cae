// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sentinel {

/// Which answer of the plan a value or a line comes from.
struct Origin
{
    enum class Source {
        Default, ///< the question's own default
        Derived, ///< a default worked out from other answers
        Profile, ///< the environment's profile
        Base, ///< answered in `spec`
        Environment, ///< answered in `environments.<name>.spec`
        Cluster, ///< answered for one cluster
    };

    QString key; ///< plan key, e.g. "load.eventsPerSecond"
    Source source = Source::Default;

    bool operator==(const Origin &) const = default;
};

/// "default", "derived", "profile", "base", "environment", "cluster".
[[nodiscard]] QString sourceName(Origin::Source source);

} // namespace sentinel
