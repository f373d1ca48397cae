// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Candidate.h"
#include "core/base/SafeText.h"
#include "core/gitops/Application.h"
#include "core/helm/History.h"
#include "core/rollback/ManifestText.h"

#include <QCoreApplication>
#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr std::size_t kReadAhead = 4; ///< a body can be a megabyte
constexpr qsizetype kFewestLetters = 7; ///< of a commit

Duration lastedOf(const Candidate &candidate)
{
    return candidate.at.isValid() && candidate.until.isValid() ? Duration(candidate.at.msecsTo(candidate.until)) : Duration(0);
}

void describeHealth(Candidate &candidate, const std::optional<Memo> &memo)
{
    const Duration lasted = lastedOf(candidate);
    if (memo) {
        candidate.health = memo->health;
        candidate.version = candidate.version.isEmpty() ? memo->version : candidate.version;
    }
    if (candidate.state == u"failed" || candidate.state.startsWith(u"pending")) {
        candidate.health = Remembered::Unhealthy;
    }
    const bool isSpanKnown = lasted.count() > 0;
    switch (candidate.health) {
    case Remembered::Healthy:
        candidate.healthSentence = isSpanKnown ? Text::tr("healthy %1").arg(spanText(lasted)) : Text::tr("was healthy");
        break;
    case Remembered::Unhealthy:
        candidate.healthSentence = Text::tr("did not become healthy");
        break;
    case Remembered::RolledBack:
        candidate.healthSentence
            = isSpanKnown ? Text::tr("rolled back after %1").arg(spanText(lasted)) : Text::tr("was rolled back");
        break;
    case Remembered::Nothing:
        candidate.healthSentence
            = isSpanKnown ? Text::tr("in use for %1, health unknown").arg(spanText(lasted)) : Text::tr("health unknown");
        break;
    }
}

/// The chart of Sentinel is told which version it runs; its own is that of a release without such an answer.
QString versionOf(const helm::Release &release)
{
    const QString given = release.values[u"version"].toString();
    return release.chartName == u"sentinel" && !given.isEmpty() ? given : release.appVersion;
}

Candidate helmCandidate(const helm::Release &release, const helm::ReleaseHead &head)
{
    Candidate candidate{.id = QString::number(head.revision),
                        .way = Way::Helm,
                        .revision = QString::number(head.revision),
                        .version = versionOf(release),
                        .at = release.lastDeployed.isValid() ? release.lastDeployed : head.at,
                        .state = helm::statusName(release.status)};
    constexpr QStringView kBack(u"Rollback to ");
    if (release.rolledBackTo > 0) {
        candidate.repeats = QString::number(release.rolledBackTo);
    } else if (release.description.startsWith(kBack)) { // a helm before 3.19 says it in words only
        candidate.repeats = release.description.sliced(kBack.size());
    }
    return candidate;
}

/// Of a release: its bodies are read ahead, a few at a time, and each is dropped once it is compared.
[[nodiscard]] Async<QList<Candidate>> helmCandidates(kube::ApiPtr api, Subject subject, std::shared_ptr<Memory> memory,
                                                     CancelToken cancel)
{
    const auto heads = co_await helm::readHeads(api, subject.ns, subject.name, cancel);
    if (!heads) {
        co_return failure(heads);
    }
    QList<Candidate> candidates;
    std::optional<ReleaseText> present;
    QDateTime until;
    std::deque<std::pair<helm::ReleaseHead, Async<helm::Release>>> ahead;
    auto next = heads->crbegin();
    while (next != heads->crend() || !ahead.empty()) {
        for (; next != heads->crend() && ahead.size() < kReadAhead; ++next) {
            ahead.emplace_back(*next, helm::readRelease(api, *next, cancel));
        }
        const helm::ReleaseHead head = ahead.front().first;
        auto release = co_await ahead.front().second;
        ahead.pop_front();
        if (!release && release.error().kind == Error::Kind::NotFound) {
            continue; // helm drops the oldest when it writes a new one
        }
        if (!release) {
            co_return failure(release);
        }
        Candidate candidate = helmCandidate(*release, head);
        candidate.steps = int(candidates.size());
        candidate.isPresent = candidates.isEmpty();
        candidate.until = until;
        until = candidate.at;
        if (candidate.isPresent) {
            present.emplace(std::move(*release));
            candidate.distance.known = present->release().problem.isEmpty();
        } else if (release->problem.isEmpty() && present->release().problem.isEmpty()) {
            candidate.distance = present->distanceTo(*release);
        } else {
            candidate.distance.problem = release->problem.isEmpty() ? present->release().problem : release->problem;
        }
        const auto memo = memory->of(Memory::helmRevision(subject.ns, subject.name, head.revision));
        candidate.by = memo ? memo->by : QString();
        describeHealth(candidate, memo);
        candidates.append(candidate);
    }
    co_return candidates;
}

/// What runs now where its deploy never came to an end: Argo CD writes history of what succeeded only.
std::optional<Candidate> attemptOf(const gitops::Application &application, const kube::Object &object)
{
    const gitops::ApplicationOperation &operation = application.operation;
    QStringList revisions = operation.revisions;
    if (revisions.isEmpty() && operation.request[u"sync"][u"revision"].isString()) {
        revisions = {operation.request[u"sync"][u"revision"].toString()};
    }
    if (revisions.isEmpty() || operation.phase == u"Succeeded" || operation.phase.isEmpty()
        || (!application.history.isEmpty() && application.history.constLast().revisions == revisions)) {
        return {};
    }
    const QJsonValue result = object[u"status"][u"operationState"][u"syncResult"];
    const QJsonValue by = operation.request[u"initiatedBy"];
    return Candidate{.id = {},
                     .way = Way::ArgoCd,
                     .revision = revisions.join(u", "_s),
                     .by = by[u"automated"].toBool() ? u"auto-sync"_s : by[u"username"].toString(),
                     .at = operation.began,
                     .isPresent = true,
                     .health = operation.isOver() ? Remembered::Unhealthy : Remembered::Nothing,
                     .healthSentence = operation.isOver() ? Text::tr("its sync failed") : Text::tr("its sync is not through"),
                     .state = operation.phase.toLower(),
                     .revisions = revisions,
                     .source = result[u"source"].toObject(),
                     .sources = result[u"sources"].toArray()};
}

} // namespace

QString spanText(Duration span)
{
    using namespace std::chrono;
    if (span >= hours(48)) {
        return Text::tr("%n day(s)", nullptr, int(span / hours(24)));
    }
    if (span >= hours(2)) {
        return Text::tr("%n hour(s)", nullptr, int(span / hours(1)));
    }
    if (span >= minutes(1)) {
        return Text::tr("%1 min").arg(span / minutes(1));
    }
    return Text::tr("%1 s").arg(std::max<qint64>(span / seconds(1), 0));
}

QList<Candidate> argoCandidates(const Subject &subject, const Memory &memory)
{
    const auto application = gitops::readApplication(subject.application);
    if (!application) {
        return {};
    }
    QList<Candidate> candidates;
    QDateTime until;
    if (auto attempt = attemptOf(*application, subject.application)) {
        const auto memo = memory.of(attempt->revision);
        attempt->version = memo ? memo->version : QString();
        until = attempt->at;
        candidates.append(*attempt);
    }
    for (auto entry = application->history.crbegin(); entry != application->history.crend(); ++entry) {
        Candidate candidate{.id = QString::number(entry->id),
                            .way = Way::ArgoCd,
                            .revision = entry->revisions.join(u", "_s),
                            .by = entry->automated ? u"auto-sync"_s : entry->by,
                            .at = entry->ended,
                            .until = until,
                            .steps = int(candidates.size()),
                            .isPresent = candidates.isEmpty(),
                            .revisions = entry->revisions,
                            .source = entry->source};
        for (const QJsonObject &source : entry->sources) {
            candidate.sources.append(source);
        }
        until = candidate.at;
        describeHealth(candidate, memory.of(candidate.revision));
        candidates.append(candidate);
    }
    return candidates;
}

Async<QList<Candidate>> candidatesOf(kube::ApiPtr api, Subject subject, std::shared_ptr<Memory> memory, CancelToken cancel)
{
    if (subject.way == Way::Helm) {
        co_return co_await helmCandidates(api, subject, memory, cancel);
    }
    co_return argoCandidates(subject, *memory);
}

Result<Candidate> candidateNamed(const QList<Candidate> &candidates, const QString &id)
{
    const QString doing = Text::tr("looking for the version to go back to");
    QList<Candidate> meant;
    QStringList ids;
    for (const Candidate &candidate : candidates) {
        const bool byCommit = id.size() >= kFewestLetters && candidate.revision.startsWith(id);
        if (candidate.id == id) {
            meant = {candidate};
            break;
        }
        if (byCommit) {
            meant.append(candidate);
        }
        if (!candidate.isPresent) {
            ids.append(candidate.id);
        }
    }
    if (meant.isEmpty()) {
        QString detail = Text::tr("There is no history to go back in.");
        if (!candidates.isEmpty()) {
            detail = ids.isEmpty()
                ? Text::tr("There is no %1 in the history; nothing is older than what is deployed.").arg(plainLine(id))
                : Text::tr("There is no %1 in the history; the history has: %2.").arg(plainLine(id), ids.join(u", "_s));
        }
        return failure(Error::Kind::NotFound, doing, detail);
    }
    // The same commit may have been deployed several times: the newest entry of it will do, unless that is what runs.
    const auto older = std::ranges::find_if(meant, [](const Candidate &candidate) { return !candidate.isPresent; });
    if (older == meant.cend()) {
        return failure(Error::Kind::Invalid, doing, Text::tr("%1 is what is deployed now.").arg(plainLine(id)));
    }
    return *older;
}

} // namespace sentinel::rollback
