// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sizing/Plans.h"

#include <algorithm>

namespace sentinel::sizing {

plan::Answers answersOf(const QString &profile, const Settings &settings)
{
    const auto plan = plan::InstallPlan::create({.environments = {profile}, .profile = profile, .answers = settings});
    if (!plan) {
        qFatal("no plan: %s", qPrintable(plan.error().detail));
    }
    return plan->answers(profile);
}

Sizing sized(const QString &profile, const Settings &settings)
{
    return size(answersOf(profile, settings));
}

double figureValue(const Sizing &sizing, QStringView id)
{
    const Figure *figure = sizing.figure(id);
    if (!figure) {
        qFatal("no figure %s", qPrintable(id.toString()));
    }
    return figure->value;
}

const Finding *verdict(const Sizing &sizing, QStringView rule)
{
    const auto found = std::ranges::find_if(sizing.verdicts, [&](const Finding &finding) { return finding.rule == rule; });
    return found == sizing.verdicts.end() ? nullptr : &*found;
}

} // namespace sentinel::sizing
