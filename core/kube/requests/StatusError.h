// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/kube/Api.h"
#include "core/kube/transport/Http.h"

namespace sentinel::kube {

/// What a refusal of the server means: its status and the Status object it sends. Sentences of the server are made plain.
[[nodiscard]] Error statusError(const HttpAnswer &answer, const QString &host, const QString &doing);
/// A good answer that is no JSON object.
[[nodiscard]] Error notJson(const HttpAnswer &answer, const QString &host, const QString &doing);

/// The fields others own, of the 409 of a server-side apply; empty for any other answer.
[[nodiscard]] QList<FieldConflict> fieldConflicts(const HttpAnswer &answer);
/// Texts of the `Warning` headers.
[[nodiscard]] QStringList warningsOf(const HttpAnswer &answer);

/// The resource version is gone (410): read the list again.
[[nodiscard]] bool isExpired(int code, const QString &reason);
/// The server does not know the version yet: it was put back to an earlier state, or a replica is behind.
[[nodiscard]] bool isFromTheFuture(const QJsonObject &status);

} // namespace sentinel::kube
