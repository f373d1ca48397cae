// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/helm/HelmBinary.h"
#include "core/sandbox/Renderer.h"
#include "core/sandbox/delivery/RepositoryMap.h"

#include <optional>

namespace sentinel::composition {

/// Charts by the real helm of this machine, looked for when first needed.
class HelmRenderer final : public sandbox::Renderer
{
public:
    Async<QList<QJsonObject>> render(sandbox::RenderRequest request, CancelToken cancel) override;

private:
    std::shared_ptr<std::optional<helm::HelmBinary>> m_binary = std::make_shared<std::optional<helm::HelmBinary>>();
};

/// Revisions by the real git of this machine, kept below `cache`.
[[nodiscard]] sandbox::RepositoryMap::CheckOut checkOutInto(const QString &cache);

} // namespace sentinel::composition
