// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel {

QString Location::toString() const
{
    return isKnown() ? u"%1:%2:%3"_s.arg(file).arg(line).arg(std::max(column, 1)) : file;
}

bool hasErrors(const Findings &findings)
{
    return std::ranges::any_of(findings, [](const Finding &finding) { return finding.severity == Severity::Error; });
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Error invalid(QString doing, Findings findings)
{
    Error error{
        .kind = Error::Kind::Invalid, .doing = std::move(doing), .detail = {}, .where = {}, .findings = std::move(findings)};
    if (!error.findings.isEmpty()) {
        error.detail = error.findings.first().sentence;
        error.where = error.findings.first().where;
    }
    return error;
}

} // namespace sentinel
