// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Checks.h"
#include "core/preflight/Pods.h"

#include <QJsonDocument>

namespace sentinel::testing {

/// An object from JSON with single quotes, which are easier to read in a test.
[[nodiscard]] QJsonObject json(QByteArray text);

/// A ready node; `more` is laid over its spec.
[[nodiscard]] QJsonObject node(const QString &name, const QString &zone, const QString &cpu = QStringLiteral("4"),
                               const QString &memory = QStringLiteral("16Gi"), const QJsonObject &spec = {});
/// A workload of one container that asks for this; `podSpec` is laid over the pods' spec.
[[nodiscard]] QJsonObject workload(const QString &kind, const QString &name, int replicas, const QString &cpu,
                                   const QString &memory, const QJsonObject &podSpec = {});
/// A rule by which no two of the workload stand on one node.
[[nodiscard]] QJsonObject apart(const QString &name);
/// A demand that holds these as its chart, answers as the profile gives them and these over it ("load.scaler=keda").
[[nodiscard]] preflight::Demand demand(const QList<QJsonObject> &chart, const QStringList &answers = {},
                                       const QString &profile = QStringLiteral("staging"));
/// What a cluster shows that serves everything the usual kinds need, and these lists.
[[nodiscard]] preflight::Sight sight(const QHash<QString, QList<QJsonObject>> &lists = {});

/// The one check of a rule; a state nobody expects when there is none or several.
[[nodiscard]] preflight::Check one(const preflight::Checks &checks, const QString &rule);

} // namespace sentinel::testing
