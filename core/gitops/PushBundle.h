// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QString>

namespace sentinel::gitops {

struct BundlePush
{
    QString bundle; ///< the folder that holds bundle.json
    QString repository; ///< address or path, as git takes it; no password in it
    QString branch; ///< made when the repository has none of that name
    QString path{}; ///< folder inside the repository; empty: its root
};

struct Pushed
{
    QString commit; ///< 40 hex digits: the new one, or the one that held the same already
    bool changed = false;
    int files = 0; ///< added, changed or removed
};

/// The bundle becomes one commit on top of the branch, and is pushed. Files of an earlier bundle that this one has no more are
/// removed; files somebody else put there stay. The message says which bundle it is, the same bundle always in the same words.
/// The author is who git says (user.name, user.email), else Sentinel Console. Nothing is forced: Conflict when somebody pushed
/// meanwhile, with nothing changed. Other errors: NotFound (no bundle there, no git, no such repository), Invalid, Unauthorized,
/// Forbidden (the branch is protected), Unreachable, Cancelled.
[[nodiscard]] Async<Pushed> pushBundle(BundlePush request, CancelToken cancel);

} // namespace sentinel::gitops
