// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/ApplicationController.h"

#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/OperationState.h"
#include "core/sandbox/delivery/ProjectRules.h"
#include "core/sandbox/delivery/RepositoryMap.h"
#include "core/sandbox/workloads/Deletion.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kRefresh = u"argocd.argoproj.io/refresh";
const QString &argoNamespace()
{
    static const QString name = u"argocd"_s;
    return name;
}

/// Groups whose kinds charts ask for by `.Capabilities.APIVersions.Has`.
QStringList servedVersions()
{
    QStringList versions;
    for (const Type *type : allTypes()) {
        if (!versions.contains(type->apiVersion())) {
            versions.append(type->apiVersion());
        }
        versions.append(type->apiVersion() + u'/' + type->kind);
    }
    return versions;
}

QJsonObject comparedTo(const QJsonObject &application)
{
    const QJsonObject spec = application[u"spec"].toObject();
    QJsonObject compared{{u"source"_s, spec[u"source"]}, {u"destination"_s, spec[u"destination"]}};
    if (spec.contains(u"ignoreDifferences"_s)) {
        compared.insert(u"ignoreDifferences"_s, spec[u"ignoreDifferences"]);
    }
    return compared;
}

} // namespace

ApplicationController::ApplicationController(DeliveryWorld &world)
    : m_world(world)
    , m_queue(world.clock, [this](const Key &key) { reconcile(key); })
    , m_tracked(world.store)
{
    m_listener = m_world.store.listen([this](const Change &change) { observe(change); });
    lookAtAll();
}

ApplicationController::~ApplicationController()
{
    m_world.store.forget(m_listener);
    for (auto &[key, state] : m_states) {
        state.cancel.cancel();
    }
}

QString ApplicationController::instanceOfKey(const Key &key)
{
    return key.ns == argoNamespace() ? key.name : key.ns + u'_' + key.name;
}

Key ApplicationController::keyOfInstance(const QString &instance)
{
    // Names of Kubernetes have no underscore.
    const qsizetype split = instance.indexOf(u'_');
    return split < 0 ? Key{.ns = argoNamespace(), .name = instance}
                     : Key{.ns = instance.first(split), .name = instance.sliced(split + 1)};
}

void ApplicationController::lookAtAll()
{
    const QList<QJsonObject> applications = m_world.store.list(kinds::application());
    for (const QJsonObject &application : applications) {
        m_queue.add({.ns = namespaceOf(application), .name = nameOf(application)});
    }
}

void ApplicationController::observe(const Change &change)
{
    const QStringList instances = m_tracked.note(change);
    for (const QString &instance : instances) {
        m_queue.add(keyOfInstance(instance));
    }
    if (change.type == &kinds::application()) {
        m_queue.add({.ns = namespaceOf(change.object), .name = nameOf(change.object)});
    } else if (change.type == &kinds::appProject()
               || (change.type == &kinds::secret() && namespaceOf(change.object) == argoNamespace())) {
        lookAtAll(); // a project's rules, or a cluster made known
    }
}

void ApplicationController::repositoryMoved(const QString &url)
{
    const QString moved = RepositoryMap::normalised(url);
    const QList<QJsonObject> applications = m_world.store.list(kinds::application());
    for (const QJsonObject &application : applications) {
        if (RepositoryMap::normalised(textAt(application, {u"spec", u"source", u"repoURL"})) == moved) {
            State &state = m_states[{namespaceOf(application), nameOf(application)}];
            state.wantsRefresh = true;
            state.movedMeanwhile = true;
            m_queue.add({.ns = namespaceOf(application), .name = nameOf(application)});
        }
    }
}

void ApplicationController::change(const Key &key, const std::function<void(QJsonObject &)> &change)
{
    (void)m_world.store.change(
        kinds::application(), key.ns, key.name,
        [&change](QJsonObject &application) {
            change(application);
            return true; // the store makes no version of a write that changes nothing
        },
        Store::Half::Both);
}

TargetRequest ApplicationController::targetRequest(const QJsonObject &application, const QJsonObject &source,
                                                   const QString &revision) const
{
    return {.instance = instanceOfKey({.ns = namespaceOf(application), .name = nameOf(application)}),
            .application = nameOf(application),
            .source = source,
            .revision = revision,
            .ns = textAt(application, {u"spec", u"destination", u"namespace"}),
            .kubernetesVersion = m_world.kubernetesVersion,
            .apiVersions = servedVersions()};
}

void ApplicationController::refreshTarget(const Key &key, State &state, const QJsonObject &application)
{
    if (state.isLoadingTarget) {
        return;
    }
    const QJsonObject compared = comparedTo(application);
    state.isLoadingTarget = true;
    state.wantsRefresh = false;
    state.movedMeanwhile = false;
    deliver(loadTarget(targetRequest(application, objectAt(application, {u"spec", u"source"}), {}), &m_world.repositories,
                       &m_world.renderer, state.cancel.token()),
            &m_context, [this, key, compared](const Result<TargetState> &target) {
                const auto found = m_states.find({key.ns, key.name});
                if (found == m_states.end() || (!target && target.error().kind == Error::Kind::Cancelled)) {
                    return;
                }
                State &loaded = found->second;
                loaded.isLoadingTarget = false;
                loaded.target = target ? std::optional(*target) : std::nullopt;
                loaded.problem = target ? std::nullopt : std::optional(target.error());
                loaded.comparedTo = compared;
                loaded.refreshedAt = m_world.clock.now();
                loaded.wantsRefresh = loaded.movedMeanwhile;
                change(key, [](QJsonObject &object) { drop(object, {u"metadata", u"annotations", kRefresh}); });
                m_queue.add(key);
            });
}

Comparison ApplicationController::comparisonOf(const Key &key, const QJsonObject &application, const TargetState &target) const
{
    const QString instance = instanceOfKey(key);
    return compare(m_world.store, instance, target, m_tracked.of(instance), listAt(application, {u"spec", u"ignoreDifferences"}));
}

void ApplicationController::removeResources(const Key &key, const QJsonObject &application)
{
    const QJsonArray finalizers = listAt(application, {u"metadata", u"finalizers"});
    QString own;
    for (const QJsonValue &finalizer : finalizers) {
        if (finalizer.toString().startsWith(u"resources-finalizer.argocd.argoproj.io")) {
            own = finalizer.toString();
        }
    }
    if (own.isEmpty()) {
        return;
    }
    const QSet<ObjectPlace> places = m_tracked.of(instanceOfKey(key));
    for (const ObjectPlace &place : places) {
        const std::optional<QJsonObject> live = m_world.store.find(*place.type, place.ns, place.name);
        if (live && !isDeleting(*live)) {
            (void)beginDeletion(m_world.store, *place.type, place.ns, place.name,
                                own.endsWith(u"/background") ? Propagation::Background : Propagation::Foreground);
        }
    }
    if (m_tracked.of(instanceOfKey(key)).isEmpty()) {
        change(key, [&own](QJsonObject &object) {
            QJsonArray left;
            const QJsonArray all = listAt(object, {u"metadata", u"finalizers"});
            for (const QJsonValue &each : all) {
                if (each.toString() != own) {
                    left.append(each);
                }
            }
            put(object, {u"metadata", u"finalizers"}, left);
        });
    }
}

void ApplicationController::reconcile(const Key &key)
{
    const std::optional<QJsonObject> application = m_world.store.find(kinds::application(), key.ns, key.name);
    if (!application) {
        if (const auto gone = m_states.find({key.ns, key.name}); gone != m_states.end()) {
            const CancelSource cancel = gone->second.cancel;
            m_states.erase(gone);
            CancelSource(cancel).cancel();
        }
        return;
    }
    if (isDeleting(*application)) {
        removeResources(key, *application);
        return;
    }
    if (annotationOf(*application, u"argocd.argoproj.io/skip-reconcile") == u"true") {
        return;
    }
    State &state = m_states[{key.ns, key.name}];
    if (const QStringList problems = specProblems(m_world.store, *application); !problems.isEmpty()) {
        writeInvalid(key, problems);
        if (application->contains(u"operation"_s)) {
            if (!isOngoing(operationStateOf(*application))) {
                writeOperation(key, begunState((*application)[u"operation"].toObject(), m_world.clock.now()));
            }
            endOperation(key, state, u"Error"_s, problems.join(u"; "_s), false);
        }
        return;
    }
    const bool isAsked = !annotationOf(*application, kRefresh).isEmpty();
    const bool isStale = state.comparedTo != comparedTo(*application);
    if (state.wantsRefresh || isAsked || isStale) {
        refreshTarget(key, state, *application);
    }
    advanceOperation(key, state);
    if (isStale) {
        return; // what is known is about another source; the load tells
    }
    if (!state.target) {
        writeUnknown(key, state);
        return;
    }
    // The operation above may have written.
    const QJsonObject present = m_world.store.find(kinds::application(), key.ns, key.name).value_or(*application);
    const Comparison comparison = comparisonOf(key, present, *state.target);
    writeCompared(key, state, comparison);
    if (!state.isLoadingTarget) {
        startAutoSync(key, state, present, comparison);
    }
}

} // namespace sentinel::sandbox
