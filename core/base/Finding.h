// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Location.h"

#include <QList>
#include <QString>

namespace sentinel {

enum class Severity {
    Info, ///< worth knowing, nothing to do
    Warning, ///< works, but a careful admin would look
    Error, ///< must be mended first
};

/// What a check has to say about one thing: plan rules, sizing verdicts, policy, preflight and rollback all speak in findings.
struct Finding
{
    Severity severity = Severity::Info;
    QString rule; ///< stable id, e.g. "plan.failover-needs-three"
    QString object; ///< what it is about, in the admin's words or as Kind/name
    QString path; ///< plan key ("network.host") or path inside the object
    QString sentence; ///< what is wrong and why, one sentence
    QString remedy; ///< what to do, one sentence; empty when there is nothing to do
    Location where{}; ///< file position, when the thing was written by a person
    QString answer{}; ///< plan key of the answer behind it, where that can be told and `path` is not one

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

[[nodiscard]] bool hasErrors(const Findings &findings);
/// "error", "warning", "info": the words of the command line's JSON.
[[nodiscard]] QString severityName(Severity severity);

} // namespace sentinel
