// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QStringList>

namespace sentinel::policy {

/// Findings somebody decided to live with, and until when.
struct Exemption
{
    QString rule; ///< as written
    QStringList rules; ///< ours that it stands for; none where another tool's rule has no counterpart here
    QStringList objects; ///< "Kind/name"; "Kind/*" or "*" for all
    QString reason;
    QDate expires; ///< the last day it holds
    Location where{};
};

/// Ids of our rules that `name` stands for: itself, or "TOOL/RULE" and bare RULE of kube-score, kube-linter, Polaris and kubesec.
[[nodiscard]] QStringList rulesNamed(const QString &name);

/// `kind: PolicyExemptions` (or ExemptionList), `exemptions` of rule, object or objects, reason and expires (YYYY-MM-DD), all
/// required. A rule may be ours or another tool's. Invalid, with every place, when something is missing or the rule is nobody's.
[[nodiscard]] Result<QList<Exemption>> readExemptions(const QByteArray &text, const QString &fileName);

/// Whether it speaks of this finding; the day plays no part.
[[nodiscard]] bool covers(const Exemption &exemption, const Finding &finding);

struct Exempted
{
    Findings findings; ///< what remains, and "exemption.expired", "exemption.unused"
    Findings exempted; ///< what was taken out
};

[[nodiscard]] Exempted exempt(const Findings &findings, const QList<Exemption> &exemptions, const QDate &today);

} // namespace sentinel::policy
