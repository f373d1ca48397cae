// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Location.h"

#include <QString>

namespace sentinel {

/// Why something could not be done. `doing` and `detail` are for people; secrets never enter either.
struct Error
{
    enum class Kind {
        Cancelled, ///< somebody asked to stop; never shown as a failure
        Unreachable, ///< no answer: file system, network, missing program
        Timeout, ///< no answer in time
        Unauthorized, ///< who we are was not accepted
        Forbidden, ///< we may not do this (RBAC, file permissions)
        NotFound, ///< the named thing does not exist
        Conflict, ///< it exists and is somebody else's, or changed meanwhile
        Invalid, ///< the input is wrong; `where` says where
        RateLimited, ///< asked to wait
        Unsupported, ///< understood, but not by this version
        Internal, ///< a fault of ours
    };

    Kind kind = Kind::Internal;
    QString doing; ///< what we tried: "reading the plan"
    QString detail; ///< why it failed and what to do, as a sentence
    Location where{}; ///< first place in the input that is wrong
    Findings findings{}; ///< every problem, when there are several; the first equals `detail`/`where`
};

/// An Error of kind Invalid that carries all `findings`; the first one becomes its sentence and place.
[[nodiscard]] Error invalid(QString doing, Findings findings);

} // namespace sentinel
