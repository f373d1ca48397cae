// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Standing.h"
#include "core/base/Timestamp.h"
#include "core/deploy/Health.h"
#include "core/deploy/WhyParts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kDeepest = 4;

/// What the bundle brings, found out: its own files, what Argo CD says, what carries the release's labels.
struct Root
{
    bool waved = false;
    int wave = 0;
    bool synced = false; ///< Argo CD says it is there as wanted
};
using Roots = QMap<ObjectKey, Root>;

std::optional<int> waveOf(const QJsonObject &object)
{
    const QJsonValue wave = object[u"metadata"][u"annotations"][u"argocd.argoproj.io/sync-wave"];
    return wave.isString() ? std::optional(wave.toString().toInt()) : std::nullopt;
}

void add(Roots &roots, const ObjectKey &key, std::optional<int> wave, bool waved)
{
    Root &root = roots[key];
    root.waved = root.waved || waved;
    root.wave = wave.value_or(root.wave);
}

ObjectKey keyOfResource(const QJsonValue &resource)
{
    return {.group = resource[u"group"].toString(),
            .kind = resource[u"kind"].toString(),
            .ns = resource[u"namespace"].toString(),
            .name = resource[u"name"].toString()};
}

/// A sync gives the Application's namespace to what stands in none (a Namespace, a PriorityClass); its list of resources does
/// not.
QSet<ObjectKey> inNoNamespace(const QJsonArray &resources)
{
    QSet<ObjectKey> found;
    for (const QJsonValue &resource : resources) {
        if (const ObjectKey key = keyOfResource(resource); key.ns.isEmpty()) {
            found.insert(key);
        }
    }
    return found;
}

/// Resources of an Application name no wave for 0, and the ones of a sync name hooks besides.
void addApplication(Roots &roots, const Snapshot &seen, const ObjectKey &key)
{
    const QJsonValue status = seen.object(key)[u"status"];
    const QSet<ObjectKey> clusterWide = inNoNamespace(status[u"resources"].toArray());
    for (const QJsonValue &list : {status[u"resources"], status[u"operationState"][u"syncResult"][u"resources"]}) {
        const QJsonArray resources = list.toArray();
        for (const QJsonValue &resource : resources) {
            ObjectKey one = keyOfResource(resource);
            if (clusterWide.contains({one.group, one.kind, {}, one.name})) {
                one.ns.clear();
            }
            const QJsonValue wave = resource[u"syncWave"];
            add(roots, one, wave.isDouble() ? std::optional(wave.toInt()) : waveOf(seen.object(one)), true);
            roots[one].synced = roots[one].synced || resource[u"status"].toString() == u"Synced";
        }
    }
}

/// Kinds nobody watches here: that Argo CD has brought them is all there is to know.
bool isBeyondUs(const ObjectKey &key)
{
    return !lookedAtKinds().contains(std::pair(key.group, key.kind));
}

bool isOfRelease(const QJsonObject &object)
{
    const QJsonValue labels = object[u"metadata"][u"labels"];
    return labels[u"app.kubernetes.io/part-of"].toString() == u"sentinel"
        && object[u"metadata"][u"ownerReferences"].toArray().isEmpty();
}

Roots rootsOf(const Snapshot &seen, const Scope &scope)
{
    Roots roots;
    const bool waved = !scope.applications.isEmpty();
    for (const QJsonObject &object : scope.wanted) {
        add(roots, keyOf(object), waveOf(object), waved);
    }
    for (const QString &name : scope.applications) {
        const ObjectKey key{u"argoproj.io"_s, u"Application"_s, scope.applicationNamespace, name};
        add(roots, key, {}, false); // its wave is one among Applications, not among these objects
        addApplication(roots, seen, key);
    }
    const QList<ObjectKey> keys = seen.all();
    for (const ObjectKey &key : keys) {
        const QJsonObject object = seen.object(key);
        if (scope.namespaces().contains(key.ns) && key.kind != u"Event" && isOfRelease(object)) {
            add(roots, key, waveOf(object), waved);
        }
    }
    return roots;
}

/// Claims of a StatefulSet's templates belong to it, though no owner says so: they outlive it.
QList<ObjectKey> claimsOf(const Snapshot &seen, const ObjectKey &set)
{
    QList<ObjectKey> claims;
    const QJsonArray templates = seen.object(set)[u"spec"][u"volumeClaimTemplates"].toArray();
    const QList<ObjectKey> all = templates.isEmpty() ? QList<ObjectKey>() : seen.keys({}, u"PersistentVolumeClaim"_s);
    for (const QJsonValue &entry : templates) {
        const QString stem = entry[u"metadata"][u"name"].toString() + u'-' + set.name + u'-';
        for (const ObjectKey &claim : all) {
            bool ordinal = false;
            std::ignore = claim.name.sliced(std::min(stem.size(), claim.name.size())).toInt(&ordinal);
            if (claim.ns == set.ns && claim.name.startsWith(stem) && ordinal) {
                claims.append(claim);
            }
        }
    }
    return claims;
}

/// An old ReplicaSet, or an attempt of a Job that is through, tells nothing any more.
bool isPast(const Snapshot &seen, const ObjectKey &key)
{
    const QJsonObject object = seen.object(key);
    if (key.kind == u"ReplicaSet") {
        return object[u"spec"][u"replicas"].toInt() == 0 && object[u"status"][u"replicas"].toInt() == 0;
    }
    return key.kind == u"ControllerRevision" || key.kind == u"EndpointSlice";
}

QString sentenceOf(const QList<WhyStep> &chain, const Judgement &judgement)
{
    if (chain.isEmpty()) {
        return judgement.sentence;
    }
    const WhyStep &root = chain.first();
    if (!mendsByItself(root.cause)) {
        return root.title;
    }
    for (const WhyStep &step : chain) {
        if (step.cause == Cause::WaitsForMigration) {
            return Text::tr("waits for the migration of the database schema");
        }
        if (step.cause == Cause::WaitsForDatabase) {
            return Text::tr("waits for PostgreSQL");
        }
    }
    return judgement.sentence;
}

ObjectState stateOf(const Snapshot &seen, const ObjectKey &key)
{
    ObjectState state{.key = key};
    const QJsonObject object = seen.object(key);
    const Judgement judgement = judge(object);
    state.health = judgement.health;
    state.ready = judgement.ready;
    state.wanted = judgement.wanted;
    state.since = timestampOf(object[u"metadata"][u"creationTimestamp"]);
    if (judgement.health != Health::Healthy && judgement.health != Health::Suspended) {
        state.why = whyAny({.seen = seen}, key);
        const Cause root = state.why.isEmpty() ? Cause::Starting : state.why.first().cause;
        for (const WhyStep &step : std::as_const(state.why)) {
            if (step.object != key && !step.object.isNull() && !state.waitsFor.contains(step.object)) {
                state.waitsFor.append(step.object);
            }
        }
        if (!mendsByItself(root)) {
            state.health = Health::Degraded;
        } else if (std::ranges::any_of(state.why, [](const WhyStep &step) {
                       return step.cause == Cause::WaitsForMigration || step.cause == Cause::WaitsForDatabase;
                   })) {
            state.health = Health::Waiting;
        }
    }
    state.sentence = sentenceOf(state.why, judgement);
    return state;
}

void appendWithOwned(QList<ObjectState> &states, const Snapshot &seen, ObjectState state, QSet<ObjectKey> &told)
{
    const ObjectKey key = state.key;
    const int depth = state.depth;
    states.append(std::move(state));
    if (depth >= kDeepest) {
        return;
    }
    QList<ObjectKey> owned = seen.ownedBy(key);
    if (key.kind == u"StatefulSet") {
        owned += claimsOf(seen, key);
    }
    for (const ObjectKey &one : owned) {
        if (told.contains(one) || isPast(seen, one)) {
            continue;
        }
        told.insert(one);
        ObjectState child = stateOf(seen, one);
        child.owner = key;
        child.depth = depth + 1;
        child.waved = states.last().waved;
        child.wave = states.last().wave;
        appendWithOwned(states, seen, std::move(child), told);
    }
}

/// An object that is not there: the waves before it come first.
void explainMissing(ObjectState &state, const QList<ObjectState> &tops)
{
    state.health = Health::Missing;
    state.sentence = Text::tr("not there yet");
    for (const ObjectState &other : tops) {
        if (!state.waved || !other.waved || other.wave >= state.wave || other.health == Health::Healthy
            || other.health == Health::Suspended) {
            continue;
        }
        state.health = Health::Waiting;
        state.sentence = Text::tr("waits for wave %1").arg(other.wave);
        state.waitsFor.append(other.key);
        if (state.why.isEmpty() || weight(other.why) > weight(state.why)) {
            state.why = other.why;
        }
    }
    if (state.health == Health::Waiting) {
        state.why.append(
            {.cause = Cause::WaitsForWave,
             .object = state.key,
             .title = Text::tr("%1 comes in wave %2, when the waves before it are healthy").arg(state.key.name).arg(state.wave),
             .detail = {},
             .remedy = {}});
    }
}

} // namespace

Standing standingOf(const Snapshot &seen, const Scope &scope)
{
    Standing standing;
    const Roots roots = rootsOf(seen, scope);
    QList<ObjectState> tops;
    for (auto at = roots.cbegin(); at != roots.cend(); ++at) {
        ObjectState state
            = seen.has(at.key()) ? stateOf(seen, at.key()) : ObjectState{.key = at.key(), .health = Health::Missing};
        if (state.health == Health::Missing && at->synced && isBeyondUs(at.key())) {
            state.health = Health::Healthy;
            state.sentence = Text::tr("synced by Argo CD");
        }
        state.waved = at->waved;
        state.wave = at->wave;
        tops.append(std::move(state));
    }
    std::ranges::stable_sort(tops, [](const ObjectState &left, const ObjectState &right) {
        return std::tie(left.waved, left.wave, left.key.kind, left.key.name)
            < std::tie(right.waved, right.wave, right.key.kind, right.key.name);
    });
    QSet<ObjectKey> told;
    for (ObjectState &state : tops) {
        told.insert(state.key);
        if (state.health == Health::Missing) {
            explainMissing(state, tops);
        }
        standing.healthy += state.health == Health::Healthy || state.health == Health::Suspended;
        if (weight(state.why) == 3 && standing.cause.isEmpty()) {
            standing.cause = state.why;
        }
    }
    standing.total = int(tops.size());
    for (ObjectState &state : tops) {
        appendWithOwned(standing.objects, seen, std::move(state), told);
    }
    return standing;
}

const QList<std::pair<QString, QString>> &lookedAtKinds()
{
    static const QList<std::pair<QString, QString>> kKinds{
        {{}, u"Pod"_s},
        {{}, u"Event"_s},
        {{}, u"Service"_s},
        {{}, u"ConfigMap"_s},
        {{}, u"ServiceAccount"_s},
        {{}, u"PersistentVolumeClaim"_s},
        {{}, u"Namespace"_s},
        {{}, u"Node"_s},
        {u"apps"_s, u"Deployment"_s},
        {u"apps"_s, u"ReplicaSet"_s},
        {u"apps"_s, u"StatefulSet"_s},
        {u"apps"_s, u"DaemonSet"_s},
        {u"batch"_s, u"Job"_s},
        {u"batch"_s, u"CronJob"_s},
        {u"autoscaling"_s, u"HorizontalPodAutoscaler"_s},
        {u"policy"_s, u"PodDisruptionBudget"_s},
        {u"networking.k8s.io"_s, u"NetworkPolicy"_s},
        {u"networking.k8s.io"_s, u"Ingress"_s},
        {u"gateway.networking.k8s.io"_s, u"HTTPRoute"_s},
        {u"gateway.networking.k8s.io"_s, u"ReferenceGrant"_s},
        {u"scheduling.k8s.io"_s, u"PriorityClass"_s},
        {u"discovery.k8s.io"_s, u"EndpointSlice"_s},
        {u"cert-manager.io"_s, u"Certificate"_s},
        {u"cert-manager.io"_s, u"CertificateRequest"_s},
        {u"cert-manager.io"_s, u"Issuer"_s},
        {u"cert-manager.io"_s, u"ClusterIssuer"_s},
        {u"argoproj.io"_s, u"Application"_s},
    };
    return kKinds;
}

} // namespace sentinel::deploy
