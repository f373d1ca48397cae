// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deploy/DeployRun.h"
#include "core/yaml/Value.h"

namespace sentinel::cli {

/// `kind: OperationRun` of a deploy: id, state, verdict, steps, `items` (its objects), cause, and what stays or is planned.
[[nodiscard]] yaml::Value runDocument(const deploy::DeployRun &run);
/// The fields of an object's state, for lists inside documents.
[[nodiscard]] yaml::Value objectItem(const deploy::ObjectState &state);
/// A chain of causes, root first.
[[nodiscard]] yaml::Value causeList(const QList<deploy::WhyStep> &chain);

/// The same for people: one object a line; `everything` also what controllers made.
enum class Depth { Top, Everything };
[[nodiscard]] QString objectTable(const QList<deploy::ObjectState> &objects, Depth depth);
/// "Image … does not exist" and below it what waits, with the next step.
[[nodiscard]] QString causeText(const QList<deploy::WhyStep> &chain);
/// The word people read for a health.
[[nodiscard]] QString healthWord(deploy::Health health);

} // namespace sentinel::cli
