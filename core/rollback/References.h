// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QSet>

namespace sentinel::rollback {

/// What objects need that they do not bring themselves, by name. Optional references are none.
struct References
{
    QSet<QString> secrets;
    QSet<QString> configMaps;
    QSet<QString> ownSecrets; ///< those cert-manager makes for certificates among the objects
};
[[nodiscard]] References referencesOf(const QList<QJsonObject> &objects);

/// Images of all pods the objects make, init containers included.
[[nodiscard]] QSet<QString> imagesOf(const QList<QJsonObject> &objects);
/// Under every name the node knows them by.
[[nodiscard]] QSet<QString> imagesOnNode(const QJsonObject &node);
/// As its spec names them, of containers that have started: so the registry has given them out.
[[nodiscard]] QSet<QString> imagesThatRun(const QJsonObject &pod);

} // namespace sentinel::rollback
