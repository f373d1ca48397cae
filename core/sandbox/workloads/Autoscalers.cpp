// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Autoscalers.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/workloads/Scales.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kComponent = u"horizontal-pod-autoscaler"_s;
constexpr double kTolerance = 0.1; ///< changes smaller than this are left alone

QJsonObject condition(const QString &type, bool isTrue, const QString &reason, const QString &message)
{
    return {{u"type"_s, type}, {u"status"_s, isTrue ? u"True"_s : u"False"_s}, {u"reason"_s, reason}, {u"message"_s, message}};
}

} // namespace

Autoscalers::Autoscalers(World &world)
    : Controller(world)
{
    lookAtAll(kinds::autoscaler());
}

void Autoscalers::setLoad(double factor)
{
    m_load = std::max(0.0, factor);
    lookAtAll(kinds::autoscaler());
}

void Autoscalers::observe(const Change &change)
{
    if (change.type == &kinds::autoscaler()) {
        look(change.object);
    } else if (change.type == &kinds::deployment() || change.type == &kinds::statefulSet()) {
        for (const QJsonObject &each : m_world.store.list(kinds::autoscaler(), namespaceOf(change.object))) {
            if (textAt(each, {u"spec", u"scaleTargetRef", u"name"}) == nameOf(change.object)) {
                look(each);
            }
        }
    }
}

int Autoscalers::utilisationOf(const QJsonObject &autoscaler, int pods) const
{
    const double least = std::max<double>(1, static_cast<double>(numberAt(autoscaler, {u"spec", u"minReplicas"}, 1)));
    return pods > 0 ? static_cast<int>(std::lround(60.0 * m_load * least / pods)) : 0;
}

void Autoscalers::complain(const QJsonObject &autoscaler)
{
    const QJsonObject reference = objectAt(autoscaler, {u"spec", u"scaleTargetRef"});
    const QString message
        = u"%1s \"%2\" not found"_s.arg(reference.value(u"kind").toString().toLower(), reference.value(u"name").toString());
    QJsonObject status = objectAt(autoscaler, {u"status"});
    status.insert(u"conditions",
                  withCondition(status.value(u"conditions").toArray(),
                                condition(u"AbleToScale"_s, false, u"FailedGetScale"_s,
                                          u"the HPA controller was unable to get the target's current scale: "_s + message),
                                m_world.now()));
    writeStatus(kinds::autoscaler(), autoscaler, status);
    m_world.events.warning(autoscaler, kComponent, u"FailedGetScale"_s, message);
}

Autoscalers::Reading Autoscalers::read(const QJsonObject &autoscaler, int pods) const
{
    Reading reading;
    for (const QJsonValue &each : listAt(autoscaler, {u"spec", u"metrics"})) {
        const QJsonObject resource = each.toObject().value(u"resource").toObject();
        const int wanted = static_cast<int>(numberAt(resource, {u"target", u"averageUtilization"}));
        if (resource.isEmpty() || wanted <= 0) {
            continue; // metrics of other kinds have no model here: they do not move anything
        }
        const int is = utilisationOf(autoscaler, pods);
        reading.ratio = std::max(reading.ratio, static_cast<double>(is) / wanted);
        const QJsonObject current{{u"averageUtilization"_s, is}};
        reading.metrics.append(
            QJsonObject{{u"type"_s, u"Resource"_s},
                        {u"resource"_s, QJsonObject{{u"name"_s, resource.value(u"name")}, {u"current"_s, current}}}});
    }
    return reading;
}

/// Downwards the highest wish of the window counts, so that a dip does not take pods away.
int Autoscalers::stableWish(const QJsonObject &autoscaler, int current, int wish)
{
    const QDateTime now = m_world.now();
    const qint64 window = numberAt(autoscaler, {u"spec", u"behavior", u"scaleDown", u"stabilizationWindowSeconds"}, 300);
    auto &wishes = m_wishes[uidOf(autoscaler)];
    wishes.removeIf([&](const auto &each) { return each.first.secsTo(now) >= window; });
    wishes.append({now, wish});
    int stable = wish;
    for (const auto &each : std::as_const(wishes)) {
        stable = each.second > stable ? std::min(each.second, std::max(current, wish)) : stable;
    }
    if (stable != wish) {
        const qint64 left = now.msecsTo(wishes.first().first.addSecs(window));
        lookLater({.ns = namespaceOf(autoscaler), .name = nameOf(autoscaler)}, Duration(std::max<qint64>(1000, left)));
    }
    return stable;
}

void Autoscalers::scale(const QJsonObject &autoscaler, const Type &type, const QJsonObject &target, int desired)
{
    const bool isUp = desired > numberAt(target, {u"spec", u"replicas"}, 1);
    m_world.store.change(
        type, namespaceOf(target), nameOf(target),
        [&](QJsonObject &object) {
            put(object, {u"spec", u"replicas"}, desired);
            return true;
        },
        Store::Half::Main);
    m_world.events.normal(
        autoscaler, kComponent, u"SuccessfulRescale"_s,
        u"New size: %1; reason: %2"_s.arg(desired).arg(isUp ? u"cpu resource utilization (percentage of request) above target"_s
                                                            : u"All metrics below target"_s));
}

void Autoscalers::reconcile(const Key &key)
{
    const auto autoscaler = m_world.store.find(kinds::autoscaler(), key.ns, key.name);
    if (!autoscaler || isDeleting(*autoscaler)) {
        return;
    }
    const auto [type, target] = scaleTarget(m_world.store, key.ns, objectAt(*autoscaler, {u"spec", u"scaleTargetRef"}));
    if (!type) {
        complain(*autoscaler);
        return;
    }
    QJsonObject status = objectAt(*autoscaler, {u"status"});
    QJsonArray conditions = status.value(u"conditions").toArray();
    const auto say = [&](const QJsonObject &each) { conditions = withCondition(conditions, each, m_world.now()); };
    const int current = static_cast<int>(numberAt(target, {u"spec", u"replicas"}, 1));
    const int least = static_cast<int>(numberAt(*autoscaler, {u"spec", u"minReplicas"}, 1));
    const int most = static_cast<int>(numberAt(*autoscaler, {u"spec", u"maxReplicas"}, 1));
    const Reading reading = read(*autoscaler, current);
    int wish = current;
    if (current == 0) {
        say(condition(u"ScalingActive"_s, false, u"ScalingDisabled"_s,
                      u"scaling is disabled since the replica count of the target is zero"_s));
    } else if (!reading.metrics.isEmpty()) {
        const bool isNear = std::abs(reading.ratio - 1.0) <= kTolerance;
        wish = isNear ? current : static_cast<int>(std::ceil(current * reading.ratio));
        say(condition(
            u"ScalingActive"_s, true, u"ValidMetricFound"_s,
            u"the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)"_s));
    }
    const int stable = stableWish(*autoscaler, current, wish);
    const int desired = current == 0 ? 0 : std::clamp(stable, least, std::max(least, most));
    say(condition(u"AbleToScale"_s, true, u"ReadyForNewScale"_s, u"recommended size matches current size"_s));
    if (current == 0 || desired == stable) {
        say(condition(u"ScalingLimited"_s, false, u"DesiredWithinRange"_s,
                      u"the desired count is within the acceptable range"_s));
    } else {
        const bool isMore = stable > most;
        say(condition(u"ScalingLimited"_s, true, isMore ? u"TooManyReplicas"_s : u"TooFewReplicas"_s,
                      isMore ? u"the desired replica count is more than the maximum replica count"_s
                             : u"the desired replica count is less than the minimum replica count"_s));
    }
    status.insert(u"observedGeneration", valueAt(*autoscaler, {u"metadata", u"generation"}));
    status.insert(u"currentReplicas", numberAt(target, {u"status", u"replicas"}));
    status.insert(u"desiredReplicas", desired);
    status.insert(u"currentMetrics", reading.metrics);
    status.insert(u"conditions", conditions);
    if (desired != current) {
        status.insert(u"lastScaleTime", timestamp(m_world.now()));
    }
    writeStatus(kinds::autoscaler(), *autoscaler, status);
    if (desired != current) {
        scale(*autoscaler, *type, target, desired);
    }
}

} // namespace sentinel::sandbox
