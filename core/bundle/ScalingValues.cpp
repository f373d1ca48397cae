// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Objects.h"
#include "core/bundle/Values.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

constexpr double kFull = 0.7; ///< of a core, at which a pod counts as full: the backend's share of its CPU
constexpr double kRoom = 1.3; ///< of what is worked out, for the extra pods of a rollout
constexpr int kOtherPods = 20; ///< migrations, tests, a certificate's solvers

Value scaled(const QString &key, int least, int most)
{
    return Value::map(
        {{u"enabled"_s, from(key, true)}, {u"minReplicas"_s, from(key, least)}, {u"maxReplicas"_s, from(key, most)}});
}

void setThreshold(Value &part, const QString &metric, const QString &key, qint64 threshold)
{
    part.set(u"metrics"_s, Value::map({{metric, Value::map({{u"threshold"_s, from(key, threshold)}})}}));
}

/// The backend follows its requests, the workers the queue: they are sized for the peak and shrink to what an ordinary hour
/// takes.
void appendKeda(Value &values, const Source &source)
{
    const QString key = u"load.scaler"_s;
    Value scaling = Value::map();
    if (source.answers.applies(u"observability.prometheusUrl")) {
        scaling.set(u"prometheus"_s, Value::map({{u"address"_s, answered(source, u"observability.prometheusUrl"_s)}}));
    }
    const sizing::Component *backend = source.sizing.component(u"backend");
    if (backend && backend->maxReplicas > backend->replicas) {
        Value part = scaled(key, backend->replicas, backend->maxReplicas);
        part.set(u"fallbackReplicas"_s, from(key, backend->maxReplicas));
        const double second = std::chrono::duration<double>(source.answers.duration(u"load.requestCpu")).count();
        setThreshold(part, u"eventsPerSecond"_s, u"load.requestCpu"_s,
                     std::max<qint64>(1, std::llround(std::floor(kFull / second))));
        scaling.set(u"backend"_s, std::move(part));
    }
    const sizing::Component *worker = source.sizing.component(u"worker");
    const double peak = std::max(1.0, source.answers.decimal(u"load.peakFactor"));
    const int least = isHighlyAvailable(source.answers) ? 2 : 1;
    if (const int usual = worker ? std::max(least, static_cast<int>(std::ceil(worker->replicas / peak))) : 0;
        worker && usual < worker->replicas) {
        scaling.set(u"worker"_s, scaled(key, usual, worker->replicas));
    }
    values.set(u"scaling"_s, std::move(scaling));
}

struct SpotNodes
{
    QStringView distribution;
    QString label;
    QString value;
    int graceSeconds; ///< between the warning and the end
};

void appendSpot(Value &values, const Source &source)
{
    const QString key = u"hardware.spotWorkers"_s;
    const qint64 pods = source.answers.integer(key);
    if (pods == 0) {
        return;
    }
    Value spot = Value::map({{u"worker"_s, Value::map({{u"enabled"_s, from(key, true)}, {u"replicas"_s, from(key, pods)}})}});
    const SpotNodes all[] = {{u"eks", u"karpenter.sh/capacity-type"_s, u"spot"_s, 120},
                             {u"gke", u"cloud.google.com/gke-spot"_s, u"true"_s, 60},
                             {u"aks", u"kubernetes.azure.com/scalesetpriority"_s, u"spot"_s, 60}};
    for (const SpotNodes &one : all) {
        if (source.text(u"target.distribution"_s) != one.distribution) {
            continue;
        }
        const QString origin = u"target.distribution"_s;
        spot.set(u"tolerations"_s,
                 from(origin,
                      Value::list(QList<Value>{Value::map({{u"key"_s, one.label},
                                                           {u"operator"_s, u"Equal"_s},
                                                           {u"value"_s, one.value},
                                                           {u"effect"_s, u"NoSchedule"_s}})})));
        spot.set(u"preferredNodes"_s, from(origin, Value::map({{one.label, one.value}})));
        spot.set(u"graceSeconds"_s, from(origin, one.graceSeconds));
        // A task takes up to the worker's whole grace; the machine may not wait that long, so it has to bear being cut off.
        spot.set(u"shorterGrace"_s, from(origin, one.graceSeconds < 120));
    }
    values.set(u"spot"_s, std::move(spot));
}

Value whole(double number, const QString &unit = {})
{
    return QString::number(std::ceil(number), 'f', 0) + unit;
}

void appendQuota(Value &values, const Source &source)
{
    const QString key = u"security.quota"_s;
    if (!source.isOn(key)) {
        return;
    }
    double cpu = 0, memory = 0, cpuMost = 0, memoryMost = 0;
    qint64 pods = source.answers.integer(u"hardware.spotWorkers");
    qint64 volumes = 0;
    for (const sizing::Component &component : source.sizing.components) {
        const int number = std::max(component.replicas, component.maxReplicas);
        cpu += number * component.requestCpu.value();
        memory += number * component.requestMemory.value();
        cpuMost += number * component.limitCpu.value();
        memoryMost += number * component.limitMemory.value();
        pods += number;
        volumes += component.storage.isZero() ? 0 : number;
    }
    constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
    const double all
        = kRoom * (1.0 + static_cast<double>(source.answers.integer(u"hardware.spotWorkers")) / static_cast<double>(pods));
    values.set(u"quota"_s,
               from(key,
                    Value::map({{u"enabled"_s, true},
                                {u"hard"_s,
                                 Value::map({{u"requests.cpu"_s, whole(all * cpu)},
                                             {u"requests.memory"_s, whole(all * memory / kGibibyte, u"Gi"_s)},
                                             {u"limits.cpu"_s, whole(all * cpuMost)},
                                             {u"limits.memory"_s, whole(all * memoryMost / kGibibyte, u"Gi"_s)},
                                             {u"persistentvolumeclaims"_s, whole(static_cast<double>(volumes + 2 * 3))},
                                             {u"pods"_s, whole(kRoom * static_cast<double>(pods) + kOtherPods)}})}})));
    values.set(u"limitRange"_s, Value::map({{u"enabled"_s, from(key, true)}}));
}

} // namespace

void appendScaling(Value &values, const Source &source)
{
    if (source.text(u"load.scaler"_s) == u"keda") {
        appendKeda(values, source);
    }
    appendSpot(values, source);
    appendQuota(values, source);
}

} // namespace sentinel::bundle
