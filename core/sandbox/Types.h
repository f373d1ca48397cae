// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/Type.h"

#include <QList>
#include <QStringView>

namespace sentinel::sandbox {

/// Every kind the rehearsal cluster serves; addresses are stable for the life of the program, so a `const Type *` names a kind.
[[nodiscard]] const QList<const Type *> &allTypes();
/// Null when the kind is not served. "apps/v1", "Deployment".
[[nodiscard]] const Type *typeOfKind(QStringView apiVersion, QStringView kind);
/// Null when not served. "apps", "v1", "deployments": what a request's path says.
[[nodiscard]] const Type *typeOfPath(QStringView group, QStringView version, QStringView plural);

/// Kinds controllers name in code: `kinds::pod()`.
namespace kinds {
[[nodiscard]] const Type &node();
[[nodiscard]] const Type &ns();
[[nodiscard]] const Type &pod();
[[nodiscard]] const Type &service();
[[nodiscard]] const Type &serviceAccount();
[[nodiscard]] const Type &secret();
[[nodiscard]] const Type &configMap();
[[nodiscard]] const Type &event();
[[nodiscard]] const Type &volumeClaim();
[[nodiscard]] const Type &volume();
[[nodiscard]] const Type &storageClass();
[[nodiscard]] const Type &deployment();
[[nodiscard]] const Type &replicaSet();
[[nodiscard]] const Type &statefulSet();
[[nodiscard]] const Type &daemonSet();
[[nodiscard]] const Type &controllerRevision();
[[nodiscard]] const Type &job();
[[nodiscard]] const Type &cronJob();
[[nodiscard]] const Type &autoscaler();
[[nodiscard]] const Type &disruptionBudget();
[[nodiscard]] const Type &endpointSlice();
[[nodiscard]] const Type &certificate();
[[nodiscard]] const Type &certificateRequest();
[[nodiscard]] const Type &issuer();
[[nodiscard]] const Type &clusterIssuer();
[[nodiscard]] const Type &application();
[[nodiscard]] const Type &applicationSet();
[[nodiscard]] const Type &appProject();
} // namespace kinds

} // namespace sentinel::sandbox
