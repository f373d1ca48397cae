// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace sentinel::gitops {

/// Later maps win, deeply, and null removes: how Helm lays values over each other, and a merge patch.
[[nodiscard]] QJsonObject merged(QJsonObject base, const QJsonObject &over);
/// {"a": {"b": value}} of the steps a, b; at least one step.
[[nodiscard]] QJsonObject nested(const QStringList &steps, const QJsonValue &value);
[[nodiscard]] QStringList textsOf(const QJsonValue &list);

[[nodiscard]] QString groupOf(const QJsonObject &object); ///< of its apiVersion; "" for the core group
[[nodiscard]] QString versionOf(const QJsonObject &object);
[[nodiscard]] QString nameOf(const QJsonObject &object);
[[nodiscard]] QString namespaceOf(const QJsonObject &object);
[[nodiscard]] QString annotationOf(const QJsonObject &object, const QString &name);
/// The words of an annotation that holds a list with commas.
[[nodiscard]] QStringList annotationListOf(const QJsonObject &object, const QString &name);
/// "apps/Deployment/shop/web": which object it is, whatever its version.
[[nodiscard]] QString placeOf(const QJsonObject &object);
[[nodiscard]] QString placeOf(const QString &group, const QString &kind, const QString &ns, const QString &name);

} // namespace sentinel::gitops
