// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/Generators.h"

namespace sentinel::bundle {

[[nodiscard]] File
argoReadme(std::span<const Environment> environments); ///< argocd/README.md: how to install what lies beside it
/// The length of a sync window in Go's notation, which Argo CD reads; it knows no days.
[[nodiscard]] QString windowDuration(const plan::GroupItem &item);

} // namespace sentinel::bundle
