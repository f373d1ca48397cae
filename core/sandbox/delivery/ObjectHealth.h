// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <optional>

namespace sentinel::sandbox {

/// Health as Argo CD judges it.
struct Health
{
    enum class Status { Healthy, Suspended, Progressing, Missing, Degraded, Unknown }; ///< worst last
    Status status = Status::Healthy;
    QString message{};
};

[[nodiscard]] QString healthName(Health::Status status);
/// Nothing for kinds Argo CD has no opinion of: they count as done once they are there.
[[nodiscard]] std::optional<Health> healthOf(const QJsonObject &live);

} // namespace sentinel::sandbox
