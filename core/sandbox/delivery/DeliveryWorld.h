// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/sandbox/Renderer.h"
#include "core/sandbox/Store.h"

#include <functional>

namespace sentinel::sandbox {

/// Server-side apply as the API does it: managed fields, defaults, checks. Answers the object as it is then.
using ApplyObject = std::function<Result<QJsonObject>(const Type &type, QJsonObject object, const QString &manager, bool force)>;

/// What the controllers of Argo CD and cert-manager share. All of it outlives them.
struct DeliveryWorld
{
    Store &store;
    Clock &clock;
    ApplyObject apply;
    Renderer &renderer;
    Repositories &repositories;
    QString kubernetesVersion = QStringLiteral("1.35.0"); ///< given to helm
};

} // namespace sentinel::sandbox
