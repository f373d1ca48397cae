// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/FieldTree.h"
#include "core/kube/rows/RowLayout.h"

namespace sentinel::kube {

/// What is read of the objects of a kind.
[[nodiscard]] std::span<const FieldNode> treeOf(RowLayout::Reader reader);
/// Of a bookmark of a watch.
[[nodiscard]] std::span<const FieldNode> bookmarkTree();

} // namespace sentinel::kube
