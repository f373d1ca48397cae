// SPDX-License-Identifier: GPL-3.0-or-later
// Before a deploy: which version runs, and what is not well already.
#include "core/gitops/Application.h"
#include "core/rollback/GuardFlow.h"
#include "core/rollback/GuardSlo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kMostTries = 8;

QString doing(const Subject &subject)
{
    return Text::tr("arming the guard of %1").arg(subject.title());
}

[[nodiscard]] Async<QStringList> unwellNow(Subject subject, Candidate present, Services services, CancelToken cancel)
{
    if (subject.isRemote) {
        co_return failuresOf(subject.application).keys();
    }
    const auto expected = co_await expectedIn(services, subject, present, cancel);
    if (!expected) {
        co_return failure(expected);
    }
    const auto standing = co_await deploy::look(services.api, services.clock, scopeOf(subject, *expected), cancel);
    if (!standing) {
        co_return failure(standing);
    }
    // What fails and what has not come up: neither is the next deploy's doing.
    Troubles troubles = failuresIn(*standing, *expected);
    troubles.insert(unwellIn(*standing, *expected));
    co_return troubles.keys();
}

/// Guards of earlier deploys that were left open: what comes next is another deploy.
Result<void> endOpenGuards(const Subject &subject, const GuardServices &services)
{
    const auto entries = services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.kind != deploy::LedgerEntry::Kind::Begun || !isGuardOf(entry, subject, services)) {
            continue;
        }
        const auto ended = services.ledger->append(
            {.run = entry.run, .kind = deploy::LedgerEntry::Kind::Ended, .effect = {}, .sentence = u"superseded"_s});
        if (!ended) {
            return ended;
        }
    }
    return {};
}

/// A deploy came since it was armed, is young, and nobody has decided about it: it is that one's guard that is wanted.
bool isForPresent(const GuardMark &mark, const GuardedDeploy &deploy, const GuardRules &rules, const QDateTime &now)
{
    const bool came = mark.armed && deploy.before && versionKey(*deploy.before) == mark.armed->version;
    const bool isOpen = !mark.decided || mark.decided->deploy != deploy.id();
    return came && isOpen && deploy.present.at.isValid() && Duration(deploy.present.at.msecsTo(now)) < rules.watch;
}

[[nodiscard]] Async<GuardArmed> lookAtPresent(std::shared_ptr<Subject> subject, GuardedDeploy deploy, GuardRules rules,
                                              Services services, CancelToken cancel)
{
    const auto unwell = co_await unwellNow(*subject, deploy.present, services, cancel);
    if (!unwell) {
        co_return failure(unwell);
    }
    GuardArmed armed{
        .version = versionKey(deploy.present), .failing = *unwell, .at = services.clock->now(), .by = services.userName};
    if (rules.hasQuery()) {
        const auto reading = co_await readSlo(services.api, rules, cancel);
        if (!reading) {
            co_return failure(reading);
        }
        armed.wasOverSlo = reading->value && *reading->value > rules.above;
    }
    co_return armed;
}

} // namespace

bool isGuardOf(const deploy::LedgerEntry &entry, const Subject &subject, const GuardServices &services)
{
    return entry.facts[u"environment"].toString() == subject.title()
        && entry.facts[u"server"].toString() == services.rollback.clusterId;
}

Async<QList<Candidate>> freshCandidates(std::shared_ptr<Subject> subject, Services services, CancelToken cancel)
{
    if (subject->way != Way::Helm) {
        const auto fresh
            = co_await services.api->get(gitops::applicationType(), {.ns = subject->ns, .name = subject->name}, cancel);
        if (!fresh) {
            co_return failure(fresh);
        }
        subject->application = *fresh;
    }
    co_return co_await candidatesOf(services.api, *subject, services.memory, cancel);
}

Async<Expected> expectedIn(Services services, Subject subject, Candidate version, CancelToken cancel)
{
    if (version.revision.isEmpty()) {
        co_return Expected();
    }
    const auto content = co_await services.contents(subject, version, cancel);
    if (!content && content.error().kind == Error::Kind::Cancelled) {
        co_return failure(content);
    }
    co_return content ? expectedWithHooks(*content, subject.targetNs) : Expected();
}

Async<GuardArmed> armGuard(Subject given, GuardRules rules, GuardServices services, QString purpose, CancelToken cancel)
{
    const auto subject = std::make_shared<Subject>(std::move(given));
    const kube::ApiPtr api = services.rollback.api;
    for (int tries = 0; tries < kMostTries; ++tries) {
        auto mark = co_await readGuardMark(api, *subject, cancel);
        if (!mark) {
            co_return failure(mark);
        }
        if (mark->armed && !purpose.isEmpty() && mark->armed->purpose == purpose) {
            co_return *mark->armed;
        }
        const auto candidates = co_await freshCandidates(subject, services.rollback, cancel);
        if (!candidates) {
            co_return failure(candidates);
        }
        const GuardedDeploy deploy = deployIn(*candidates);
        if (purpose.isEmpty() && isForPresent(*mark, deploy, rules, services.rollback.clock->now())) {
            co_return *mark->armed;
        }
        auto armed = co_await lookAtPresent(subject, deploy, rules, services.rollback, cancel);
        if (!armed) {
            co_return failure(armed);
        }
        armed->purpose = purpose;
        mark->armed = *armed;
        const auto written = co_await writeGuardMark(api, *subject, *mark, cancel);
        if (!written) {
            co_return failure(written);
        }
        if (*written) {
            const auto ended = endOpenGuards(*subject, services);
            co_return ended ? Result<GuardArmed>(*armed) : failure(ended);
        }
    }
    co_return failure(Error::Kind::Conflict, doing(*subject), Text::tr("Others kept writing its mark; try again."));
}

} // namespace sentinel::rollback
