// SPDX-License-Identifier: GPL-3.0-or-later
// What an Application's status says after a comparison, and the automatic sync that may follow from it.
#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/ApplicationController.h"
#include "core/sandbox/delivery/ObjectDifference.h"
#include "core/sandbox/delivery/OperationState.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/delivery/SyncWindows.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr Duration kWindowLook = std::chrono::seconds(60);

/// The conditions of `type` become these messages; others stay. A message that was there keeps its time.
void setConditions(QJsonObject &application, const QString &type, const QStringList &messages, const QDateTime &now)
{
    const QJsonArray before = listAt(application, {u"status", u"conditions"});
    QJsonArray after;
    for (const QJsonValue &condition : before) {
        if (condition[u"type"].toString() != type) {
            after.append(condition);
        }
    }
    for (const QString &message : messages) {
        QJsonObject condition{{u"type"_s, type}, {u"message"_s, message}, {u"lastTransitionTime"_s, timestamp(now)}};
        for (const QJsonValue &known : before) {
            if (known[u"type"].toString() == type && known[u"message"].toString() == message) {
                condition = known.toObject();
            }
        }
        after.append(condition);
    }
    if (after != before) {
        put(application, {u"status", u"conditions"}, after.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(after));
    }
}

void setHealth(QJsonObject &application, const Health &health, const QDateTime &now)
{
    QJsonObject before = objectAt(application, {u"status", u"health"});
    QJsonObject after{{u"status"_s, healthName(health.status)}};
    after.insert(u"lastTransitionTime"_s,
                 before[u"status"] == after[u"status"] ? before[u"lastTransitionTime"] : QJsonValue(timestamp(now)));
    put(application, {u"status", u"health"}, after);
}

void setSync(QJsonObject &application, const QString &status, const QString &revision, const QJsonObject &comparedTo)
{
    QJsonObject sync{{u"status"_s, status}, {u"comparedTo"_s, comparedTo}};
    if (!revision.isEmpty()) {
        sync.insert(u"revision"_s, revision);
    }
    put(application, {u"status", u"sync"}, sync);
}

QJsonArray outOfSync(const Comparison &comparison)
{
    QJsonArray list;
    for (const ComparedObject &object : comparison.objects) {
        const QJsonObject &known = object.target.isEmpty() ? object.live : object.target;
        if (!object.isInSync && object.counts) {
            list.append(QJsonObject{{u"group"_s, groupOf(known)},
                                    {u"kind"_s, known[u"kind"]},
                                    {u"namespace"_s, object.place.ns},
                                    {u"name"_s, object.place.name}});
        }
    }
    return list;
}

} // namespace

void ApplicationController::writeInvalid(const Key &key, const QStringList &problems)
{
    const QDateTime now = m_world.clock.now();
    change(key, [&](QJsonObject &application) {
        setConditions(application, u"InvalidSpecError"_s, problems, now);
        setSync(application, u"Unknown"_s, {}, objectAt(application, {u"status", u"sync", u"comparedTo"}));
        setHealth(application, {.status = Health::Status::Unknown}, now);
        drop(application, {u"metadata", u"annotations", u"argocd.argoproj.io/refresh"});
    });
}

void ApplicationController::writeUnknown(const Key &key, const State &state)
{
    if (!state.problem) {
        return; // not known yet
    }
    const QDateTime now = m_world.clock.now();
    change(key, [&](QJsonObject &application) {
        setConditions(application, u"InvalidSpecError"_s, {}, now);
        setConditions(application, u"ComparisonError"_s, {u"Failed to load target state: "_s + state.problem->detail}, now);
        setSync(application, u"Unknown"_s, textAt(application, {u"status", u"sync", u"revision"}), state.comparedTo);
        put(application, {u"status", u"reconciledAt"}, timestamp(state.refreshedAt));
        put(application, {u"status", u"controllerNamespace"}, u"argocd"_s);
        if (textAt(application, {u"status", u"health", u"status"}).isEmpty()) {
            setHealth(application, {.status = Health::Status::Healthy}, now); // nothing lives, nothing is ill
        }
    });
}

void ApplicationController::writeCompared(const Key &key, const State &state, const Comparison &comparison)
{
    const QDateTime now = m_world.clock.now();
    change(key, [&](QJsonObject &application) {
        const QString unknown = unknownIgnoreRules(listAt(application, {u"spec", u"ignoreDifferences"}));
        setConditions(application, u"InvalidSpecError"_s, {}, now);
        setConditions(application, u"ComparisonError"_s, unknown.isEmpty() ? QStringList() : QStringList{unknown}, now);
        setConditions(application, u"SharedResourceWarning"_s, comparison.shared, now);
        QStringList repeated;
        for (const QString &name : state.target->repeated) {
            repeated.append(u"Resource %1 appeared 2 times among application resources."_s.arg(name));
        }
        setConditions(application, u"RepeatedResourceWarning"_s, repeated, now);
        setSync(application, comparison.isInSync() ? u"Synced"_s : u"OutOfSync"_s, state.target->revision, state.comparedTo);
        setHealth(application, comparison.health, now);
        put(application, {u"status", u"resources"}, resourcesOf(comparison));
        put(application, {u"status", u"sourceType"}, state.target->sourceType);
        put(application, {u"status", u"reconciledAt"}, timestamp(state.refreshedAt));
        put(application, {u"status", u"controllerNamespace"}, u"argocd"_s);
        const QStringList images = imagesOf(comparison);
        put(application, {u"status", u"summary", u"images"},
            images.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(images)));
    });
}

void ApplicationController::startAutoSync(const Key &key, const State &state, const QJsonObject &application,
                                          const Comparison &comparison)
{
    if (application.contains(u"operation"_s) || isOngoing(operationStateOf(application))) {
        return;
    }
    const QDateTime now = m_world.clock.now();
    const AutoSync wanted
        = autoSync({.application = application,
                    .revision = state.target->revision,
                    .isInSync = comparison.isInSync(),
                    .needsOnlyPruning = comparison.needsOnlyPruning(),
                    .targetIsEmpty = state.target->objects.isEmpty(),
                    .hasLiveObjects = std::ranges::any_of(comparison.objects,
                                                          [](const ComparedObject &object) { return !object.live.isEmpty(); }),
                    .outOfSync = outOfSync(comparison),
                    .now = now});
    change(key, [&](QJsonObject &object) {
        setConditions(object, u"SyncError"_s, wanted.problem.isEmpty() ? QStringList() : QStringList{wanted.problem}, now);
    });
    if (wanted.lookAgain) {
        m_queue.addAfter(key, *wanted.lookAgain);
    }
    if (!wanted.operation) {
        return;
    }
    const QJsonObject destination = objectAt(application, {u"spec", u"destination"});
    const WindowSubject subject{.name = key.name,
                                .ns = destination[u"namespace"].toString(),
                                .cluster = destination[u"server"].toString() + destination[u"name"].toString()};
    if (!windowInTheWay(projectOf(m_world.store, application), subject, false, now).isEmpty()) {
        m_queue.addAfter(key, kWindowLook);
        return;
    }
    change(key, [&wanted](QJsonObject &object) { object.insert(u"operation"_s, *wanted.operation); });
}

} // namespace sentinel::sandbox
