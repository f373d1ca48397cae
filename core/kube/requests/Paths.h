// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/Api.h"

#include <QUrlQuery>

namespace sentinel::kube {

/// Pairs of a query, in order; values are percent-encoded where it is made.
using Query = QList<std::pair<QByteArray, QString>>;

/// "/apis/apps/v1/namespaces/shop/deployments"; of every namespace when `ns` is empty or the kind has none.
[[nodiscard]] QByteArray collectionPath(const ResourceType &type, const QString &ns);
/// "/apis/apps/v1/namespaces/shop/deployments/web/status". Invalid when the name cannot be a part of a path, or the namespace is
/// missing.
[[nodiscard]] Result<QByteArray> objectPath(const ResourceType &type, const ObjectName &name, const QString &subresource = {});
[[nodiscard]] QByteArray withQuery(const QByteArray &path, const Query &query);

/// A path of the caller's, query included, as it may go behind the server's address. Invalid when it does not begin with "/" or
/// holds what an address may not.
[[nodiscard]] Result<QByteArray> rawPath(const QString &path);

/// "Deployment shop/web": how sentences name an object.
[[nodiscard]] QString objectLabel(const ResourceType &type, const ObjectName &name);
/// "deployments in shop": how sentences name many.
[[nodiscard]] QString collectionLabel(const ResourceType &type, const QString &ns);

[[nodiscard]] ObjectName nameOf(const Object &object);

} // namespace sentinel::kube
