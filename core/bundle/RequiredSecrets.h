// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Environment.h"
#include "core/plan/Catalogue.h"

namespace sentinel::bundle {

/// One entry of a Secret somebody has to make before the first install.
struct RequiredKey
{
    QString key;
    plan::Words purpose;
    QString file; ///< where the person has it; empty: a random one is made on the spot
};

struct RequiredSecret
{
    enum class Kind {
        Opaque,
        Tls, ///< tls.crt and tls.key
        PullSecret, ///< .dockerconfigjson
        Repository, ///< how Argo CD reads a Git repository
    };
    Kind kind = Kind::Opaque;
    QString nameSpace;
    QString name;
    QString answer; ///< the plan key that names it
    QString url; ///< of a Repository
    QList<RequiredKey> keys;
};

/// The Secrets of an environment; references to the same Secret are one. Names only: no value ever enters a bundle.
[[nodiscard]] QList<RequiredSecret> requiredSecrets(const Environment &environment);

/// The shell lines that make it, without a value in any command line. `context` is kubectl's, or empty.
[[nodiscard]] QString createCommand(const RequiredSecret &secret, const QString &context);

} // namespace sentinel::bundle
