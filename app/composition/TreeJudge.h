// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gitops/ResourceTree.h"

namespace sentinel::composition {

/// How objects in an Application's tree stand, by the judgement deploys go by, in Argo CD's words.
[[nodiscard]] gitops::JudgeHealth treeJudge();

} // namespace sentinel::composition
