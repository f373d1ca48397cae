// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Conditions.h"
#include "core/deploy/HealthParts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

int number(const QJsonObject &object, QStringView half, QStringView field, int otherwise = 0)
{
    return object[half][field].toInt(otherwise);
}

/// The controller has not looked at what was written last.
bool isUnseen(const QJsonObject &object)
{
    return object[u"status"][u"observedGeneration"].toInteger() < object[u"metadata"][u"generation"].toInteger();
}

Judgement counted(int ready, int wanted, bool rolled)
{
    const bool done = rolled && ready >= wanted;
    return {.health = done ? Health::Healthy : Health::Progressing,
            .sentence = Text::tr("%1 of %2 ready").arg(ready).arg(wanted),
            .ready = ready,
            .wanted = wanted};
}

bool isReadyContainer(const QJsonValue &container)
{
    return container[u"ready"].toBool();
}

/// The word kubectl shows: the reason a container waits or ended, else the phase.
QString podWord(const QJsonObject &pod)
{
    for (const QString &list : {u"initContainerStatuses"_s, u"containerStatuses"_s}) {
        const QJsonArray statuses = pod[u"status"][list].toArray();
        for (const QJsonValue &status : statuses) {
            const QString waiting = status[u"state"][u"waiting"][u"reason"].toString();
            if (!waiting.isEmpty() && waiting != u"PodInitializing" && waiting != u"ContainerCreating") {
                return waiting;
            }
            const QJsonValue ended = status[u"state"][u"terminated"];
            if (ended.isObject() && ended[u"exitCode"].toInt() != 0) {
                return ended[u"reason"].toString(u"Error"_s);
            }
        }
    }
    return pod[u"status"][u"reason"].toString(pod[u"status"][u"phase"].toString(u"Pending"_s));
}

bool isTroubled(const QString &word)
{
    static const QStringList kFine{u"Pending"_s, u"Running"_s, u"Succeeded"_s, u"PodInitializing"_s, u"ContainerCreating"_s};
    return !kFine.contains(word);
}

} // namespace

Judgement judgeDeployment(const QJsonObject &deployment)
{
    const int wanted = number(deployment, u"spec", u"replicas", 1);
    const int updated = number(deployment, u"status", u"updatedReplicas");
    const int available = number(deployment, u"status", u"availableReplicas");
    const int all = number(deployment, u"status", u"replicas");
    // Ready for people are those of the present template; old pods that still serve are counted as available only.
    const int ready = std::min({updated, available, wanted});
    Judgement judgement = counted(ready, wanted, !isUnseen(deployment) && all <= updated);
    if (deployment[u"spec"][u"paused"].toBool()) {
        judgement.health = Health::Suspended;
        judgement.sentence = Text::tr("its rollout is paused");
    } else if (conditionOf(deployment, u"Progressing").reason == u"ProgressDeadlineExceeded"
               && judgement.health != Health::Healthy) {
        judgement.health = Health::Degraded;
    } else if (judgement.health == Health::Progressing && ready == wanted && all > updated) {
        judgement.sentence = Text::tr("old pods are ending");
    }
    return judgement;
}

Judgement judgeReplicaSet(const QJsonObject &set)
{
    return counted(number(set, u"status", u"readyReplicas"), number(set, u"spec", u"replicas", 1), !isUnseen(set));
}

Judgement judgeStatefulSet(const QJsonObject &set)
{
    const int wanted = number(set, u"spec", u"replicas", 1);
    const QString revision = set[u"status"][u"updateRevision"].toString();
    const bool rolling = set[u"spec"][u"updateStrategy"][u"type"].toString() != u"OnDelete" && !revision.isEmpty();
    const int partition = set[u"spec"][u"updateStrategy"][u"rollingUpdate"][u"partition"].toInt();
    const bool rolled = !rolling || set[u"status"][u"currentRevision"].toString() == revision
        || number(set, u"status", u"updatedReplicas") >= wanted - partition;
    return counted(number(set, u"status", u"readyReplicas"), wanted, !isUnseen(set) && rolled);
}

Judgement judgeDaemonSet(const QJsonObject &set)
{
    const int wanted = number(set, u"status", u"desiredNumberScheduled");
    return counted(number(set, u"status", u"numberAvailable"), wanted,
                   !isUnseen(set) && number(set, u"status", u"updatedNumberScheduled") >= wanted);
}

Judgement judgeJob(const QJsonObject &job)
{
    const int wanted = number(job, u"spec", u"completions", 1);
    const int done = number(job, u"status", u"succeeded");
    Judgement judgement{.health = Health::Progressing,
                        .sentence = number(job, u"status", u"active") > 0 ? Text::tr("runs") : Text::tr("has not begun"),
                        .ready = done,
                        .wanted = wanted};
    if (conditionOf(job, u"Complete").isTrue()) {
        judgement.health = Health::Healthy;
        judgement.sentence = Text::tr("completed");
    } else if (const Condition failed = conditionOf(job, u"Failed"); failed.isTrue()) {
        judgement.health = Health::Degraded;
        judgement.sentence = Text::tr("failed: %1").arg(failed.message.isEmpty() ? failed.reason : failed.message);
    } else if (job[u"spec"][u"suspend"].toBool()) {
        judgement.health = Health::Suspended;
        judgement.sentence = Text::tr("is suspended");
    } else if (const int failures = number(job, u"status", u"failed"); failures > 0) {
        judgement.sentence = Text::tr("tries again, %n attempt(s) failed", nullptr, failures);
    }
    return judgement;
}

Judgement judgeCronJob(const QJsonObject &job)
{
    if (job[u"spec"][u"suspend"].toBool()) {
        return {.health = Health::Suspended, .sentence = Text::tr("is suspended")};
    }
    return {.health = Health::Healthy, .sentence = Text::tr("runs at %1").arg(job[u"spec"][u"schedule"].toString())};
}

Judgement judgePod(const QJsonObject &pod)
{
    const QJsonArray containers = pod[u"status"][u"containerStatuses"].toArray();
    const int wanted = int(pod[u"spec"][u"containers"].toArray().size());
    const int ready = int(std::ranges::count_if(containers, isReadyContainer));
    const QString phase = pod[u"status"][u"phase"].toString();
    const QString word = podWord(pod);
    if (phase == u"Succeeded") {
        return {.health = Health::Healthy, .sentence = Text::tr("completed"), .ready = wanted, .wanted = wanted};
    }
    if (phase == u"Running" && conditionOf(pod, u"Ready").isTrue()) {
        return {.health = Health::Healthy, .sentence = Text::tr("ready"), .ready = ready, .wanted = wanted};
    }
    const bool troubled = phase == u"Failed" || isTroubled(word) || conditionOf(pod, u"PodScheduled").reason == u"Unschedulable";
    return {.health = troubled ? Health::Degraded : Health::Progressing,
            .sentence = phase == u"Running" && !troubled ? Text::tr("runs, not ready yet") : word,
            .ready = ready,
            .wanted = wanted};
}

Judgement judgeApplication(const QJsonObject &application)
{
    const QJsonValue status = application[u"status"];
    const QString health = status[u"health"][u"status"].toString();
    const QString sync = status[u"sync"][u"status"].toString();
    const QString phase = status[u"operationState"][u"phase"].toString();
    const QString message = status[u"operationState"][u"message"].toString();
    const bool running = application.contains(u"operation") || phase == u"Running" || phase == u"Terminating";
    if (running) {
        return {.health = Health::Progressing, .sentence = message.isEmpty() ? Text::tr("syncs") : message};
    }
    if (phase == u"Failed" || phase == u"Error") {
        return {.health = Health::Degraded, .sentence = message.isEmpty() ? Text::tr("its sync failed") : message};
    }
    if (health == u"Degraded") {
        return {.health = Health::Degraded, .sentence = status[u"health"][u"message"].toString(Text::tr("degraded"))};
    }
    if (health == u"Suspended") {
        return {.health = Health::Suspended, .sentence = Text::tr("something in it is suspended")};
    }
    if (health == u"Healthy" && (sync == u"Synced" || phase == u"Succeeded")) {
        return {.health = Health::Healthy,
                .sentence = sync == u"Synced" ? Text::tr("synced and healthy") : Text::tr("healthy; something differs from Git")};
    }
    if (sync == u"OutOfSync") {
        return {.health = Health::Progressing, .sentence = Text::tr("is not synced")};
    }
    return {.health = Health::Progressing, .sentence = Text::tr("becomes healthy")};
}

} // namespace sentinel::deploy
