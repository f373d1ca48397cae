// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/inside/LookInside.h"

namespace sentinel::preflight {

/// One look under way: what is shared by its parts.
struct Look
{
    Demand demand;
    InsideServices services;
    std::function<void(QString)> tell;
    QList<kube::ResourceType> types{};
    std::optional<journal::OperationLog> log{};
    std::shared_ptr<journal::Claim> claim{};
    QStringList kept{}; ///< "PersistentVolumeClaim/look-…": what could not be removed, and why

    [[nodiscard]] QString id() const { return log->id(); }
};
using LookPtr = std::shared_ptr<Look>;

/// Who writes what a look makes: so that the hand of anybody else in a namespace is seen.
inline constexpr QLatin1StringView kProbeManager("sentinel-preflight");

/// Makes one object, written down before. What is there already and bears this look's mark is taken as made.
[[nodiscard]] Async<kube::Written> makeTrace(LookPtr look, QJsonObject object, CancelToken cancel);
/// Removes what the records of an operation say it meant to make, last first; what somebody else owns or uses stays. Goes on
/// where something cannot be removed, and says what stays in `kept`.
[[nodiscard]] Async<void> removeTraces(LookPtr look, QString operation);

} // namespace sentinel::preflight
