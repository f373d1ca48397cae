// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/CheckOut.h"

namespace sentinel::gitops {

struct MirrorRequest
{
    QString url; ///< as git takes it, with the person's own credentials; no password in it
    QString revision; ///< a branch, tag or commit; empty or "HEAD": the default branch
    QString cache; ///< mirrors and revisions lie below it; made when missing, 0700
};

struct Mirrored
{
    CheckedOut content{};
    bool isOffline = false; ///< the repository gave no answer; this is what was fetched before
    QString note{}; ///< that, as a sentence
};

/// A revision of a repository as a folder. A commit that was fetched before costs no request; branches and tags are asked for.
/// Where the repository does not answer and the revision is known from before, that is taken, and said. Errors: those of
/// `checkRepositoryUrl` and `runGit`; NotFound: no such revision.
[[nodiscard]] Async<Mirrored> mirrorRevision(MirrorRequest request, CancelToken cancel);

/// Where the mirror of an address lies, whether or not it is there yet: a bare repository.
[[nodiscard]] QString mirrorFolder(const QString &cache, const QString &url);

} // namespace sentinel::gitops
