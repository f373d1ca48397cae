// SPDX-License-Identifier: GPL-3.0-or-later
// What the console does on each keystroke in a field: take the answer, check the whole plan. Prints the median in milliseconds.
#include "core/plan/InstallPlan.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace sentinel;
using namespace Qt::StringLiterals;

int main()
{
    auto plan
        = plan::InstallPlan::create({.environments = {u"dev"_s, u"staging"_s, u"prod"_s},
                                     .answers = {{u"load.eventsPerSecond"_s, u"1200"_s}, {u"load.logRetention"_s, u"90d"_s}}});
    if (!plan) {
        std::fprintf(stderr, "%s\n", qPrintable(plan.error().detail));
        return 1;
    }
    const QString key = u"load.eventsPerSecond"_s;
    std::vector<double> milliseconds;
    qsizetype findings = 0;
    for (int round = 0; round < 200; ++round) {
        const QString typed = QString::number(1000 + round);
        QElapsedTimer clock;
        clock.start();
        if (plan::InstallPlan::checkAnswer(key, typed)) {
            return 1;
        }
        const auto edited = plan->with(key, typed);
        if (!edited) {
            return 1;
        }
        findings += edited->check().size();
        milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(milliseconds);
    std::printf("%.4f\n", milliseconds[milliseconds.size() / 2]);
    return findings < 0;
}
