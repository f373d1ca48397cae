// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/CompareApplication.h"

namespace sentinel::gitops {

/// What the destination serves and is, as far as it is this cluster: for rendering as its Argo CD would. Tracking is left out.
[[nodiscard]] Async<DesiredRequest> desiredBase(kube::ApiPtr api, kube::Object application, CancelToken cancel);

/// `base` for a revision, or for the entry of the history whose number `word` is; empty: what the sources say themselves.
/// Invalid: no such entry.
[[nodiscard]] Result<DesiredRequest> requestFor(const DesiredRequest &base, const QString &word);

/// Whether the Application's repository has the revision, before anything is asked for. NotFound: it was read and has none of
/// that name. Where it cannot be read from here, or holds charts, or the word is a range of versions, nothing is said.
[[nodiscard]] Async<void> checkRevision(kube::Object application, QString revision, SourceServices services, CancelToken cancel);

/// What syncing to `wanted` would change. In a large Application only objects that Argo CD found different are compared, since
/// each costs two requests, and a note says so; `everything` compares all.
[[nodiscard]] Async<ApplicationDifference> previewSync(kube::ApiPtr api, DesiredRequest wanted, SourceServices services,
                                                       bool everything, CancelToken cancel);

/// What changes from one revision to the other, without asking the cluster.
[[nodiscard]] Async<ApplicationDifference> previewChange(DesiredRequest from, DesiredRequest to, SourceServices services,
                                                         CancelToken cancel);

} // namespace sentinel::gitops
