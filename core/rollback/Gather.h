// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Services.h"

namespace sentinel::rollback {

/// What is asked about.
struct Question
{
    Subject subject;
    Candidate candidate;
    Candidate present; ///< what runs now
    Choice choice;
    QString run{}; ///< a run of ours that goes on
};

/// Looks at everything the checks need; changes nothing: objects are asked with dryRun=All. What may not be read is noted as
/// unknown. Errors: those of an Application or history that cannot be read at all, Unreachable, Cancelled.
[[nodiscard]] Async<Evidence> gather(Services services, Question question, CancelToken cancel);

} // namespace sentinel::rollback
