// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace sentinel::deploy {

/// One entry of a Secret the bundle needs.
struct SecretKey
{
    QString key;
    QString purpose; ///< "password of the database user"
    bool generated = false; ///< a random value is right; otherwise a person has it
};

/// A Secret the bundle needs and no file brings: an item of `environments/<name>/secrets.example.yaml`.
struct SecretNeed
{
    QString ns;
    QString name;
    QString type; ///< "Opaque", "kubernetes.io/tls", "kubernetes.io/dockerconfigjson"
    QHash<QString, QString> labels{};
    QHash<QString, QString> fixed{}; ///< entries that are no secret: the URL of a repository
    QList<SecretKey> keys;
};

/// Values a person gives: "NAME/KEY" to bytes. Held in memory only; never printed, logged or stored.
using SecretValues = QHash<QString, QByteArray>;

/// The items of a `secrets.example.yaml`.
[[nodiscard]] Result<QList<SecretNeed>> readSecretNeeds(const QByteArray &text, const QString &fileName);

/// `--secrets-from`: Secrets as Kubernetes writes them (one document or several; `data` or `stringData`), or one map of
/// NAME/KEY to value. Invalid, also for a value everybody knows, says FILE:LINE:COLUMN and never shows a value.
[[nodiscard]] Result<SecretValues> readSecretValues(const QByteArray &text, const QString &fileName);

/// Whether anybody who reads Sentinel's public files knows this value: "changeme" and the like, or nothing.
[[nodiscard]] bool isPublicSecret(QByteArrayView value);

/// 48 hexadecimal digits from the system's random numbers: what passwords and keys become.
[[nodiscard]] QByteArray generatedSecret();

} // namespace sentinel::deploy
