// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/Change.h"

namespace sentinel::gitops {

/// How this cluster's Argo CD lets auto-sync be paused.
enum class PauseWay {
    Switch, ///< automated.enabled: false; from Argo CD 3.1
    Removal, ///< `automated` taken away and kept in an annotation; before
};

/// Where `automated` is kept while it is taken away, as JSON.
constexpr auto kAutoSyncMemory = u"console.sentinel/auto-sync";

/// By the served definition of Application. Where that may not be read, by what the server says of its kinds. Errors: those of
/// Api; NotFound: no Argo CD here.
[[nodiscard]] Async<PauseWay> pauseWay(kube::ApiPtr api, CancelToken cancel);

[[nodiscard]] bool isAutoSynced(const kube::Object &application);
/// It was on and has been switched off, so that it can be put back as it was.
[[nodiscard]] bool isAutoSyncPaused(const kube::Object &application);

/// `automated` as it is, or as it is remembered while it is taken away; empty: neither.
[[nodiscard]] QJsonObject rememberedAutoSync(const kube::Object &application);

/// Merge patches, without a resource version; empty: it is so already. They can be laid over that of an operation, so that one
/// write does both.
[[nodiscard]] QJsonObject pausePatch(const kube::Object &application, PauseWay way);
/// Puts back exactly what was there; where nothing was, `automated` as given (an empty one: neither prunes nor heals).
[[nodiscard]] QJsonObject resumePatch(const kube::Object &application, const QJsonObject &automated = {});

/// On or off, written down in the journal with what was there before. `automated` is for an Application that never had it. Where
/// an ApplicationSet made the Application it is looked at for some seconds more; Conflict: it was put back.
[[nodiscard]] Async<kube::Object> setAutoSync(kube::ObjectName name, bool on, QJsonObject automated, ChangeServices services,
                                              CancelToken cancel);

} // namespace sentinel::gitops
