// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Conditions.h"
#include "core/deploy/Health.h"
#include "core/deploy/WhyParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QList<ObjectKey> claimsOf(const ObjectKey &key, const QJsonObject &pod)
{
    QList<ObjectKey> claims;
    const QJsonArray volumes = pod[u"spec"][u"volumes"].toArray();
    for (const QJsonValue &volume : volumes) {
        if (const QString claim = volume[u"persistentVolumeClaim"][u"claimName"].toString(); !claim.isEmpty()) {
            claims.append({.group = {}, .kind = u"PersistentVolumeClaim"_s, .ns = key.ns, .name = claim});
        }
    }
    return claims;
}

QList<WhyStep> unschedulable(const Looking &looking, const ObjectKey &key, const QString &message)
{
    WhyStep step{.cause = Cause::Unschedulable,
                 .object = key,
                 .title = Text::tr("No node can take %1").arg(key.name),
                 .detail = message,
                 .remedy = Text::tr("Add a node or free room; sentinelctl size says how much the plan needs.")};
    if (!mentions(message, {u"PersistentVolumeClaim"_s})) {
        return {step};
    }
    const QList<ObjectKey> claims = claimsOf(key, looking.seen.object(key));
    for (const ObjectKey &claim : claims) {
        if (QList<WhyStep> chain = whyAny(looking, claim); !chain.isEmpty()) {
            step.cause = Cause::WaitsForOwner;
            step.title = Text::tr("%1 waits for its volume").arg(key.name);
            step.remedy.clear();
            chain.append(step);
            return chain;
        }
    }
    return {step};
}

/// The node a pod runs on no longer answers.
std::optional<WhyStep> lostNode(const Looking &looking, const ObjectKey &key, const QJsonObject &pod)
{
    const ObjectKey node{.group = {}, .kind = u"Node"_s, .ns = {}, .name = pod[u"spec"][u"nodeName"].toString()};
    const Condition ready = conditionOf(looking.seen.object(node), u"Ready");
    const bool lost = pod[u"status"][u"reason"].toString() == u"NodeLost"
        || (looking.seen.has(node) && !ready.status.isEmpty() && !ready.isTrue());
    if (!lost) {
        return {};
    }
    return WhyStep{.cause = Cause::NodeLost,
                   .object = looking.seen.has(node) ? node : key,
                   .title = Text::tr("Node %1 does not answer").arg(node.name),
                   .detail = ready.message,
                   .remedy = Text::tr("Bring the node back, or remove it so that its pods move.")};
}

std::optional<WhyStep> mount(const Looking &looking, const ObjectKey &key)
{
    const QString message = eventMessage(looking.seen, key, {u"FailedMount"_s, u"FailedAttachVolume"_s});
    if (message.isEmpty()) {
        return {};
    }
    const bool absent = mentions(message, {u"not found"_s, u"references non-existent"_s});
    return WhyStep{.cause = absent ? Cause::ConfigMissing : Cause::VolumePending,
                   .object = key,
                   .title = absent ? Text::tr("%1 cannot start: something it mounts is not there").arg(key.name)
                                   : Text::tr("%1 waits for a volume to be attached").arg(key.name),
                   .detail = message,
                   .remedy = absent ? Text::tr("Make what is missing; the pod goes on by itself.") : QString()};
}

/// Init containers run one after the other: the first that is not done is what counts.
QList<WhyStep> whyInit(const Looking &looking, const ObjectKey &key, const QJsonObject &pod)
{
    const QJsonArray statuses = pod[u"status"][u"initContainerStatuses"].toArray();
    for (const QJsonValue &status : statuses) {
        const QJsonValue end = status[u"state"][u"terminated"];
        if (end.isObject() && end[u"exitCode"].toInt() == 0) {
            continue;
        }
        if (QList<WhyStep> chain = whyDependency(looking, key); !chain.isEmpty()) {
            return chain;
        }
        QJsonObject watched = status.toObject();
        if (status[u"state"][u"running"].isObject()) {
            return {{.cause = Cause::Starting,
                     .object = key,
                     .title = Text::tr("%1 is being prepared").arg(key.name),
                     .detail = Text::tr("Its init container %1 runs.").arg(status[u"name"].toString()),
                     .remedy = {}}};
        }
        if (const auto step = whyContainer(looking.seen, key, watched)) {
            return {*step};
        }
        return {};
    }
    return {};
}

/// A crash or a silent probe is often no fault of the pod's own: what it needs may not be there.
QList<WhyStep> blame(const Looking &looking, const ObjectKey &key, const WhyStep &step)
{
    if (step.cause == Cause::Crashing || step.cause == Cause::ProbeFailing) {
        if (QList<WhyStep> chain = whyDependency(looking, key); !chain.isEmpty()) {
            chain.last().detail = step.detail;
            return chain;
        }
    }
    return {step};
}

} // namespace

QList<WhyStep> whyPod(const Looking &looking, const ObjectKey &key)
{
    const QJsonObject pod = looking.seen.object(key);
    if (const auto step = lostNode(looking, key, pod)) {
        return {*step};
    }
    if (const Condition scheduled = conditionOf(pod, u"PodScheduled"); scheduled.isFalse()) {
        return unschedulable(looking, key, scheduled.message);
    }
    if (QList<WhyStep> chain = whyInit(looking, key, pod); !chain.isEmpty()) {
        return chain;
    }
    std::optional<WhyStep> found;
    const QJsonArray statuses = pod[u"status"][u"containerStatuses"].toArray();
    for (const QJsonValue &status : statuses) {
        const auto step = whyContainer(looking.seen, key, status.toObject());
        if (step && (!found || !mendsByItself(step->cause))) {
            found = step;
        }
    }
    if (found) {
        return blame(looking, key, *found);
    }
    if (const auto step = mount(looking, key)) {
        return {*step};
    }
    if (pod[u"status"][u"reason"].toString() == u"Evicted") {
        return {{.cause = Cause::Other,
                 .object = key,
                 .title = Text::tr("%1 was evicted from its node").arg(key.name),
                 .detail = pod[u"status"][u"message"].toString(),
                 .remedy = Text::tr("Look at what fills the node: memory or disk.")}};
    }
    return {};
}

} // namespace sentinel::deploy
