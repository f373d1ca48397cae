// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Check.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

Check checkOf(const QString &rule, State state, const QString &found, const QString &answer)
{
    Check check{.rule = rule, .state = state};
    check.found = found;
    check.answer = answer;
    return check;
}

} // namespace

QString stateName(State state)
{
    switch (state) {
    case State::Pass:
        return u"pass"_s;
    case State::Warn:
        return u"warn"_s;
    case State::Fail:
        return u"fail"_s;
    case State::NotChecked:
        return u"not-checked"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Check pass(const QString &rule, const QString &found, const QString &answer)
{
    return checkOf(rule, State::Pass, found, answer);
}

Check warn(const QString &rule, const QString &found, const QString &remedy, const QString &answer)
{
    Check check = checkOf(rule, State::Warn, found, answer);
    check.remedy = remedy;
    return check;
}

Check fail(const QString &rule, const QString &found, const QString &remedy, const QString &answer)
{
    Check check = checkOf(rule, State::Fail, found, answer);
    check.remedy = remedy;
    return check;
}

Check notChecked(const QString &rule, const QString &found, const QString &whoCan, const QString &answer)
{
    Check check = checkOf(rule, State::NotChecked, found, answer);
    check.whoCan = whoCan;
    return check;
}

int Report::count(State state) const
{
    return int(std::ranges::count(checks, state, &Check::state));
}

bool Report::isClear() const
{
    return std::ranges::none_of(checks, &Check::stands);
}

Checks Report::standing() const
{
    Checks standing;
    std::ranges::copy_if(checks, std::back_inserter(standing), &Check::stands);
    return standing;
}

QStringList Report::failedRules() const
{
    QStringList rules;
    for (const Check &check : checks) {
        if (check.state == State::Fail && !rules.contains(check.rule)) {
            rules.append(check.rule);
        }
    }
    return rules;
}

void Report::sort()
{
    const QStringList order = ruleIds();
    std::ranges::stable_sort(checks, {}, [&order](const Check &check) { return order.indexOf(check.rule); });
}

QList<Override> accept(Report &report, const QList<Override> &overrides)
{
    QList<Override> unused;
    for (const Override &override : overrides) {
        bool used = false;
        for (Check &check : report.checks) {
            if (check.rule == override.rule && check.state == State::Fail) {
                check.overriddenBy = override.reason;
                used = true;
            }
        }
        if (!used) {
            unused.append(override);
        }
    }
    return unused;
}

} // namespace sentinel::preflight
