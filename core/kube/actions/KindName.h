// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// The kind people mean by a word, as kubectl takes it: "deployments", "deployment", "deploy", "Deployment", "deployments.apps",
/// "deployments.v1.apps". The core group wins, then what was discovered first. Nothing: no such kind.
[[nodiscard]] std::optional<ResourceType> kindNamed(const QList<ResourceType> &served, const QString &word);

/// Asks the server what it serves. NotFound: no such kind.
[[nodiscard]] Async<ResourceType> findKind(ApiPtr api, QString word, CancelToken cancel);

} // namespace sentinel::kube
