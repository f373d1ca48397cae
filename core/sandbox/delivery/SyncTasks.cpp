// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/SyncTasks.h"

#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

bool isWanted(const SyncRequest &request, const QJsonObject &object)
{
    return request.only.isEmpty() || std::ranges::any_of(request.only, [&](const QJsonValue &one) {
               const QString ns = one[u"namespace"].toString();
               return one[u"group"].toString() == groupOf(object) && one[u"kind"].toString() == object[u"kind"].toString()
                   && one[u"name"].toString() == nameOf(object) && (ns.isEmpty() || ns == namespaceOf(object));
           });
}

/// A hook without a name of its own gets one that tells the operations apart.
QJsonObject hookObject(QJsonObject object, const QString &revision, SyncPhase phase, const QDateTime &startedAt)
{
    if (nameOf(object).isEmpty()) {
        put(object, {u"metadata", u"name"},
            u"%1%2-%3-%4"_s.arg(textAt(object, {u"metadata", u"generateName"}),
                                revision.first(std::min<qsizetype>(7, revision.size())), phaseName(phase).toLower(),
                                QString::number(startedAt.toSecsSinceEpoch())));
        drop(object, {u"metadata", u"generateName"});
    }
    return object;
}

void addTarget(QList<SyncTask> &tasks, const QJsonObject &object, const TargetState &target, const SyncRequest &request,
               const QDateTime &startedAt)
{
    const HookRules rules = hookRulesOf(object);
    if (rules.isLeftOut || (rules.isHook && request.skipsHooks) || !isWanted(request, object)) {
        return;
    }
    if (!rules.isHook) {
        tasks.append({.object = object, .place = placeOf(object), .rules = rules, .wave = rules.wave});
        return;
    }
    for (const SyncPhase phase : rules.phases) {
        const QJsonObject hook = hookObject(object, target.revision, phase, startedAt);
        tasks.append(
            {.object = hook, .place = placeOf(hook), .rules = rules, .phase = phase, .wave = rules.wave, .isHook = true});
    }
}

/// Removals go the other way: what was made last goes first.
void reversePruning(QList<SyncTask> &tasks, bool last)
{
    QList<int> waves;
    int highest = 0;
    for (const SyncTask &task : std::as_const(tasks)) {
        highest = task.phase == SyncPhase::Sync ? std::max(highest, task.wave) : highest;
        if (task.isPrune && !waves.contains(task.wave)) {
            waves.append(task.wave);
        }
    }
    std::ranges::sort(waves);
    for (SyncTask &task : tasks) {
        if (task.isPrune) {
            task.wave = last ? highest + 1 : waves.at(waves.size() - 1 - waves.indexOf(task.wave));
        }
    }
}

} // namespace

QString SyncRequest::valueOf(QLatin1StringView option) const
{
    for (const QString &each : options) {
        if (each.startsWith(option) && each.size() > option.size() && each.at(option.size()) == u'=') {
            return each.sliced(option.size() + 1);
        }
    }
    return {};
}

SyncRequest syncRequestOf(const QJsonObject &operation)
{
    const QJsonObject sync = operation[u"sync"].toObject();
    SyncRequest request{
        .prune = sync[u"prune"].toBool(), .dryRun = sync[u"dryRun"].toBool(), .only = sync[u"resources"].toArray()};
    request.skipsHooks = sync[u"syncStrategy"][u"apply"].isObject() || !request.only.isEmpty();
    const QJsonArray options = sync[u"syncOptions"].toArray();
    for (const QJsonValue &option : options) {
        request.options.append(option.toString());
    }
    return request;
}

QList<SyncTask> syncTasks(const TargetState &target, const Comparison &comparison, const SyncRequest &request,
                          const QDateTime &startedAt)
{
    QList<SyncTask> tasks;
    QSet<ObjectPlace> fine;
    for (const ComparedObject &object : comparison.objects) {
        if (object.isInSync && request.has("ApplyOutOfSyncOnly=true"_L1)) {
            fine.insert(object.place);
        }
    }
    for (const QJsonObject &object : target.objects) {
        if (!fine.contains(placeOf(object)) || hookRulesOf(object).isHook) {
            addTarget(tasks, object, target, request, startedAt);
        }
    }
    for (const ComparedObject &object : comparison.objects) {
        if (!object.target.isEmpty() || !isWanted(request, object.live)) {
            continue;
        }
        SyncTask task{.object = object.live, .place = object.place, .isPrune = true};
        task.wave = hookRulesOf(object.live).wave;
        const bool kept = annotationListOf(object.live, u"argocd.argoproj.io/sync-options").contains(u"Prune=false"_s);
        if (!request.prune || kept) {
            task.state = SyncTask::State::Succeeded;
            task.status = u"PruneSkipped"_s;
            task.message = kept ? u"ignored (no prune)"_s : u"ignored (requires pruning)"_s;
        }
        tasks.append(task);
    }
    reversePruning(tasks, request.has("PruneLast=true"_L1));
    std::ranges::stable_sort(tasks, {}, [](const SyncTask &task) {
        return std::tuple(task.phase, task.wave, !task.isPrune, kindOrder(task.object), task.place.name);
    });
    return tasks;
}

QJsonObject syncedResource(const SyncTask &task)
{
    QJsonObject resource{{u"version"_s, versionOf(task.object)}, {u"kind"_s, task.object[u"kind"]},
                         {u"name"_s, task.place.name},           {u"group"_s, groupOf(task.object)},
                         {u"namespace"_s, task.place.ns},        {u"syncPhase"_s, phaseName(task.phase)}};
    if (!task.message.isEmpty()) {
        resource.insert(u"message"_s, task.message);
    }
    if (!task.status.isEmpty()) {
        resource.insert(u"status"_s, task.status);
    }
    if (task.isHook) {
        resource.insert(u"hookType"_s, phaseName(task.phase));
    }
    if (task.status != u"PruneSkipped") {
        resource.insert(u"hookPhase"_s,
                        task.state == SyncTask::State::Running         ? u"Running"_s
                            : task.state == SyncTask::State::Succeeded ? u"Succeeded"_s
                                                                       : u"Failed"_s);
    }
    return resource;
}

} // namespace sentinel::sandbox
