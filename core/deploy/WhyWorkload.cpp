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

/// The chain of the worst object that belongs to `key`.
QList<WhyStep> worstOwned(const Looking &looking, const ObjectKey &key)
{
    QList<WhyStep> worst;
    const QList<ObjectKey> owned = looking.seen.ownedBy(key);
    for (const ObjectKey &one : owned) {
        QList<WhyStep> chain = whyAny(looking, one);
        if (weight(chain) > weight(worst)) {
            worst = std::move(chain);
        }
    }
    return worst;
}

QString createProblem(const Looking &looking, const ObjectKey &key)
{
    const Condition failure = conditionOf(looking.seen.object(key), u"ReplicaFailure");
    return failure.isTrue() ? failure.message : eventMessage(looking.seen, key, {u"FailedCreate"_s});
}

WhyStep passesOn(const Looking &looking, const ObjectKey &key)
{
    const QJsonObject object = looking.seen.object(key);
    const Condition progress = conditionOf(object, u"Progressing");
    if (progress.reason == u"ProgressDeadlineExceeded") {
        return {.cause = Cause::DeadlineExceeded,
                .object = key,
                .title = Text::tr("%1 made no progress for too long").arg(key.name),
                .detail = Text::tr("Kubernetes gave up on this rollout; it goes on when its pods become ready."),
                .remedy = {}};
    }
    return {.cause = Cause::WaitsForPods,
            .object = key,
            .title = Text::tr("%1 waits for its pods").arg(key.name),
            .detail = judge(object).sentence,
            .remedy = {}};
}

bool isMigration(const QJsonObject &object)
{
    return componentOf(object) == u"migration";
}

WhyStep failedJob(const ObjectKey &key, const QJsonObject &job, const QString &message)
{
    const QJsonValue annotations = job[u"metadata"][u"annotations"];
    const bool hook = annotations[u"argocd.argoproj.io/hook"].isString() || annotations[u"helm.sh/hook"].isString();
    if (isMigration(job)) {
        return {.cause = Cause::MigrationFailed,
                .object = key,
                .title = Text::tr("The migration of the database schema failed"),
                .detail = message,
                .remedy
                = Text::tr("Read its log: kubectl -n %1 logs job/%2. Nothing of the new version starts before it is through.")
                      .arg(key.ns, key.name)};
    }
    return {.cause = hook ? Cause::HookFailed : Cause::JobFailed,
            .object = key,
            .title = hook ? Text::tr("The hook %1 failed").arg(key.name) : Text::tr("The job %1 failed").arg(key.name),
            .detail = message,
            .remedy = Text::tr("Read its log: kubectl -n %1 logs job/%2").arg(key.ns, key.name)};
}

/// The object of `kind` in the pod's namespace that carries the component's label.
ObjectKey component(const Looking &looking, const QString &ns, const QString &group, const QString &kind, const QString &name)
{
    ObjectKey found;
    const QList<ObjectKey> keys = looking.seen.keys(group, kind);
    for (const ObjectKey &key : keys) {
        if (key.ns == ns && componentOf(looking.seen.object(key)) == name) {
            found = key; // the last by name: of several migrations the newest version
        }
    }
    return found;
}

} // namespace

WhyStep refusal(const ObjectKey &key, const QString &message)
{
    const bool quota = mentions(message, {u"exceeded quota"_s, u"LimitRange"_s, u"maximum "_s, u"minimum "_s});
    return {.cause = quota ? Cause::Quota : Cause::Refused,
            .object = key,
            .title = quota ? Text::tr("A quota of the namespace leaves no room for the pods of %1").arg(key.name)
                           : Text::tr("The cluster refuses the pods of %1").arg(key.name),
            .detail = message,
            .remedy = quota ? Text::tr("Raise the ResourceQuota of the namespace %1.").arg(key.ns)
                            : Text::tr("The sentence above names the rule; it is a policy of the cluster.")};
}

QList<WhyStep> whyWorkload(const Looking &looking, const ObjectKey &key)
{
    QList<WhyStep> chain = worstOwned(looking, key);
    if (weight(chain) < 3) {
        if (const QString problem = createProblem(looking, key); !problem.isEmpty()) {
            chain = {refusal(key, problem)};
        }
    }
    if (chain.isEmpty()) {
        return {};
    }
    // A ReplicaSet adds nothing a person needs: the Deployment says it.
    if (key.kind != u"ReplicaSet" && chain.last().object != key) {
        chain.append(passesOn(looking, key));
    }
    return chain;
}

QList<WhyStep> whyJob(const Looking &looking, const ObjectKey &key)
{
    const QJsonObject job = looking.seen.object(key);
    const Condition failed = conditionOf(job, u"Failed");
    QList<WhyStep> chain = worstOwned(looking, key);
    if (failed.isTrue()) {
        WhyStep step = failedJob(key, job, failed.message.isEmpty() ? failed.reason : failed.message);
        // The job is the root: its pods are attempts. The last attempt has the proof.
        if (!chain.isEmpty() && !mendsByItself(chain.first().cause)) {
            step.detail = chain.first().detail;
        }
        return {step};
    }
    if (chain.isEmpty()) {
        const QString problem = createProblem(looking, key);
        return problem.isEmpty() ? QList<WhyStep>() : QList<WhyStep>{refusal(key, problem)};
    }
    chain.append({.cause = Cause::WaitsForPods,
                  .object = key,
                  .title = isMigration(job) ? Text::tr("The migration of the database schema is not through")
                                            : Text::tr("The job %1 is not through").arg(key.name),
                  .detail = judge(job).sentence,
                  .remedy = {}});
    return chain;
}

QList<WhyStep> whyDependency(const Looking &looking, const ObjectKey &pod)
{
    const QString role = componentOf(looking.seen.object(pod));
    if (role != u"backend" && role != u"worker" && role != u"beat" && role != u"migration") {
        return {};
    }
    const ObjectKey database = component(looking, pod.ns, u"apps"_s, u"StatefulSet"_s, u"postgresql"_s);
    if (QList<WhyStep> chain = whyAny(looking, database); !chain.isEmpty()) {
        chain.append({.cause = Cause::WaitsForDatabase,
                      .object = pod,
                      .title = Text::tr("%1 waits for PostgreSQL").arg(pod.name),
                      .detail = {},
                      .remedy = {}});
        return chain;
    }
    if (role == u"migration") {
        return {};
    }
    const ObjectKey migration = component(looking, pod.ns, u"batch"_s, u"Job"_s, u"migration"_s);
    QList<WhyStep> chain = whyAny(looking, migration);
    if (!chain.isEmpty()) {
        chain.append({.cause = Cause::WaitsForMigration,
                      .object = pod,
                      .title = Text::tr("%1 waits for the migration of the database schema").arg(pod.name),
                      .detail = {},
                      .remedy = {}});
    }
    return chain;
}

} // namespace sentinel::deploy
