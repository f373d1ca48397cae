// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <initializer_list>

namespace sentinel::sandbox {

// Reading and changing Kubernetes objects by path. What is missing or of another kind reads as empty: objects come from clients.

using Path = std::initializer_list<QStringView>;

[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, Path path);
[[nodiscard]] QJsonObject objectAt(const QJsonObject &object, Path path);
[[nodiscard]] QJsonArray listAt(const QJsonObject &object, Path path);
[[nodiscard]] QString textAt(const QJsonObject &object, Path path);
[[nodiscard]] qint64 numberAt(const QJsonObject &object, Path path, qint64 fallback = 0);
[[nodiscard]] bool flagAt(const QJsonObject &object, Path path);
[[nodiscard]] bool hasAt(const QJsonObject &object, Path path);

/// Makes the maps on the way. An undefined `value` removes the last step.
void put(QJsonObject &object, Path path, const QJsonValue &value);
inline void drop(QJsonObject &object, Path path)
{
    put(object, path, QJsonValue(QJsonValue::Undefined));
}

[[nodiscard]] QString nameOf(const QJsonObject &object);
[[nodiscard]] QString namespaceOf(const QJsonObject &object);
[[nodiscard]] QString uidOf(const QJsonObject &object);
[[nodiscard]] bool isDeleting(const QJsonObject &object);

/// A time as the API writes it (Names.h has the other way round); invalid when missing.
[[nodiscard]] QDateTime timeAt(const QJsonObject &object, Path path);

/// The condition of that type in `status.conditions`; empty when there is none.
[[nodiscard]] QJsonObject conditionOf(const QJsonObject &object, QStringView type);
[[nodiscard]] bool isTrue(const QJsonObject &object, QStringView conditionType);
/// Puts `condition` (type, status, reason, message) into the list; its lastTransitionTime moves only when the status does.
[[nodiscard]] QJsonArray withCondition(QJsonArray conditions, QJsonObject condition, const QDateTime &now);

/// A count or a percentage of `total` ("25%"); percentages round up or down.
enum class Rounding { Up, Down };
[[nodiscard]] int countOf(const QJsonValue &value, int total, Rounding rounding);

/// A short name for a content, of the letters Kubernetes allows in its generated names: the same content, the same name.
[[nodiscard]] QString contentHash(const QJsonObject &content);
/// Spread evenly over [0, below) and always the same for a text: how the models vary without chance.
[[nodiscard]] int steadyNumber(QStringView text, int below);

} // namespace sentinel::sandbox
