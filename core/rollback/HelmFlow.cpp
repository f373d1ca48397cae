// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

// Helm is never made to wait for pods, so one that still lives is through in seconds.
constexpr int kMostTries = 20;
constexpr Duration kBetweenTries = std::chrono::seconds(1);

QString doing(const FlowPtr &flow)
{
    return Text::tr("rolling the release %1 back").arg(flow->subject().name);
}

/// What a revision younger than the run is: ours, somebody's, or not finished.
enum class Younger { None, Ours, Unfinished, Foreign };

bool repeats(const helm::Release &release, int target)
{
    return release.rolledBackTo == target || release.description == u"Rollback to %1"_s.arg(target);
}

[[nodiscard]] Async<Younger> lookAtYounger(FlowPtr flow, helm::ReleaseHead head, int target)
{
    const auto release = co_await helm::readRelease(flow->services.api, head, flow->cancel());
    if (!release) {
        co_return failure(release);
    }
    if (head.isPending()) {
        co_return Younger::Unfinished;
    }
    if (!repeats(*release, target)) {
        co_return Younger::Foreign;
    }
    co_return release->status == helm::Release::Status::Deployed ? Younger::Ours : Younger::None;
}

/// One look at the history and, when nobody is at it, one try. Nothing: wait a little and look again.
[[nodiscard]] Async<std::optional<int>> tryOnce(FlowPtr flow, int before, bool last)
{
    const Subject &subject = flow->subject();
    const int target = flow->request.to.toInt();
    const auto heads = co_await helm::readHeads(flow->services.api, subject.ns, subject.name, flow->cancel());
    if (!heads) {
        co_return failure(heads);
    }
    if (!heads->isEmpty() && heads->constLast().revision > before) {
        const auto younger = co_await lookAtYounger(flow, heads->constLast(), target);
        if (!younger) {
            co_return failure(younger);
        }
        if (*younger == Younger::Ours) {
            co_return heads->constLast().revision;
        }
        if (*younger == Younger::Foreign) {
            co_return failure(Error::Kind::Conflict, doing(flow),
                              Text::tr("Somebody upgraded the release meanwhile (revision %1); look at it again.")
                                  .arg(heads->constLast().revision));
        }
        if (*younger == Younger::Unfinished && !last) {
            flow->tell(Text::tr("waits for a helm that an earlier try began"));
            co_return std::nullopt;
        }
    }
    const auto done = co_await flow->services.helm->rollBack(
        subject.ns, subject.name, target, true, [flow](const QString &line) { flow->run->log(line); }, flow->cancel());
    if (!done) {
        if (done.error().kind == Error::Kind::Conflict && flow->run->isResumed() && !last) {
            co_return std::nullopt;
        }
        co_return failure(done);
    }
    const auto after = co_await helm::readHeads(flow->services.api, subject.ns, subject.name, flow->cancel());
    if (!after) {
        co_return failure(after);
    }
    co_return after->isEmpty() ? 0 : after->constLast().revision;
}

[[nodiscard]] Async<QJsonObject> goBack(FlowPtr flow)
{
    const int before = flow->begun[u"newest"].toVariant().toString().toInt();
    for (int tries = 1; tries <= kMostTries; ++tries) {
        const auto revision = co_await tryOnce(flow, before, tries == kMostTries);
        if (!revision) {
            co_return failure(revision);
        }
        if (*revision) {
            co_return QJsonObject{{u"revision"_s, **revision}};
        }
        if (const auto waited = co_await sleep(*flow->services.clock, kBetweenTries, flow->cancel()); !waited) {
            co_return failure(waited);
        }
    }
    co_return QJsonObject();
}

} // namespace

Async<void> handToHelm(FlowPtr flow)
{
    const Subject &subject = flow->subject();
    co_return co_await perform(
        flow, u"release:"_s + subject.title(),
        Text::tr("Helm release %1 in %2 back to revision %3").arg(subject.name, subject.ns, flow->request.to),
        [flow] { return goBack(flow); });
}

} // namespace sentinel::rollback
