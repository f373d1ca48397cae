// SPDX-License-Identifier: GPL-3.0-or-later
// The first phase: both versions are found, the checks are passed, the run is written down.
#include "core/rollback/Flow.h"
#include "core/rollback/Gather.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Takes up what an earlier run of the same wrote; another rollback of the same subject ends it.
Result<void> openRecord(const FlowPtr &flow)
{
    const auto entries = flow->services.ledger->openRuns();
    if (!entries) {
        return failure(entries);
    }
    const QJsonObject identity = identityOf(flow->request, flow->services);
    QList<deploy::LedgerEntry> before;
    for (const deploy::LedgerEntry &entry : *entries) {
        if (entry.run == flow->run->id()) {
            before.append(entry);
        } else if (entry.kind == deploy::LedgerEntry::Kind::Begun
                   && isSame(entry.facts, identity, {u"environment"_s, u"server"_s})) {
            const auto ended = flow->services.ledger->append(
                {.run = entry.run, .kind = deploy::LedgerEntry::Kind::Ended, .effect = {}, .sentence = u"superseded"_s});
            if (!ended) {
                return ended;
            }
        }
    }
    flow->record.emplace(flow->services.ledger, flow->run->id(), before);
    for (const deploy::LedgerEntry &entry : std::as_const(before)) {
        if (entry.kind == deploy::LedgerEntry::Kind::Begun) {
            flow->begun = entry.facts;
        }
    }
    flow->run->setResumed(!before.isEmpty());
    return {};
}

QString revisionFact(const Subject &subject, const Candidate &candidate)
{
    return subject.way == Way::Helm ? Memory::helmRevision(subject.ns, subject.name, candidate.id.toInt()) : candidate.revision;
}

Result<void> beginRecord(const FlowPtr &flow, int newestRevision)
{
    QJsonObject facts = identityOf(flow->request, flow->services);
    facts.insert(u"context"_s, flow->services.clusterName);
    facts.insert(u"user"_s, flow->services.userName);
    facts.insert(u"namespace"_s, flow->subject().targetNs);
    facts.insert(u"version"_s, flow->candidate.version);
    facts.insert(u"from"_s, revisionFact(flow->subject(), flow->present));
    facts.insert(u"began"_s, flow->now().toString(Qt::ISODate));
    facts.insert(u"newest"_s, newestRevision);
    facts.insert(u"schema"_s, flow->verdict ? flow->verdict->schema : 0);
    facts.insert(u"schemaNeeds"_s, flow->verdict ? flow->verdict->schemaNeeds : QString());
    const QString version = flow->candidate.version.isEmpty() ? flow->candidate.revision.left(12) : flow->candidate.version;
    if (!flow->record->hasBegun()) {
        flow->begun = facts;
    }
    const auto begun = flow->record->begin(Text::tr("roll %1 back to %2").arg(flow->subject().title(), version), facts);
    if (begun) {
        flow->services.ledger->attach(*flow->run);
    }
    return begun;
}

Result<void> checkWay(const FlowPtr &flow)
{
    const Way way = flow->request.choice.way;
    const QString doing = Text::tr("rolling %1 back").arg(flow->subject().title());
    if ((way == Way::Helm) != (flow->subject().way == Way::Helm)) {
        return failure(
            Error::Kind::Invalid, doing,
            flow->subject().way == Way::Helm
                ? Text::tr("This is a release of Helm: no Argo CD brings it. Roll back --via helm.")
                : Text::tr("Argo CD brings this, so there is no release of Helm. Roll back --via argocd or --via git."));
    }
    if (way == Way::Helm && !flow->services.helm) {
        return failure(Error::Kind::Unreachable, doing,
                       Text::tr("There is no helm on this machine; install Helm 4 (3.18 or later works too)."));
    }
    if (way == Way::Git && !flow->services.git) {
        return failure(Error::Kind::Unreachable, doing,
                       Text::tr("There is no git on this machine; install it, or roll back --via argocd."));
    }
    return {};
}

/// Of a release whose verdict somebody has seen: its labels tell whether it is still the same.
[[nodiscard]] Async<void> findSeen(FlowPtr flow)
{
    const auto heads = co_await helm::readHeads(flow->services.api, flow->subject().ns, flow->subject().name, flow->cancel());
    if (!heads) {
        co_return failure(heads);
    }
    flow->candidate = flow->request.seen->candidate;
    flow->present = flow->request.seen->present;
    const QString newest = heads->isEmpty() ? QString() : QString::number(heads->constLast().revision);
    if (newest != flow->present.id) {
        flow->present.revision = newest;
    }
    co_return {};
}

/// Finds both versions. One that was dropped from the history does not stop a run that has done its part already.
[[nodiscard]] Async<void> findBoth(FlowPtr flow)
{
    if (flow->subject().way == Way::Helm && flow->request.seen && !flow->run->isResumed()) {
        co_return co_await findSeen(flow);
    }
    if (flow->subject().way != Way::Helm) {
        const auto fresh = co_await flow->services.api->get(gitops::applicationType(), flow->application(), flow->cancel());
        if (!fresh) {
            co_return failure(fresh);
        }
        flow->request.subject.application = *fresh;
    }
    const auto candidates = co_await candidatesOf(flow->services.api, flow->subject(), flow->services.memory, flow->cancel());
    if (!candidates) {
        co_return failure(candidates);
    }
    const auto present = std::ranges::find(*candidates, true, &Candidate::isPresent);
    flow->present = present == candidates->cend() ? Candidate() : *present;
    const auto candidate = candidateNamed(*candidates, flow->request.to);
    if (candidate) {
        flow->candidate = *candidate;
    } else if (!flow->run->isResumed()) {
        co_return failure(candidate);
    }
    co_return {};
}

/// What the person saw must still be what there is.
Result<void> checkUnchanged(const FlowPtr &flow)
{
    const Verdict &seen = *flow->request.seen;
    if (seen.present.revision == flow->present.revision && seen.candidate.id == flow->candidate.id
        && seen.choice == flow->request.choice) {
        return {};
    }
    return failure(Error::Kind::Conflict, Text::tr("rolling %1 back").arg(flow->subject().title()),
                   Text::tr("Another version was deployed meanwhile; look at the rollback again."));
}

[[nodiscard]] Async<void> gate(FlowPtr flow)
{
    if (flow->request.seen) {
        if (const auto same = checkUnchanged(flow); !same) {
            co_return failure(same);
        }
        flow->verdict = flow->request.seen;
    } else {
        const auto evidence = co_await gather(flow->services,
                                              {.subject = flow->subject(),
                                               .candidate = flow->candidate,
                                               .present = flow->present,
                                               .choice = flow->request.choice,
                                               .run = flow->run->id()},
                                              flow->cancel());
        if (!evidence) {
            co_return failure(evidence);
        }
        flow->verdict = std::make_shared<Verdict>(verdictOf(*evidence));
    }
    const QStringList open = flow->verdict->unaccepted(flow->request.accepted);
    if (flow->verdict->light() == Light::Red || !open.isEmpty()) {
        flow->refused = true;
        co_return failure(Error::Kind::Invalid, Text::tr("rolling %1 back").arg(flow->subject().title()),
                          flow->verdict->light() == Light::Red
                              ? Text::tr("It is not safe; nothing was changed.")
                              : Text::tr("Not accepted yet: %1. Nothing was changed.").arg(open.join(u", "_s)));
    }
    co_return {};
}

} // namespace

QJsonObject identityOf(const RollbackRequest &request, const Services &services)
{
    return {
        {u"environment"_s, request.subject.title()}, {u"server"_s, services.clusterId},      {u"to"_s, request.to},
        {u"via"_s, wayName(request.choice.way)},     {u"hooks"_s, request.choice.withHooks}, {u"prune"_s, request.choice.prune}};
}

bool isSame(const QJsonObject &facts, const QJsonObject &identity, const QStringList &keys)
{
    // What was written is text by now.
    return std::ranges::all_of(
        keys, [&](const QString &key) { return facts[key].toVariant().toString() == identity[key].toVariant().toString(); });
}

FlowPtr flowOf(RollbackRequest request, Services services)
{
    const auto flow = std::make_shared<Flow>();
    flow->request = std::move(request);
    flow->services = std::move(services);
    flow->run = std::make_shared<deploy::DeployRun>(u"rollback-look"_s, u"rollback"_s);
    return flow;
}

Async<void> lookAtBoth(FlowPtr flow)
{
    if (const auto fits = checkWay(flow); !fits) {
        co_return fits;
    }
    if (const auto opened = openRecord(flow); !opened) {
        co_return opened;
    }
    if (const auto found = co_await findBoth(flow); !found) {
        co_return found;
    }
    // A run that has begun passed its checks; by now it may itself be what they would complain about.
    if (!flow->record->hasBegun()) {
        if (const auto passed = co_await gate(flow); !passed) {
            co_return passed;
        }
    }
    const int newest = flow->subject().way == Way::Helm ? flow->present.id.toInt() : 0;
    co_return beginRecord(flow, newest);
}

Async<std::shared_ptr<const Verdict>> lookAhead(RollbackRequest request, Services services, CancelToken cancel)
{
    const FlowPtr flow = flowOf(std::move(request), std::move(services));
    const auto registration = cancel.onCancel([halt = flow->halt]() mutable { halt.cancel(); });
    if (const auto fits = checkWay(flow); !fits) {
        co_return failure(fits);
    }
    if (const auto found = co_await findBoth(flow); !found) {
        co_return failure(found);
    }
    const auto evidence = co_await gather(
        flow->services,
        {.subject = flow->subject(), .candidate = flow->candidate, .present = flow->present, .choice = flow->request.choice},
        flow->cancel());
    if (!evidence) {
        co_return failure(evidence);
    }
    co_return std::make_shared<const Verdict>(verdictOf(*evidence));
}

} // namespace sentinel::rollback
