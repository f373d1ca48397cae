// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Verdict.h"
#include "core/rollback/ArgoPatch.h"
#include "core/rollback/Checks.h"
#include "core/rollback/Distances.h"
#include "core/rollback/Revert.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QList<policy::Effect> effectsBetween(const Difference &difference, const Evidence &evidence)
{
    if (!difference.known) {
        return {};
    }
    // Only what differs is read: a release of a megabyte is mostly the same.
    QSet<deploy::ObjectKey> changed;
    for (const ObjectDifference &one : difference.objects) {
        changed.insert(one.key);
    }
    const auto manifests = [&](const QList<QJsonObject> &objects) {
        policy::Manifests set{.nameSpace = evidence.subject.targetNs};
        QByteArray stream;
        for (const QJsonObject &object : objects) {
            if (changed.contains(deploy::keyOf(object))) {
                stream += "---\n" + QJsonDocument(object).toJson();
            }
        }
        std::ignore = set.add(stream, u"rollback"_s); // JSON of our own making is YAML
        return set;
    };
    return policy::effectsOf(manifests(evidence.current->objects), manifests(evidence.target->objects));
}

QString versionText(const Candidate &candidate)
{
    return candidate.version.isEmpty() ? candidate.revision.left(8) : candidate.version;
}

QStringList argoSteps(const Evidence &evidence)
{
    QStringList steps;
    const Choice &choice = evidence.choice;
    if (choice.addPointer && evidence.owner && evidence.owner->canBeTaught()) {
        steps.append(
            Text::tr("%1, which owns the Application, is told to leave the pause of auto-sync alone.").arg(evidence.owner->name));
    }
    if (gitops::isAutoSynced(evidence.application)) {
        steps.append(Text::tr("Auto-sync is paused, or Argo CD would bring %1 back. A reminder stays until you turn it on again.")
                         .arg(versionText(evidence.present)));
    }
    if (choice.endRunning) {
        steps.append(Text::tr("The operation that runs is ended."));
    }
    steps.append(choice.withHooks ? Text::tr("Argo CD syncs to %1, its hooks included.").arg(versionText(evidence.candidate))
                                  : Text::tr("Argo CD syncs to %1; hooks do not run.").arg(versionText(evidence.candidate)));
    return steps;
}

QStringList stepsOf(const Evidence &evidence)
{
    QStringList steps;
    switch (evidence.choice.way) {
    case Way::ArgoCd:
        steps = argoSteps(evidence);
        break;
    case Way::Helm:
        steps.append(Text::tr("Helm makes a new revision of %1 with the content of revision %2.")
                         .arg(evidence.subject.name, evidence.candidate.id));
        break;
    case Way::Git:
        steps.append(Text::tr("A commit on the branch brings the files of %1 back; nothing is forced.")
                         .arg(evidence.candidate.revision.left(8)));
        steps.append(Text::tr("Argo CD syncs that commit, hooks included."));
        break;
    }
    if (evidence.choice.way == Way::ArgoCd && evidence.choice.revertCommit) {
        steps.append(Text::tr("A commit on the branch brings the older version's files back, so that it lasts."));
    }
    steps.append(Text::tr("Every object is followed until it is healthy."));
    return steps;
}

} // namespace

QString lightName(Light light)
{
    switch (light) {
    case Light::Green:
        return u"green"_s;
    case Light::None:
        return u"none"_s;
    case Light::Amber:
        return u"amber"_s;
    case Light::Red:
        return u"red"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList checkRules()
{
    QStringList rules{u"target"_s,  u"rights"_s,     u"busy"_s,        u"sticks"_s,   u"deletes"_s,
                      u"dry-run"_s, u"schema"_s,     u"definitions"_s, u"replicas"_s, u"images"_s,
                      u"volumes"_s, u"references"_s, u"backup"_s,      u"room"_s,     u"hooks"_s};
    for (QString &rule : rules) {
        rule.prepend(u"rollback."_s);
    }
    return rules;
}

Light Verdict::light() const
{
    Light worst = Light::Green;
    for (const Check &check : checks) {
        worst = check.light == Light::None ? worst : std::max(worst, check.light);
    }
    return worst;
}

QStringList Verdict::unaccepted(const QStringList &accepted) const
{
    QStringList rules;
    for (const Check &check : checks) {
        if (check.light == Light::Amber && !accepted.contains(check.rule) && !accepted.contains(check.rule.section(u'.', 1))) {
            rules.append(check.rule);
        }
    }
    return rules;
}

Findings Verdict::findings() const
{
    Findings all;
    for (const Check &check : checks) {
        all += check.findings;
    }
    std::ranges::stable_sort(all, [](const Finding &left, const Finding &right) { return left.severity > right.severity; });
    return all;
}

int Verdict::count(Light light) const
{
    return int(std::ranges::count(checks, light, &Check::light));
}

void CheckWriter::add(Severity severity, Light light, const QString &object, const QString &sentence, const QString &remedy)
{
    m_check.findings.append({.severity = severity,
                             .rule = m_check.rule,
                             .object = plainLine(object),
                             .sentence = plainLine(sentence),
                             .remedy = plainLine(remedy)});
    m_check.light = std::max(m_check.light, light);
}

void CheckWriter::red(const QString &object, const QString &sentence, const QString &remedy)
{
    add(Severity::Error, Light::Red, object, sentence, remedy);
}

void CheckWriter::amber(const QString &object, const QString &sentence, const QString &remedy)
{
    add(Severity::Warning, Light::Amber, object, sentence, remedy);
}

void CheckWriter::note(const QString &sentence, const QString &object)
{
    add(Severity::Info, Light::Green, object, sentence, {});
}

void CheckWriter::unknown(const QString &what, const QString &problem, const QString &remedy)
{
    amber({}, problem.isEmpty() ? Text::tr("%1: not known.").arg(what) : Text::tr("%1: not known. %2").arg(what, problem),
          remedy);
}

Check CheckWriter::notHere(const QString &why)
{
    note(why);
    m_check.light = Light::None;
    return m_check;
}

Verdict verdictOf(const Evidence &evidence)
{
    Verdict verdict{
        .subject = evidence.subject, .candidate = evidence.candidate, .present = evidence.present, .choice = evidence.choice};
    if (evidence.target && evidence.current) {
        verdict.difference = differenceOf(evidence.current->objects, evidence.target->objects);
        verdict.images = imagesBetween(evidence.current->objects, evidence.target->objects);
    }
    const Difference &difference = verdict.difference;
    const Check schema = checkSchema(evidence);
    const Check volumes = checkVolumes(evidence);
    const bool needsData = mayNeedData(evidence, schema.light, volumes.light, difference);
    verdict.restorePoint = needsData ? restorePointBefore(evidence) : std::nullopt;
    verdict.checks = {checkTarget(evidence),
                      checkRights(evidence),
                      checkBusy(evidence),
                      checkSticks(evidence),
                      checkDeletes(evidence, difference),
                      checkDryRun(evidence),
                      schema,
                      checkDefinitions(evidence),
                      checkReplicas(evidence),
                      checkImages(evidence),
                      volumes,
                      checkReferences(evidence),
                      checkBackup(evidence, needsData, difference),
                      checkRoom(evidence, difference),
                      checkHooks(evidence, difference)};
    verdict.effects = effectsBetween(difference, evidence);
    verdict.happens = stepsOf(evidence);
    verdict.sticks = sticksText(evidence);
    const SchemaState state = schemaOf(evidence);
    verdict.schema = state.version;
    verdict.schemaNeeds = state.needs;
    verdict.schemaThen = schemaThenOf(evidence);
    verdict.pauseWay = evidence.pauseWay;
    if (evidence.choice.way == Way::ArgoCd && evidence.owner && gitops::isAutoSynced(evidence.application)) {
        const QJsonObject pointer = gitops::pointerPatch(*evidence.owner, evidence.subject.name, evidence.pauseWay);
        verdict.pointer = pointer.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(pointer).toJson());
    }
    if (evidence.choice.way == Way::ArgoCd && !evidence.application.isEmpty()) {
        verdict.patch
            = QString::fromUtf8(QJsonDocument(rollbackPatch(evidence.application, evidence.candidate, evidence.choice,
                                                            {.run = u"…"_s, .userName = u"…"_s, .pause = evidence.pauseWay}))
                                    .toJson());
    }
    if (evidence.choice.way == Way::Git) {
        const auto order = revertOrder(evidence.subject, evidence.candidate, u"…"_s);
        verdict.patch = order ? revertText(*order) : order.error().detail;
    }
    return verdict;
}

} // namespace sentinel::rollback
