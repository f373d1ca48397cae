// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/TreeBuilder.h"

#include <yaml-cpp/exceptions.h>

namespace sentinel::yaml {

/// Turns what yaml-cpp throws ("end of map not found") into the place and the sentence a person needs to mend the text.
[[nodiscard]] Refusal complaint(const Source &source, const TreeBuilder &builder, const YAML::Exception &exception);

/// The root of a refusal: where a bracket or quote is never closed, whatever follows looks wrong.
[[nodiscard]] Refusal complaint(const Source &source, const TreeBuilder &builder, const Refusal &refusal);

} // namespace sentinel::yaml
