// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/access/ClusterAccess.h"

#include <QDateTime>

namespace sentinel::kube {

/// What a sign-in program gave. Secrets: in memory only.
struct ExecCredential
{
    QByteArray token{}; ///< or empty
    QByteArray certificate{}; ///< PEM, with `key` or not at all
    QByteArray key{};
    QDateTime expires{}; ///< invalid: it does not say
};

/// What the program is told in KUBERNETES_EXEC_INFO.
[[nodiscard]] QByteArray execInfo(const ExecPlugin &plugin, const ClusterAccess &access, bool isInteractive);

/// Reads what the program wrote. Invalid, in a sentence without any of it: no ExecCredential, of another version, without a token
/// or a whole certificate.
[[nodiscard]] Result<ExecCredential> readExecCredential(const QByteArray &out, const QString &apiVersion, const QString &program);

} // namespace sentinel::kube
