// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace sentinel::preflight {

/// An image as pods name it, taken apart by the rules container runtimes follow.
struct ImageName
{
    QString registry{}; ///< "docker.io", "registry.example.com:5000": as logins are filed
    QString repository{}; ///< "library/redis"
    QString reference{}; ///< tag or "sha256:…"; "latest" where none is named

    /// Host and port that answer for it: Docker Hub's are elsewhere.
    [[nodiscard]] QString host() const { return registry == u"docker.io" ? QStringLiteral("registry-1.docker.io") : registry; }
};
/// Nothing where it is no name: characters no registry has.
[[nodiscard]] std::optional<ImageName> imageNamed(const QString &image);

} // namespace sentinel::preflight
