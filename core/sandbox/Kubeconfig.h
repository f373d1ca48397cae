// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Credentials.h"

namespace sentinel::sandbox {

/// The name of the context, cluster and user of every kubeconfig written here.
inline constexpr QLatin1StringView kContextName("rehearsal");

/// A kubeconfig with one context, `rehearsal`: certificate authority and token inside.
[[nodiscard]] QByteArray kubeconfig(const Credentials &credentials, const QString &url);

/// Writes it, 0600 and in one step. Conflict: a file is there that this program did not write; it stays as it is.
[[nodiscard]] Result<void> writeKubeconfig(const QString &path, const Credentials &credentials, const QString &url);

} // namespace sentinel::sandbox
