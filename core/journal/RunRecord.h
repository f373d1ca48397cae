// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/OperationLog.h"

#include <memory>

namespace sentinel::journal {

/// Records the steps of `run` and each change of their state from now on, for as long as both live. The outcome is the flow's to
/// write. `failed` hears once when a record could not be written.
void recordSteps(OperationRun &run, OperationLog log, std::function<void(Error)> failed = {});

/// The run as the records of its operation tell it: steps with their states and times, sentences as lines, the outcome where
/// there is one. Null when they do not begin with Begun.
[[nodiscard]] std::unique_ptr<OperationRun> recreateRun(const QList<Record> &records);

} // namespace sentinel::journal
