// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/ClusterAccess.h"

namespace sentinel::kube {

/// "127.0.0.1", "::1", "localhost".
[[nodiscard]] bool isLoopback(const QString &host);

using Environment = std::function<QString(const char *name)>;

/// The proxy that HTTPS_PROXY and NO_PROXY name for `server`, by the rules kubectl follows: either case of letters, never for
/// loopback, NO_PROXY with names, suffixes, addresses, networks, ports and "*". None where they name none. Invalid: HTTPS_PROXY
/// is no address of a proxy.
[[nodiscard]] Result<Proxy> environmentProxy(const QUrl &server, const Environment &environment);

/// An address like http://host:3128, https://… or socks5://…; Invalid says what it should be. `name` is where it stands.
[[nodiscard]] Result<QUrl> readProxy(const QString &written, const QString &name);

} // namespace sentinel::kube
