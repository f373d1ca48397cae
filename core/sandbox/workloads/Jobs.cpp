// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Jobs.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"job-controller"_s;
const auto kIndex = u"batch.kubernetes.io/job-completion-index"_s;

bool isIndexed(const QJsonObject &job)
{
    return textAt(job, {u"spec", u"completionMode"}) == u"Indexed";
}

bool isOver(const QJsonObject &job)
{
    return isTrue(job, u"Complete") || isTrue(job, u"Failed");
}

int indexOf(const QJsonObject &pod)
{
    return textAt(pod, {u"metadata", u"annotations", kIndex}).toInt();
}

/// "0-2,5": how the status writes the indexes that are done.
QString rangesOf(const QSet<int> &indexes)
{
    QList<int> sorted = indexes.values();
    std::ranges::sort(sorted);
    QStringList parts;
    for (qsizetype first = 0; first < sorted.size();) {
        qsizetype last = first;
        while (last + 1 < sorted.size() && sorted.at(last + 1) == sorted.at(last) + 1) {
            ++last;
        }
        parts.append(last == first ? QString::number(sorted.at(first)) : u"%1-%2"_s.arg(sorted.at(first)).arg(sorted.at(last)));
        first = last + 1;
    }
    return parts.join(u',');
}

int restartsOf(const QList<QJsonObject> &pods)
{
    int restarts = 0;
    for (const QJsonObject &pod : pods) {
        for (const QJsonValue &each : listAt(pod, {u"status", u"containerStatuses"})) {
            restarts += each.toObject().value(u"restartCount").toInt();
        }
    }
    return restarts;
}

} // namespace

Jobs::Jobs(World &world)
    : Controller(world)
{
    lookAtAll(kinds::job());
}

void Jobs::observe(const Change &change)
{
    if (change.type == &kinds::job()) {
        if (change.kind == Change::Kind::Deleted) {
            m_tallies.remove(uidOf(change.object));
        }
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        if (change.kind == Change::Kind::Deleted) {
            countLost(change.object);
        }
        lookAtOwner(change, u"Job");
    } else if (change.type == &kinds::serviceAccount()) {
        lookAtAll(kinds::job(), namespaceOf(change.object));
    }
}

Jobs::Look Jobs::lookAtJob(const QJsonObject &job)
{
    Tally &tally = m_tallies[uidOf(job)];
    Look now{.job = job,
             .active = {},
             .tally = {},
             .parallelism = static_cast<int>(numberAt(job, {u"spec", u"parallelism"}, 1)),
             .completions = {}};
    if (hasAt(job, {u"spec", u"completions"}) || !hasAt(job, {u"spec", u"parallelism"})) {
        now.completions = static_cast<int>(numberAt(job, {u"spec", u"completions"}, 1));
    }
    for (const QJsonObject &pod : controlledBy(m_world.store, kinds::pod(), job)) {
        if (isActive(pod)) {
            now.active.append(pod);
            continue;
        }
        // A pod that is being deleted before it was through counts as failed, once it is over.
        if (!isFinished(pod) || tally.counted.contains(uidOf(pod)) || m_stopped.contains(uidOf(pod))) {
            continue;
        }
        tally.counted.insert(uidOf(pod));
        if (phaseOf(pod) == u"Succeeded") {
            ++tally.succeeded;
            tally.indexes.insert(indexOf(pod));
        } else {
            ++tally.failed;
            tally.lastFailure = m_world.now();
        }
    }
    now.tally = tally;
    return now;
}

/// A pod that was taken away before it was through is a failure, unless it was stopped on purpose.
void Jobs::countLost(const QJsonObject &pod)
{
    const auto tally = m_tallies.find(controllerOf(pod).value(u"uid").toString());
    if (m_stopped.remove(uidOf(pod)) || tally == m_tallies.end() || tally->counted.contains(uidOf(pod))) {
        return;
    }
    tally->counted.insert(uidOf(pod));
    if (phaseOf(pod) == u"Succeeded") {
        ++tally->succeeded;
        tally->indexes.insert(indexOf(pod));
    } else {
        ++tally->failed;
        tally->lastFailure = m_world.now();
    }
}

/// The selector and labels that the API server gives a job at its creation; pods are found by them.
void Jobs::introduce(const QJsonObject &job)
{
    m_world.store.change(
        kinds::job(), namespaceOf(job), nameOf(job),
        [&](QJsonObject &object) {
            if (!hasAt(object, {u"spec", u"selector"})) {
                put(object, {u"spec", u"selector", u"matchLabels", u"batch.kubernetes.io/controller-uid"}, uidOf(object));
            }
            for (const QString &prefix : {QString(), u"batch.kubernetes.io/"_s}) {
                put(object, {u"spec", u"template", u"metadata", u"labels", QString(prefix + u"controller-uid"_s)}, uidOf(object));
                put(object, {u"spec", u"template", u"metadata", u"labels", QString(prefix + u"job-name"_s)}, nameOf(object));
            }
            return true;
        },
        Store::Half::Both);
}

void Jobs::reconcile(const Key &key)
{
    auto job = m_world.store.find(kinds::job(), key.ns, key.name);
    if (!job || isDeleting(*job)) {
        return;
    }
    if (isOver(*job)) {
        expire(*job);
        const Look now = lookAtJob(*job);
        if (numberAt(*job, {u"status", u"active"}) != now.active.size()) {
            report(now, listAt(*job, {u"status", u"conditions"}), true);
        }
        return;
    }
    introduce(*job);
    job = m_world.store.find(kinds::job(), key.ns, key.name);
    Look now = lookAtJob(*job);
    QString message;
    const QString failure = failureOf(now, message);
    if (!failure.isEmpty()) {
        finish(now, false, failure, message);
        return;
    }
    // Without `completions` one success is enough, once no other pod works any more.
    const bool isDone
        = now.completions ? now.tally.succeeded >= *now.completions : now.tally.succeeded > 0 && now.active.isEmpty();
    if (isDone) {
        finish(now, true, u"CompletionsReached"_s, u"Reached expected number of succeeded pods"_s);
        return;
    }
    QJsonArray conditions = listAt(*job, {u"status", u"conditions"});
    const bool isSuspended = flagAt(*job, {u"spec", u"suspend"});
    if (isSuspended) {
        stopPods(now);
    } else {
        start(now);
    }
    if (isSuspended || !conditionOf(*job, u"Suspended").isEmpty()) {
        conditions = withCondition(conditions,
                                   {{u"type"_s, u"Suspended"_s},
                                    {u"status"_s, isSuspended ? u"True"_s : u"False"_s},
                                    {u"reason"_s, isSuspended ? u"JobSuspended"_s : u"JobResumed"_s},
                                    {u"message"_s, isSuspended ? u"Job suspended"_s : u"Job resumed"_s}},
                                   m_world.now());
    }
    now = lookAtJob(*job);
    report(now, conditions, false);
}

QString Jobs::failureOf(const Look &now, QString &message)
{
    const qint64 deadline = numberAt(now.job, {u"spec", u"activeDeadlineSeconds"});
    const QDateTime started = timeAt(now.job, {u"status", u"startTime"});
    if (deadline > 0 && started.isValid()) {
        const Duration left(m_world.now().msecsTo(started.addSecs(deadline)));
        if (left <= Duration::zero()) {
            message = u"Job was active longer than specified deadline"_s;
            return u"DeadlineExceeded"_s;
        }
        lookLater({.ns = namespaceOf(now.job), .name = nameOf(now.job)}, left);
    }
    const int limit = static_cast<int>(numberAt(now.job, {u"spec", u"backoffLimit"}, 6));
    const bool restartsInPlace = textAt(now.job, {u"spec", u"template", u"spec", u"restartPolicy"}) == u"OnFailure";
    const int restarts = restartsInPlace ? restartsOf(now.active) : 0;
    if (now.tally.failed > limit || (restarts > 0 && restarts >= limit)) {
        message = u"Job has reached the specified backoff limit"_s;
        return u"BackoffLimitExceeded"_s;
    }
    return {};
}

QJsonObject Jobs::podFor(const Look &now, const QSet<int> &taken) const
{
    QJsonObject pod = podOf(objectAt(now.job, {u"spec", u"template"}), now.job, nameOf(now.job) + u'-');
    if (!isIndexed(now.job)) {
        return pod;
    }
    int index = 0;
    while (taken.contains(index)) {
        ++index;
    }
    put(pod, {u"metadata", u"annotations", kIndex}, QString::number(index));
    put(pod, {u"metadata", u"labels", kIndex}, QString::number(index));
    put(pod, {u"metadata", u"generateName"}, nameOf(now.job) + u'-' + QString::number(index) + u'-');
    return pod;
}

void Jobs::start(const Look &now)
{
    int wanted = now.parallelism;
    if (now.completions) {
        wanted = std::min(wanted, *now.completions - now.tally.succeeded);
    } else if (now.tally.succeeded > 0) {
        wanted = static_cast<int>(now.active.size()); // those that work go on, none is added
    }
    QSet<int> taken = now.tally.indexes;
    for (const QJsonObject &pod : now.active) {
        taken.insert(indexOf(pod));
    }
    const Key key{.ns = namespaceOf(now.job), .name = nameOf(now.job)};
    for (auto count = now.active.size(); count > wanted; --count) {
        m_stopped.insert(uidOf(now.active.at(count - 1)));
        deletePod(m_world, now.job, kComponent, now.active.at(count - 1));
    }
    if (now.tally.failed > 0 && now.active.size() < wanted) {
        // 10 s, doubled with each failure, six minutes at most.
        const qint64 pause = std::min<qint64>(10LL << std::min(now.tally.failed - 1, 6), 360);
        const Duration left(m_world.now().msecsTo(now.tally.lastFailure.addSecs(pause)));
        if (left > Duration::zero()) {
            lookLater(key, left);
            return;
        }
    }
    for (auto count = now.active.size(); count < wanted; ++count) {
        const QJsonObject pod = podFor(now, taken);
        taken.insert(indexOf(pod));
        if (!createPod(m_world, now.job, kComponent, pod)) {
            lookLater(key, std::chrono::seconds(10));
            return;
        }
    }
}

void Jobs::stopPods(const Look &now)
{
    for (const QJsonObject &pod : now.active) {
        m_stopped.insert(uidOf(pod));
        deletePod(m_world, now.job, kComponent, pod);
    }
}

void Jobs::finish(const Look &now, bool isComplete, const QString &reason, const QString &message)
{
    stopPods(now);
    QJsonArray conditions = listAt(now.job, {u"status", u"conditions"});
    // First that it is decided, then that the pods are through: two conditions since Kubernetes 1.31.
    for (const QString &type :
         {isComplete ? u"SuccessCriteriaMet"_s : u"FailureTarget"_s, isComplete ? u"Complete"_s : u"Failed"_s}) {
        QJsonObject condition{{u"type"_s, type},
                              {u"status"_s, u"True"_s},
                              {u"reason"_s, reason},
                              {u"message"_s, message},
                              {u"lastProbeTime"_s, timestamp(m_world.now())}};
        conditions = withCondition(conditions, condition, m_world.now());
    }
    report(now, conditions, true);
    if (isComplete) {
        m_world.events.normal(now.job, kComponent, u"Completed"_s, u"Job completed"_s);
    } else {
        m_world.events.warning(now.job, kComponent, reason, message);
    }
}

void Jobs::report(const Look &now, const QJsonArray &conditions, bool isDecided)
{
    QJsonObject status = objectAt(now.job, {u"status"});
    const bool isSuspended = flagAt(now.job, {u"spec", u"suspend"});
    if (!status.contains(u"startTime") && !isSuspended) {
        status.insert(u"startTime", timestamp(m_world.now()));
        const qint64 deadline = numberAt(now.job, {u"spec", u"activeDeadlineSeconds"});
        if (deadline > 0) {
            lookLater({.ns = namespaceOf(now.job), .name = nameOf(now.job)}, std::chrono::seconds(deadline));
        }
    }
    const auto insert = [&](const QString &field, qsizetype count) {
        count > 0 ? static_cast<void>(status.insert(field, count)) : status.remove(field);
    };
    insert(u"active"_s, isDecided ? 0 : now.active.size());
    insert(u"succeeded"_s, now.tally.succeeded);
    insert(u"failed"_s, now.tally.failed);
    status.insert(u"ready", isDecided ? 0 : std::ranges::count_if(now.active, isReady));
    status.insert(u"terminating", 0);
    status.insert(u"uncountedTerminatedPods", QJsonObject());
    if (isIndexed(now.job) && !now.tally.indexes.isEmpty()) {
        status.insert(u"completedIndexes", rangesOf(now.tally.indexes));
    }
    if (!conditions.isEmpty()) {
        status.insert(u"conditions", conditions);
    }
    const bool isComplete = std::ranges::any_of(
        conditions, [](const QJsonValue &each) { return each.toObject().value(u"type").toString() == u"Complete"; });
    if (isComplete && !status.contains(u"completionTime")) {
        status.insert(u"completionTime", timestamp(m_world.now()));
    }
    writeStatus(kinds::job(), now.job, status);
}

void Jobs::expire(const QJsonObject &job)
{
    if (!hasAt(job, {u"spec", u"ttlSecondsAfterFinished"})) {
        return;
    }
    const QJsonObject end = conditionOf(job, isTrue(job, u"Complete") ? u"Complete" : u"Failed");
    const QDateTime over = timeAt(end, {u"lastTransitionTime"});
    const Duration left(m_world.now().msecsTo(over.addSecs(numberAt(job, {u"spec", u"ttlSecondsAfterFinished"}))));
    if (left > Duration::zero()) {
        lookLater({.ns = namespaceOf(job), .name = nameOf(job)}, left);
        return;
    }
    static_cast<void>(beginDeletion(m_world.store, kinds::job(), namespaceOf(job), nameOf(job)));
}

} // namespace sentinel::sandbox
