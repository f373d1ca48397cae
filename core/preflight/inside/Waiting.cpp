// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/Waiting.h"

#include "core/preflight/Json.h"
#include "core/preflight/inside/Objects.h"

#include <QCoreApplication>
#include <QObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Take = std::function<void(const kube::Object &)>;

/// What is known of the Jobs while they are watched.
struct Watching
{
    QString operation;
    QList<JobEnd> jobs;
    QList<bool> over; ///< by job: nothing more will come
    std::function<void(QString)> tell;
    CancelSource stop;
    QObject context; ///< of the timer

    JobEnd *find(const QString &ns, const QString &name)
    {
        const auto found = std::ranges::find_if(jobs, [&](const JobEnd &job) { return job.ns == ns && job.job == name; });
        return found == jobs.end() ? nullptr : &*found;
    }
    void end(const JobEnd *job)
    {
        const qsizetype at = job - jobs.constData();
        if (over[at]) {
            return;
        }
        over[at] = true;
        const qsizetype done = std::ranges::count(over, true);
        tell(Text::tr("%1 of %2 pods have looked.").arg(done).arg(jobs.size()));
        if (done == jobs.size()) {
            stop.cancel();
        }
    }
    void giveUp(const QString &why)
    {
        for (qsizetype at = 0; at < jobs.size(); ++at) {
            if (!over[at] && jobs[at].trouble.isEmpty()) {
                jobs[at].trouble = why;
            }
        }
        stop.cancel();
    }
};
using WatchingPtr = std::shared_ptr<Watching>;

/// The container cannot be started, and will not by waiting.
bool isHopeless(const QString &reason)
{
    static const QStringList reasons{u"ImagePullBackOff"_s,           u"InvalidImageName"_s,     u"ErrImageNeverPull"_s,
                                     u"CreateContainerConfigError"_s, u"CreateContainerError"_s, u"RunContainerError"_s};
    return reasons.contains(reason);
}

void takePod(const WatchingPtr &watching, const kube::Object &pod)
{
    const Labels labels = labelsOf(pod[u"metadata"][u"labels"]);
    JobEnd *job = watching->find(spaceOf(pod), labels.value(u"batch.kubernetes.io/job-name"_s, labels.value(u"job-name"_s)));
    if (labels.value(kOperationLabel) != watching->operation || !job) {
        return;
    }
    job->pod = nameOf(pod);
    const QJsonObject status = pod[u"status"].toObject();
    const QString phase = status[u"phase"].toString();
    if (phase == "Succeeded"_L1 || phase == "Failed"_L1) {
        job->ended = true;
        job->trouble
            = phase == "Failed"_L1 ? Text::tr("The pod failed. %1").arg(plainLine(status[u"message"].toString())) : QString();
        watching->end(job);
        return;
    }
    const QJsonArray conditions = status[u"conditions"].toArray();
    for (const QJsonValue &each : conditions) {
        if (each[u"type"].toString() == "PodScheduled"_L1 && each[u"status"].toString() == "False"_L1) {
            job->trouble = Text::tr("No node takes the pod: %1").arg(plainLine(each[u"message"].toString()));
        }
    }
    const QJsonArray containers = status[u"containerStatuses"].toArray();
    for (const QJsonValue &each : containers) {
        const QJsonObject waits = each[u"state"][u"waiting"].toObject();
        if (!waits.isEmpty()) {
            job->trouble = Text::tr("The pod does not start: %1 %2")
                               .arg(plainLine(waits[u"reason"].toString()), plainLine(waits[u"message"].toString()));
        }
        if (isHopeless(waits[u"reason"].toString())) {
            watching->end(job);
            return;
        }
    }
}

void takeJob(const WatchingPtr &watching, const kube::Object &object)
{
    JobEnd *job = watching->find(spaceOf(object), nameOf(object));
    const QJsonArray conditions = object[u"status"][u"conditions"].toArray();
    for (const QJsonValue &each : conditions) {
        const QString type = each[u"type"].toString();
        const bool good = type == "Complete"_L1;
        if (!job || each[u"status"].toString() != "True"_L1 || (!good && type != "Failed"_L1)) {
            continue;
        }
        // A Job may be told of before the last word of its pod; the pod itself is known long since.
        job->ended = job->ended || (good && !job->pod.isEmpty());
        if (!good && job->trouble.isEmpty()) {
            job->trouble = plainLine(each[u"message"].toString());
        }
        watching->end(job);
    }
}

/// Why a Job makes no pod at all: a quota, Pod Security, a webhook.
void takeEvent(const WatchingPtr &watching, const kube::Object &event)
{
    const QJsonObject about = event[u"involvedObject"].toObject();
    JobEnd *job = watching->find(about[u"namespace"].toString(), about[u"name"].toString());
    if (job && about[u"kind"].toString() == "Job"_L1 && event[u"reason"].toString() == "FailedCreate"_L1) {
        job->trouble = plainLine(event[u"message"].toString());
        watching->end(job);
    }
}

[[nodiscard]] Async<void> watchKind(LookPtr look, WatchingPtr watching, kube::ResourceType type, kube::ListOptions options,
                                    Take take, bool matters)
{
    const auto ended = co_await look->services.api->watch(
        type, options,
        [take](const kube::WatchEvent &event) {
            std::ranges::for_each(event.objects, take);
            if (event.type == kube::WatchEvent::Type::Added || event.type == kube::WatchEvent::Type::Modified) {
                take(event.object);
            }
        },
        watching->stop.token());
    if (!ended && matters && ended.error().kind != Error::Kind::Cancelled) {
        watching->giveUp(plainLine(ended.error().detail));
    }
    co_return {};
}

} // namespace

Async<QList<JobEnd>> awaitJobs(LookPtr look, QList<JobEnd> jobs, CancelToken cancel)
{
    const auto watching = std::make_shared<Watching>();
    watching->operation = look->id();
    watching->over = QList<bool>(jobs.size(), false);
    watching->jobs = std::move(jobs);
    watching->tell = look->tell;
    const auto registration = cancel.onCancel([watching] { watching->giveUp(Text::tr("stopped")); });
    look->services.clock->after(look->services.patience, &watching->context,
                                [watching] { watching->giveUp(Text::tr("The pod did not end in time.")); });
    const QString label = u"%1=%2"_s.arg(kOperationLabel, look->id());
    const kube::ResourceType pods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};
    const kube::ResourceType batch{.group = u"batch"_s, .version = u"v1"_s, .kind = u"Job"_s, .plural = u"jobs"_s};
    const kube::ResourceType events{.group = {}, .version = u"v1"_s, .kind = u"Event"_s, .plural = u"events"_s};
    QStringList spaces;
    std::vector<Async<void>> flows;
    for (const JobEnd &job : std::as_const(watching->jobs)) {
        if (spaces.contains(job.ns)) {
            continue;
        }
        spaces.append(job.ns);
        const auto to = [watching](void (*take)(const WatchingPtr &, const kube::Object &)) {
            return [watching, take](const kube::Object &object) { take(watching, object); };
        };
        // Pods before Jobs, so that a Job that is done has its pod.
        flows.push_back(watchKind(look, watching, pods, {.ns = job.ns, .labelSelector = label}, to(takePod), true));
        flows.push_back(watchKind(look, watching, batch, {.ns = job.ns, .labelSelector = label}, to(takeJob), true));
        flows.push_back(
            watchKind(look, watching, events, {.ns = job.ns, .fieldSelector = u"reason=FailedCreate"_s}, to(takeEvent), false));
    }
    for (auto &flow : flows) {
        std::ignore = co_await std::move(flow);
    }
    co_return watching->jobs;
}

} // namespace sentinel::preflight
