// SPDX-License-Identifier: GPL-3.0-or-later
// Which version, may I, is anything in the way, will it last.
#include "core/gitops/Application.h"
#include "core/gitops/Operation.h"
#include "core/gitops/SyncWindows.h"
#include "core/rollback/Checks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kAbandoned = std::chrono::minutes(15); ///< a helm that waits gives up after ten

QString nameOf(const Candidate &candidate)
{
    return candidate.version.isEmpty() ? candidate.revision.left(12) : candidate.version;
}

void checkOperation(CheckWriter &check, const Evidence &evidence)
{
    if (!gitops::isBusy(evidence.application) || gitops::isOurs(evidence.application, evidence.run)) {
        return;
    }
    const QJsonValue state = evidence.application[u"status"][u"operationState"];
    const QString message = state[u"message"].toString();
    const QString by = gitops::initiatorOf(evidence.application);
    const QString sentence = Text::tr("An operation of %1 is running: %2")
                                 .arg(by.isEmpty() ? Text::tr("somebody") : by,
                                      message.isEmpty() ? Text::tr("it has not said anything yet.") : message);
    if (evidence.choice.endRunning) {
        check.note(sentence + u' ' + Text::tr("It is ended first."));
    } else {
        check.red(evidence.subject.name, sentence,
                  Text::tr("Wait until it is over, or let it be ended first with --end-running."));
    }
}

void checkConditions(CheckWriter &check, const Evidence &evidence)
{
    const auto application = gitops::readApplication(evidence.application);
    if (!application) {
        check.red(evidence.subject.name, application.error().detail);
        return;
    }
    if (application->isDeleting) {
        check.red(evidence.subject.name, Text::tr("The Application is being deleted."),
                  Text::tr("Let it go and deploy anew, or find out what holds its finalizers."));
    }
    for (const gitops::ApplicationCondition &condition : application->conditions) {
        if (condition.type == u"InvalidSpecError") {
            check.red(evidence.subject.name,
                      Text::tr("Argo CD does nothing with this Application as it is written now: %1").arg(condition.message),
                      Text::tr("Mend its spec or its project first; no operation is taken while this stands."));
        } else if (condition.type == u"ComparisonError") {
            check.note(
                Text::tr("Argo CD cannot compare the present revision (%1); the older one is rendered anew for the rollback.")
                    .arg(condition.message));
        }
    }
}

/// Of the project's windows, those that hold back an operation by hand too.
void checkWindows(CheckWriter &check, const Evidence &evidence)
{
    if (!evidence.project) {
        check.unknown(Text::tr("Sync windows of the project"), evidence.project.problem,
                      Text::tr("Ask whoever runs Argo CD, or get the right to read AppProjects."));
        return;
    }
    const auto application = gitops::readApplication(evidence.application);
    if (!application) {
        return; // said already
    }
    const auto verdict = gitops::windowVerdict(gitops::syncWindows(*evidence.project, *application, evidence.now));
    if (!verdict.allowsManual) {
        check.red(u"AppProject/"_s + (*evidence.project)[u"metadata"][u"name"].toString(), verdict.sentence,
                  Text::tr("Wait for the window, or let it allow syncs by hand (manualSync: true)."));
    } else if (!verdict.sentence.isEmpty()) {
        check.note(verdict.sentence);
    }
}

void checkRelease(CheckWriter &check, const Evidence &evidence)
{
    if (!evidence.heads) {
        check.unknown(Text::tr("Whether another helm is at work"), evidence.heads.problem);
        return;
    }
    if (evidence.heads->isEmpty() || !evidence.heads->constLast().isPending()) {
        return;
    }
    const helm::ReleaseHead &head = evidence.heads->constLast();
    const Duration age(head.at.isValid() ? head.at.msecsTo(evidence.now) : 0);
    const QString sentence = Text::tr("Revision %1 is %2: a helm was killed, or is still at it.")
                                 .arg(head.revision)
                                 .arg(helm::statusName(head.status));
    if (age >= kAbandoned) {
        check.note(sentence + u' '
                   + Text::tr("It began %1 ago, so nobody is; the rollback frees the release.").arg(spanText(age)));
    } else {
        check.amber(evidence.subject.name, sentence,
                    Text::tr("Make sure that no other helm is running for this release; the rollback then frees it."));
    }
}

void checkOwner(CheckWriter &check, const Evidence &evidence)
{
    using Sticks = gitops::ApplicationOwner::Sticks;
    if (!evidence.owner || evidence.owner->sticks == Sticks::Unknown) {
        check.unknown(Text::tr("Whether the owner of this Application leaves the pause of auto-sync alone"),
                      evidence.owner ? evidence.owner->sentence : evidence.owner.problem,
                      Text::tr("Look at its ignoreApplicationDifferences, or roll back with --via git."));
        return;
    }
    const gitops::ApplicationOwner &owner = *evidence.owner;
    if (owner.sticks == Sticks::Yes) {
        if (!owner.sentence.isEmpty()) {
            check.note(owner.sentence);
        }
        return;
    }
    const QString back = Text::tr("With that %1 comes back.").arg(nameOf(evidence.present));
    if (evidence.choice.addPointer) {
        check.note(owner.sentence + u' ' + Text::tr("It is told to leave the pause alone first."));
        return;
    }
    const QString remedy
        = Text::tr("Let it be told to leave the pause alone with --add-pointer (one patch, shown with -o wide), or "
                   "revert in Git with --via git.");
    if (owner.sticks == Sticks::No) {
        check.red(owner.name, owner.sentence + u' ' + back, remedy);
    } else {
        check.amber(owner.name, owner.sentence + u' ' + back, remedy);
    }
}

bool isOffline(const Evidence &evidence)
{
    return evidence.target && evidence.target->isOffline;
}

} // namespace

Check checkTarget(const Evidence &evidence)
{
    CheckWriter check(u"target"_s, Text::tr("Which version"));
    const Candidate &candidate = evidence.candidate;
    const QString at = candidate.at.isValid() ? candidate.at.toString(u"yyyy-MM-dd HH:mm") : Text::tr("an unknown day");
    check.note(Text::tr("From %1 to %2 (%3), deployed %4 by %5, %n version(s) back.", nullptr, candidate.steps)
                   .arg(nameOf(evidence.present), nameOf(candidate), candidate.id, at,
                        candidate.by.isEmpty() ? Text::tr("somebody") : candidate.by));
    if (candidate.isPresent) {
        check.red({}, Text::tr("It is what is deployed now."), Text::tr("Choose an older one."));
    }
    switch (candidate.health) {
    case Remembered::Healthy:
        check.note(candidate.healthSentence);
        break;
    case Remembered::Unhealthy:
        check.amber({}, Text::tr("This version did not become healthy when it was deployed."),
                    Text::tr("Choose one that was healthy, or accept this when you know why it failed."));
        break;
    case Remembered::RolledBack:
        check.amber({}, Text::tr("Somebody went back from this version: %1.").arg(candidate.healthSentence),
                    Text::tr("Find out why before going to it."));
        break;
    case Remembered::Nothing:
        check.amber({}, Text::tr("Whether this version was ever healthy is not known (%1).").arg(candidate.healthSentence),
                    Text::tr("Deploys by this console write it down; accept when you know that it ran well."));
        break;
    }
    return check.done();
}

Check checkRights(const Evidence &evidence)
{
    CheckWriter check(u"rights"_s, Text::tr("May you do it"));
    for (const RightSeen &seen : evidence.rights) {
        const QString what = kube::questionText(seen.question);
        if (seen.right == kube::Right::Denied) {
            check.red({}, Text::tr("You may not %1.").arg(what), Text::tr("Ask whoever runs the cluster for that right."));
        } else if (seen.right == kube::Right::Unknown) {
            check.unknown(Text::tr("Whether you may %1").arg(what), {});
        }
    }
    if (evidence.rights.isEmpty()) {
        check.unknown(Text::tr("Your rights"), {});
    }
    return check.done();
}

Check checkBusy(const Evidence &evidence)
{
    CheckWriter check(u"busy"_s, Text::tr("Is anything else at work"));
    if (evidence.choice.way == Way::Helm) {
        checkRelease(check, evidence);
        return check.done();
    }
    checkConditions(check, evidence);
    if (evidence.choice.way == Way::ArgoCd) {
        checkOperation(check, evidence);
        checkWindows(check, evidence);
    }
    return check.done();
}

Check checkSticks(const Evidence &evidence)
{
    CheckWriter check(u"sticks"_s, Text::tr("How long it lasts"));
    check.note(sticksText(evidence));
    if (evidence.choice.way == Way::ArgoCd) {
        if (gitops::isAutoSynced(evidence.application)) {
            checkOwner(check, evidence);
        }
        if (isOffline(evidence)) {
            check.amber(
                evidence.subject.name,
                evidence.target->notes.isEmpty()
                    ? Text::tr("Its repository cannot be reached from here.")
                    : Text::tr("Its repository cannot be reached from here: %1").arg(evidence.target->notes.first()),
                Text::tr("Argo CD is asked first, since it may have the version at hand. Where it has not, what was kept is "
                         "brought instead, and auto-sync stays paused."));
        }
        if (evidence.application[u"spec"][u"sourceHydrator"].isObject()) {
            check.amber(evidence.subject.name,
                        Text::tr("A hydrator writes what this Application syncs; its next commit is the newer version again."),
                        Text::tr("Revert in the dry source too."));
        }
    }
    return check.done();
}

QString sticksText(const Evidence &evidence)
{
    switch (evidence.choice.way) {
    case Way::ArgoCd:
        if (isOffline(evidence)) {
            return Text::tr("It lasts until its repository is back and auto-sync is turned on again, or somebody syncs.");
        }
        return gitops::isAutoSynced(evidence.application)
            ? Text::tr("It lasts until auto-sync is turned on again or somebody syncs: Git still says %1.")
                  .arg(nameOf(evidence.present))
            : Text::tr("It lasts until somebody syncs: Git still says %1.").arg(nameOf(evidence.present));
    case Way::Helm:
        return Text::tr("It lasts until the next deploy or upgrade of the release.");
    case Way::Git:
        return Text::tr("It lasts: Git says the older version, until somebody commits another.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace sentinel::rollback
