// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QString>

namespace sentinel::gitops {

struct CheckOutRequest
{
    QString repository; ///< a repository on this machine: bare, or a folder with `.git`
    QString revision; ///< a branch, tag or commit; "HEAD"
    QString cache; ///< where revisions lie, each in a folder named by its commit; made when missing, 0700
};

struct CheckedOut
{
    QString folder; ///< never changed again; symbolic links are plain files in it, so none leads out of it
    QString commit; ///< 40 hex digits
};

/// Puts a revision into the cache, or finds it there. NotFound: no such repository or revision, with the sentence Argo CD has
/// for it.
[[nodiscard]] Async<CheckedOut> checkOut(CheckOutRequest request, CancelToken cancel);

} // namespace sentinel::gitops
