// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace sentinel::sandbox::cells {

/// "5m12s", "3h", "12d": how kubectl says how long something takes.
[[nodiscard]] QString duration(qint64 seconds);
/// Since a time of the API; "<unknown>" when there is none.
[[nodiscard]] QString since(const QJsonValue &time, const QDateTime &now);

/// The value below some keys; undefined when a step is missing.
[[nodiscard]] QJsonValue at(const QJsonObject &object, std::initializer_list<QLatin1StringView> path);
/// As text, "<none>" when there is none.
[[nodiscard]] QString orNone(const QJsonValue &value);
[[nodiscard]] QString joined(const QJsonArray &items, QLatin1StringView key);
/// The item of `status.conditions` with this type; empty when there is none.
[[nodiscard]] QJsonObject condition(const QJsonObject &object, QLatin1StringView type);

// Of pods.
[[nodiscard]] QString podReady(const QJsonObject &pod);
[[nodiscard]] QString podStatus(const QJsonObject &pod);
[[nodiscard]] QString podRestarts(const QJsonObject &pod, const QDateTime &now);

} // namespace sentinel::sandbox::cells
