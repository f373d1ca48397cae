// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/CronJobs.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/CronSchedule.h"
#include "core/sandbox/workloads/Deletion.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"cronjob-controller"_s;

bool isOver(const QJsonObject &job)
{
    return isTrue(job, u"Complete") || isTrue(job, u"Failed");
}

QJsonObject referenceTo(const QJsonObject &job)
{
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"name"_s, nameOf(job)},
            {u"namespace"_s, namespaceOf(job)},
            {u"uid"_s, uidOf(job)}};
}

} // namespace

CronJobs::CronJobs(World &world)
    : Controller(world)
{
    lookAtAll(kinds::cronJob());
}

void CronJobs::observe(const Change &change)
{
    if (change.type == &kinds::cronJob()) {
        look(change.object);
    } else if (change.type == &kinds::job()) {
        lookAtOwner(change, u"CronJob");
    }
}

std::optional<CronJobs::Times> CronJobs::timesOf(const QJsonObject &cron)
{
    const QString text = textAt(cron, {u"spec", u"schedule"});
    const auto schedule = CronSchedule::parse(text);
    if (!schedule) {
        m_world.events.warning(cron, kComponent, u"UnparseableSchedule"_s, u"unparseable schedule: \"%1\""_s.arg(text.left(80)));
        return {};
    }
    const QString zoneName = textAt(cron, {u"spec", u"timeZone"});
    const QTimeZone zone = zoneName.isEmpty() ? QTimeZone::utc() : QTimeZone(zoneName.toUtf8());
    if (!zone.isValid()) {
        m_world.events.warning(cron, kComponent, u"UnknownTimeZone"_s,
                               u"invalid timeZone: \"%1\": unknown time zone %1"_s.arg(zoneName.left(80)));
        return {};
    }
    const QDateTime now = m_world.now();
    QDateTime from = timeAt(cron, {u"status", u"lastScheduleTime"});
    if (!from.isValid()) {
        from = timeAt(cron, {u"metadata", u"creationTimestamp"});
    }
    if (hasAt(cron, {u"spec", u"startingDeadlineSeconds"})) {
        from = std::max(from, now.addSecs(-numberAt(cron, {u"spec", u"startingDeadlineSeconds"})));
    }
    Times times;
    QDateTime at = schedule->next(from.toTimeZone(zone));
    // Of the times missed only the last one counts; after a long sleep of the machine there may be many.
    for (int missed = 0; at.isValid() && at <= now; ++missed) {
        times.due = at;
        at = missed < 1000 ? schedule->next(at) : schedule->next(now.toTimeZone(zone));
    }
    times.next = at;
    return times;
}

void CronJobs::reconcile(const Key &key)
{
    const auto cron = m_world.store.find(kinds::cronJob(), key.ns, key.name);
    if (!cron || isDeleting(*cron)) {
        return;
    }
    trimHistory(*cron);
    report(*cron, {});
    if (flagAt(*cron, {u"spec", u"suspend"})) {
        return;
    }
    const auto times = timesOf(*cron);
    if (!times) {
        return;
    }
    if (times->due.isValid()) {
        run(*m_world.store.find(kinds::cronJob(), key.ns, key.name), times->due);
    }
    if (times->next.isValid()) {
        lookLater(key, Duration(m_world.now().msecsTo(times->next)));
    }
}

void CronJobs::run(const QJsonObject &cron, const QDateTime &due)
{
    const QString policy = textAt(cron, {u"spec", u"concurrencyPolicy"});
    QList<QJsonObject> active = controlledBy(m_world.store, kinds::job(), cron);
    active.removeIf(isOver);
    if (!active.isEmpty() && policy == u"Forbid") {
        m_world.events.normal(cron, kComponent, u"JobAlreadyActive"_s,
                              u"Not starting job because prior execution is running and concurrency policy is Forbid"_s);
        return; // looked at again when that one is over
    }
    if (policy == u"Replace") {
        for (const QJsonObject &job : std::as_const(active)) {
            m_world.events.normal(cron, kComponent, u"SuccessfulDelete"_s, u"Deleted job "_s + nameOf(job));
            static_cast<void>(beginDeletion(m_world.store, kinds::job(), namespaceOf(job), nameOf(job)));
        }
    }
    const QJsonObject jobTemplate = objectAt(cron, {u"spec", u"jobTemplate"});
    QJsonObject metadata{{u"name"_s, nameOf(cron) + u'-' + QString::number(due.toSecsSinceEpoch() / 60)},
                         {u"namespace"_s, namespaceOf(cron)},
                         {u"ownerReferences"_s, QJsonArray{controllerReference(cron)}}};
    if (hasAt(jobTemplate, {u"metadata", u"labels"})) {
        metadata.insert(u"labels", valueAt(jobTemplate, {u"metadata", u"labels"}));
    }
    QJsonObject annotations = objectAt(jobTemplate, {u"metadata", u"annotations"});
    annotations.insert(u"batch.kubernetes.io/cronjob-scheduled-timestamp", timestamp(due));
    metadata.insert(u"annotations", annotations);
    const auto made = m_world.store.create(kinds::job(), {{u"metadata"_s, metadata}, {u"spec"_s, jobTemplate.value(u"spec")}});
    if (made) {
        m_world.events.normal(cron, kComponent, u"SuccessfulCreate"_s, u"Created job "_s + nameOf(*made));
    } else if (made.error().kind != Error::Kind::Conflict) {
        m_world.events.warning(cron, kComponent, u"FailedCreate"_s, u"Error creating job: "_s + made.error().detail);
        return;
    }
    report(cron, due);
}

void CronJobs::report(const QJsonObject &cron, const QDateTime &ran)
{
    QJsonObject status = objectAt(cron, {u"status"});
    const QJsonArray before = status.value(u"active").toArray();
    QJsonArray active;
    for (const QJsonObject &job : controlledBy(m_world.store, kinds::job(), cron)) {
        if (!isOver(job)) {
            active.append(referenceTo(job));
            continue;
        }
        const bool wasActive = std::ranges::any_of(
            before, [&](const QJsonValue &each) { return each.toObject().value(u"uid").toString() == uidOf(job); });
        const bool isComplete = isTrue(job, u"Complete");
        if (wasActive) {
            m_world.events.normal(
                cron, kComponent, u"SawCompletedJob"_s,
                u"Saw completed job: %1, condition: %2"_s.arg(nameOf(job), isComplete ? u"Complete"_s : u"Failed"_s));
        }
        const QString ended = textAt(job, {u"status", u"completionTime"});
        if (isComplete && ended > status.value(u"lastSuccessfulTime").toString()) {
            status.insert(u"lastSuccessfulTime", ended);
        }
    }
    active.isEmpty() ? status.remove(u"active"_s) : static_cast<void>(status.insert(u"active", active));
    if (ran.isValid()) {
        status.insert(u"lastScheduleTime", timestamp(ran));
    }
    writeStatus(kinds::cronJob(), cron, status);
}

void CronJobs::trimHistory(const QJsonObject &cron)
{
    QList<QJsonObject> jobs = controlledBy(m_world.store, kinds::job(), cron);
    std::ranges::stable_sort(jobs, {}, [](const QJsonObject &each) { return textAt(each, {u"metadata", u"creationTimestamp"}); });
    const std::pair<QStringView, qint64> limits[] = {
        {u"Complete", numberAt(cron, {u"spec", u"successfulJobsHistoryLimit"}, 3)},
        {u"Failed", numberAt(cron, {u"spec", u"failedJobsHistoryLimit"}, 1)},
    };
    for (const auto &[type, limit] : limits) {
        const auto counts = [&](const QJsonObject &each) { return isTrue(each, type); };
        qint64 surplus = std::ranges::count_if(jobs, counts) - limit;
        for (const QJsonObject &job : std::as_const(jobs)) {
            if (surplus > 0 && counts(job)) {
                static_cast<void>(beginDeletion(m_world.store, kinds::job(), namespaceOf(job), nameOf(job)));
                --surplus;
            }
        }
    }
}

} // namespace sentinel::sandbox
