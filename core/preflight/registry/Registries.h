// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/access/EnvironmentProxy.h"
#include "core/preflight/Checks.h"

#include <memory>

namespace sentinel::preflight {

/// How registries are asked.
struct RegistryOptions
{
    QStringList loginFiles{}; ///< `usualLoginFiles()`
    QStringList authorityFolders{}; ///< with HOST/*.crt below, as docker and podman have them
    QByteArray authority{}; ///< PEM, trusted beside the system's
    kube::Environment environment{}; ///< of proxies
    int atOnce = 6; ///< more wait
    Duration connectDeadline = std::chrono::seconds(8);
    Duration deadline = std::chrono::seconds(20); ///< of one request
    QByteArray userAgent{};
};
/// As a program of this machine's user asks: his logins, his and the machine's authorities, the proxies of the environment.
[[nodiscard]] RegistryOptions usualRegistryOptions();

/// Asks registries by the OCI distribution protocol whether they have an image: HEAD of its manifest, signing in where they ask
/// for it. One for a whole look: connections, tokens and logins are shared; they go with the last copy. Errors of the answers:
/// Unreachable, Timeout, Invalid (certificates; a name that is none), Unauthorized, Forbidden, RateLimited, Unsupported,
/// Internal, Cancelled.
[[nodiscard]] HasImage registries(RegistryOptions options);

} // namespace sentinel::preflight
