// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sentinel::preflight {

/// What of a pod the Pod Security level ("privileged", "baseline", "restricted") does not admit, as a sentence's part; empty:
/// it does. The rules are those of kubernetes.io/docs/concepts/security/pod-security-standards as of 1.35.
[[nodiscard]] QString refusedBy(const QString &level, const QJsonObject &podSpec);

} // namespace sentinel::preflight
