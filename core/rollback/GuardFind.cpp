// SPDX-License-Identifier: GPL-3.0-or-later
// Which deploy is guarded, and whether anybody has decided about it already.
#include "core/rollback/GuardFlow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kBetweenLooks = std::chrono::seconds(5);

QString doing(const GuardPtr &guard)
{
    return Text::tr("guarding the deploy of %1").arg(guard->subject().title());
}

std::optional<GuardDecision> decisionNamed(const QString &word)
{
    using enum GuardDecision;
    for (const GuardDecision decision : {Nothing, Quiet, RolledBack, NotHelped, Refused}) {
        if (guardDecisionName(decision) == word) {
            return decision;
        }
    }
    return {};
}

/// What this very run decided before it was killed. True: there is such a thing.
bool takeUpOwn(const GuardPtr &guard)
{
    const std::optional<GuardDecided> &decided = guard->mark.decided;
    if (!decided || decided->run != guard->run->id()) {
        return false;
    }
    guard->deployId = decided->deploy;
    guard->report.version = guard->begun[u"revision"].toString();
    guard->report.before = decided->to;
    if (const auto decision = decisionNamed(decided->decision)) {
        guard->decide(*decision, decided->sentence);
    } else {
        guard->to = decided->to;
        guard->report.failures = {decided->sentence};
    }
    return true;
}

/// Nothing to guard, and why; empty: there is.
QString whyNot(const GuardPtr &guard)
{
    const GuardedDeploy &deploy = guard->deploy;
    const std::optional<GuardDecided> &decided = guard->mark.decided;
    if (!deploy.stepBackTo.isEmpty()) {
        return Text::tr("What runs is a step back to version %1 already; a guard never goes back from that.")
            .arg(deploy.stepBackTo);
    }
    if (decided && decided->deploy == guard->deployId) {
        return Text::tr("A guard of %1 has decided about this deploy: %2. %3")
            .arg(decided->by, decided->decision, decided->sentence);
    }
    const QString begun = guard->begun[u"deploy"].toString();
    if (!begun.isEmpty() && begun != guard->deployId) {
        return Text::tr("Another version was deployed meanwhile.");
    }
    return {};
}

Result<void> checkArmed(const GuardPtr &guard)
{
    const std::optional<GuardArmed> &armed = guard->mark.armed;
    if (!armed) {
        return failure(Error::Kind::Invalid, doing(guard),
                       Text::tr("Nobody armed the guard before this deploy, so what fails newly cannot be told from what failed "
                                "before. Run sentinelctl guard --arm before each deploy."));
    }
    const bool isMeant = !guard->request.purpose.isEmpty() && armed->purpose == guard->request.purpose;
    const bool fits = guard->deploy.before && versionKey(*guard->deploy.before) == armed->version;
    if (isMeant || fits) {
        return {};
    }
    return failure(
        Error::Kind::Invalid, doing(guard),
        Text::tr("The guard was armed while another version ran than the one before this deploy. Run sentinelctl guard "
                 "--arm before each deploy."));
}

/// The end of the watch. False: it is over.
bool setUntil(const GuardPtr &guard)
{
    const QDateTime written = QDateTime::fromString(guard->begun[u"until"].toString(), Qt::ISODateWithMs);
    if (written.isValid()) {
        guard->report.until = written.toUTC();
        return true; // whatever the time: a run that goes on looks once more
    }
    const QDateTime at = guard->request.since.isValid() ? guard->request.since : guard->deploy.present.at;
    // A cluster's clock may go before ours, that of a rehearsal by hours.
    guard->report.until = (at.isValid() ? std::min(at, guard->now()) : guard->now()).addMSecs(guard->request.rules.watch.count());
    return guard->report.until > guard->now();
}

/// A look at the mark and at the history. False: no deploy came yet.
[[nodiscard]] Async<bool> isThere(GuardPtr guard)
{
    auto mark = co_await readGuardMark(guard->api(), guard->subject(), guard->cancel);
    if (!mark) {
        co_return failure(mark);
    }
    guard->mark = std::move(*mark);
    if (takeUpOwn(guard)) {
        co_return true;
    }
    const auto subject = std::make_shared<Subject>(guard->subject());
    const auto candidates = co_await freshCandidates(subject, guard->services.rollback, guard->cancel);
    if (!candidates) {
        co_return failure(candidates);
    }
    guard->request.subject = *subject;
    guard->deploy = deployIn(*candidates);
    guard->deployId = guard->deploy.id();
    guard->report.version = guard->deploy.present.revision;
    guard->report.before = guard->deploy.before ? guard->deploy.before->id : QString();
    const bool isOld = guard->mark.armed && guard->mark.armed->version == versionKey(guard->deploy.present);
    co_return !guard->deploy.present.revision.isEmpty() && !isOld && !guard->deploy.present.state.startsWith(u"pending");
}

Result<void> begin(const GuardPtr &guard)
{
    const QJsonObject facts{{u"environment"_s, guard->subject().title()},
                            {u"server"_s, guard->services.rollback.clusterId},
                            {u"context"_s, guard->services.rollback.clusterName},
                            {u"user"_s, guard->services.rollback.userName},
                            {u"namespace"_s, guard->subject().targetNs},
                            {u"deploy"_s, guard->deployId},
                            {u"revision"_s, guard->report.version},
                            {u"before"_s, guard->report.before},
                            {u"until"_s, guard->report.until.toString(Qt::ISODateWithMs)},
                            {u"optIn"_s, guard->request.optIn}};
    const auto begun = guard->record->begin(Text::tr("guard the deploy of %1").arg(guard->subject().title()), facts);
    if (begun) {
        guard->services.ledger->attach(*guard->run);
    }
    return begun;
}

} // namespace

Async<void> findDeploy(GuardPtr guard)
{
    const QDateTime end = guard->now().addMSecs(guard->request.wait.count());
    for (;;) {
        const auto there = co_await isThere(guard);
        if (!there) {
            co_return failure(there);
        }
        if (*there) {
            break;
        }
        if (guard->now() >= end) {
            guard->decide(GuardDecision::Nothing, Text::tr("No deploy came since it was armed."));
            co_return {};
        }
        guard->tell(Text::tr("waits for a deploy"));
        if (const auto waited = co_await sleep(*guard->services.rollback.clock, kBetweenLooks, guard->cancel); !waited) {
            co_return failure(waited);
        }
    }
    if (guard->isDecided || !guard->to.isEmpty()) {
        co_return {};
    }
    if (const QString why = whyNot(guard); !why.isEmpty()) {
        guard->decide(GuardDecision::Nothing, why);
        co_return {};
    }
    if (const auto armed = checkArmed(guard); !armed) {
        co_return armed;
    }
    guard->report.old = guard->mark.armed->failing;
    if (!setUntil(guard)) {
        guard->decide(GuardDecision::Nothing,
                      Text::tr("It was deployed at %1; the time of the guard was over before it looked.")
                          .arg(guard->deploy.present.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm")));
        co_return {};
    }
    co_return begin(guard);
}

} // namespace sentinel::rollback
