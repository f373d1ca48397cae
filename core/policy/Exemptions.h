// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QDate>
#include <QList>

namespace sentinel::policy {

/// One finding somebody decided to live with, and until when.
struct Exemption
{
    QString rule;
    QString object; ///< "Kind/name"; "Kind/*" or "*" for all
    QString reason;
    QDate expires; ///< the last day it holds
    Location where{};
};

/// `kind: PolicyExemptions`, items of rule, object, reason and expires (YYYY-MM-DD), all required. Invalid, with every place,
/// when something is missing or the rule is none.
[[nodiscard]] Result<QList<Exemption>> readExemptions(const QByteArray &text, const QString &fileName);

struct Exempted
{
    Findings findings; ///< what remains, and "exemption.expired", "exemption.unused"
    Findings exempted; ///< what was taken out
};

[[nodiscard]] Exempted exempt(const Findings &findings, const QList<Exemption> &exemptions, const QDate &today);

} // namespace sentinel::policy
