// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/World.h"

#include <QSet>

namespace sentinel::sandbox {

/// A model of registries and of what the nodes have pulled. Every image exists, but for those a scenario takes away, those whose
/// tag says so ("does-not-exist", "nonexistent", "no-such") and those of hosts below the reserved domain "invalid".
class Images
{
public:
    explicit Images(const World &world);

    [[nodiscard]] bool isOn(const QString &node, const QString &image) const;
    void pulled(const QString &node, const QString &image);
    [[nodiscard]] Duration pullTime(const QString &image) const;
    [[nodiscard]] static qint64 bytesOf(const QString &image);
    /// Why the registry does not give it, in containerd's words; empty when it does.
    [[nodiscard]] QString refusal(const QJsonObject &pod, const QString &image) const;
    /// Whether `image` cannot be a name of an image at all.
    [[nodiscard]] static bool isMalformed(const QString &image);
    /// With registry and tag: "docker.io/library/redis:7".
    [[nodiscard]] static QString fullName(const QString &image);
    [[nodiscard]] static QString idOf(const QString &image);
    /// Always pulled: the policy says so, or the tag is "latest" and no policy is given.
    [[nodiscard]] static bool isAlwaysPulled(const QJsonObject &container);

private:
    const World &m_world;
    QSet<QString> m_pulled;
};

} // namespace sentinel::sandbox
