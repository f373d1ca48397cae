// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/Gather.h"
#include "core/gitops/Application.h"
#include "core/kube/actions/AccessReview.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

using Objects = QList<kube::Object>;

constexpr qsizetype kAtOnce = 16; ///< requests

const kube::ResourceType *typeOf(const QList<kube::ResourceType> &types, const QString &group, const QString &kind,
                                 const QString &version = {})
{
    const auto found = std::ranges::find_if(types, [&](const kube::ResourceType &type) {
        return type.group == group && type.kind == kind && (version.isEmpty() || type.apiVersion() == version);
    });
    return found == types.cend() ? nullptr : &*found;
}

/// Items of a list say neither kind nor version.
Objects named(const Objects &items, const kube::ResourceType &type)
{
    Objects objects;
    for (kube::Object object : items) {
        object.insert(u"apiVersion"_s, type.apiVersion());
        object.insert(u"kind"_s, type.kind);
        objects.append(object);
    }
    return objects;
}

/// Of a kind in a namespace; a kind that is not served has no objects.
[[nodiscard]] Async<Seen<Objects>> see(kube::ApiPtr api, QList<kube::ResourceType> types, QString group, QString kind,
                                       kube::ListOptions options, CancelToken cancel)
{
    const kube::ResourceType *type = typeOf(types, group, kind);
    if (!type) {
        co_return Seen<Objects>{.value = Objects()};
    }
    const kube::ResourceType listed = *type;
    const auto list = co_await api->list(listed, options, cancel);
    if (list) {
        co_return Seen<Objects>{.value = named(list->items, listed)};
    }
    if (list.error().kind == Error::Kind::NotFound || list.error().kind == Error::Kind::Unsupported) {
        co_return Seen<Objects>{.value = Objects()};
    }
    if (list.error().kind == Error::Kind::Cancelled) {
        co_return failure(list);
    }
    co_return Seen<Objects>{.problem = list.error().detail};
}

template <typename T>
Seen<T> seenOf(Result<T> result)
{
    return result ? Seen<T>{.value = std::move(*result)} : Seen<T>{.problem = result.error().detail};
}

Seen<QSet<QString>> namesOf(const Seen<Objects> &seen)
{
    if (!seen) {
        return {.problem = seen.problem};
    }
    QSet<QString> names;
    for (const kube::Object &object : *seen) {
        names.insert(object[u"metadata"][u"name"].toString());
    }
    return {.value = names};
}

QList<kube::AccessQuestion> questionsOf(const Evidence &evidence)
{
    const Subject &subject = evidence.subject;
    if (evidence.choice.way != Way::Helm) {
        QList<kube::AccessQuestion> asked{{.verb = u"patch"_s,
                                           .group = u"argoproj.io"_s,
                                           .resource = u"applications"_s,
                                           .ns = subject.ns,
                                           .name = subject.name}};
        if (evidence.choice.addPointer) {
            asked.append({.verb = u"patch"_s, .group = u"argoproj.io"_s, .resource = u"applicationsets"_s, .ns = subject.ns});
        }
        return asked;
    }
    QList<kube::AccessQuestion> asked;
    for (const QString &verb : {u"get"_s, u"list"_s, u"create"_s, u"update"_s}) {
        asked.append({.verb = verb, .resource = u"secrets"_s, .ns = subject.ns});
    }
    if (!evidence.target) {
        return asked;
    }
    QSet<std::pair<QString, QString>> told;
    for (const QJsonObject &object : evidence.target->objects) {
        const deploy::ObjectKey key = deploy::keyOf(object);
        const kube::ResourceType *type = typeOf(evidence.types, key.group, key.kind);
        if (type && !told.contains({type->group, type->plural})) {
            told.insert({type->group, type->plural});
            asked.append({.verb = u"patch"_s, .group = type->group, .resource = type->plural, .ns = key.ns});
        }
    }
    return asked;
}

[[nodiscard]] Async<void> askRights(kube::ApiPtr api, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    const QList<kube::AccessQuestion> questions = questionsOf(*evidence);
    std::vector<Async<kube::Verdict>> asked;
    for (const kube::AccessQuestion &question : questions) {
        asked.push_back(kube::ask(api, question, cancel));
    }
    for (qsizetype at = 0; at < questions.size(); ++at) {
        const auto verdict = co_await asked.at(static_cast<std::size_t>(at));
        evidence->rights.append({.question = questions[at], .right = verdict ? verdict->right : kube::Right::Unknown});
    }
    co_return {};
}

[[nodiscard]] Async<Seen<kube::Object>> seeProject(kube::ApiPtr api, QList<kube::ResourceType> types, kube::Object application,
                                                   CancelToken cancel)
{
    const kube::ResourceType *type = typeOf(types, u"argoproj.io"_s, u"AppProject"_s);
    if (!type) {
        co_return Seen<kube::Object>{.problem = Text::tr("The cluster serves no AppProjects.")};
    }
    // Projects live with Argo CD itself; an Application may live elsewhere.
    const QString ns = application[u"metadata"][u"namespace"].toString();
    const QString name = application[u"spec"][u"project"].toString();
    const kube::ResourceType project = *type;
    const auto there = co_await api->get(project, {.ns = ns, .name = name}, cancel);
    if (there) {
        co_return Seen<kube::Object>{.value = *there};
    }
    const auto usual = co_await api->get(project, {.ns = u"argocd"_s, .name = name}, cancel);
    co_return usual ? Seen<kube::Object>{.value = *usual} : Seen<kube::Object>{.problem = there.error().detail};
}

[[nodiscard]] Async<DryRun> dryRun(kube::ApiPtr api, QList<kube::ResourceType> types, QJsonObject object, QString manager,
                                   CancelToken cancel)
{
    DryRun run{.key = deploy::keyOf(object)};
    const kube::ResourceType *type = typeOf(types, run.key.group, run.key.kind);
    if (!type) {
        run.refusal = Text::tr("The cluster serves no such kind.");
        co_return run;
    }
    kube::ResourceType asked = *type;
    // As the manifest says it, which need not be the version the server prefers.
    asked.version = object[u"apiVersion"].toString().section(u'/', -1);
    const auto written
        = co_await api->apply(asked, object, {.fieldManager = manager, .force = true, .dryRun = true, .strict = false}, cancel);
    if (written) {
        run.created = written->created;
        co_return run;
    }
    run.refusal = written.error().detail;
    // What may not be asked is not refused by that: Argo CD and helm have rights of their own.
    run.isUnknown = written.error().kind != Error::Kind::Invalid && written.error().kind != Error::Kind::Unsupported
        && written.error().kind != Error::Kind::Conflict;
    co_return run;
}

[[nodiscard]] Async<void> askDry(kube::ApiPtr api, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    if (!evidence->target || evidence->subject.isRemote) {
        co_return {};
    }
    const QString manager = evidence->choice.way == Way::Helm ? u"helm"_s : u"argocd-controller"_s;
    const QList<QJsonObject> objects = evidence->target->objects;
    for (qsizetype begin = 0; begin < objects.size(); begin += kAtOnce) {
        std::vector<Async<DryRun>> asked;
        for (const QJsonObject &object : objects.sliced(begin, std::min(kAtOnce, objects.size() - begin))) {
            asked.push_back(dryRun(api, evidence->types, object, manager, cancel));
        }
        for (Async<DryRun> &one : asked) {
            if (const auto run = co_await one) {
                evidence->dryRuns.append(*run);
            }
        }
    }
    co_return {};
}

/// Definitions the older version brings itself.
[[nodiscard]] Async<void> seeDefinitions(kube::ApiPtr api, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    evidence->definitions.value = Objects();
    const kube::ResourceType *type = typeOf(evidence->types, u"apiextensions.k8s.io"_s, u"CustomResourceDefinition"_s);
    if (!evidence->target || !type) {
        co_return {};
    }
    const kube::ResourceType definition = *type;
    for (const QJsonObject &object : std::as_const(evidence->target.value->objects)) {
        if (object[u"kind"].toString() != u"CustomResourceDefinition") {
            continue;
        }
        const auto live = co_await api->get(definition, {.ns = {}, .name = object[u"metadata"][u"name"].toString()}, cancel);
        if (live) {
            evidence->definitions.value->append(*live);
        } else if (live.error().kind != Error::Kind::NotFound) {
            evidence->definitions = {.problem = live.error().detail};
            co_return {};
        }
    }
    co_return {};
}

/// Pods of the whole cluster where that may be read, for the room on its nodes; else those of the namespace.
[[nodiscard]] Async<void> seePods(kube::ApiPtr api, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    auto pods = co_await see(api, evidence->types, {}, u"Pod"_s, {}, cancel);
    if (pods && !*pods) {
        pods = co_await see(api, evidence->types, {}, u"Pod"_s, {.ns = evidence->subject.targetNs}, cancel);
        evidence->nodes = {.problem = Text::tr("Pods of other namespaces may not be read.")};
    }
    if (!pods) {
        co_return failure(pods);
    }
    evidence->pods = *pods;
    co_return {};
}

using Place = Seen<Objects> Evidence::*;

struct Look
{
    QString group;
    QString kind;
    Place place;
    bool isClusterWide = false;
};

/// What lives around it, all lists at once.
[[nodiscard]] Async<void> lookAround(kube::ApiPtr api, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    const QString ns = evidence->subject.targetNs;
    const QList<Look> looks{{u"batch"_s, u"Job"_s, &Evidence::jobs},
                            {u"batch"_s, u"CronJob"_s, &Evidence::cronJobs},
                            {u"apps"_s, u"Deployment"_s, &Evidence::workloads},
                            {u"apps"_s, u"StatefulSet"_s, &Evidence::workloads},
                            {u"autoscaling"_s, u"HorizontalPodAutoscaler"_s, &Evidence::scalers},
                            {u"keda.sh"_s, u"ScaledObject"_s, &Evidence::scalers},
                            {{}, u"PersistentVolumeClaim"_s, &Evidence::claims},
                            {u"cert-manager.io"_s, u"Certificate"_s, &Evidence::certificates},
                            {u"policy"_s, u"PodDisruptionBudget"_s, &Evidence::budgets},
                            {u"snapshot.storage.k8s.io"_s, u"VolumeSnapshot"_s, &Evidence::snapshots},
                            {{}, u"Node"_s, &Evidence::nodes, true}};
    std::vector<Async<Seen<Objects>>> asked;
    for (const Look &look : looks) {
        asked.push_back(see(api, evidence->types, look.group, look.kind, {.ns = look.isClusterWide ? QString() : ns}, cancel));
    }
    auto secrets = see(api, evidence->types, {}, u"Secret"_s, {.ns = ns, .metadataOnly = true}, cancel);
    auto maps = see(api, evidence->types, {}, u"ConfigMap"_s, {.ns = ns, .metadataOnly = true}, cancel);
    for (qsizetype at = 0; at < looks.size(); ++at) {
        const auto seen = co_await asked.at(static_cast<std::size_t>(at));
        if (!seen) {
            co_return failure(seen);
        }
        Seen<Objects> &place = (*evidence).*looks[at].place;
        if (*seen && place.problem.isEmpty()) {
            place.value = place.value.value_or(Objects()) + **seen;
        } else if (!*seen) {
            place = *seen;
        }
    }
    const auto secretNames = co_await secrets;
    const auto mapNames = co_await maps;
    if (!secretNames || !mapNames) {
        co_return failure(secretNames ? mapNames : secretNames);
    }
    evidence->secrets = namesOf(*secretNames);
    evidence->configMaps = namesOf(*mapNames);
    co_return co_await seePods(api, evidence, cancel);
}

void notHere(const std::shared_ptr<Evidence> &evidence)
{
    const QString problem = Text::tr("Its objects live on another cluster than the one this context names.");
    for (const Place place :
         {&Evidence::jobs, &Evidence::cronJobs, &Evidence::workloads, &Evidence::scalers, &Evidence::claims,
          &Evidence::certificates, &Evidence::budgets, &Evidence::snapshots, &Evidence::nodes, &Evidence::pods}) {
        (*evidence).*place = {.problem = problem};
    }
    evidence->secrets.problem = problem;
    evidence->configMaps.problem = problem;
    evidence->definitions.problem = problem;
}

/// What was kept of a version has no Secrets; they neither change nor go.
void forgetSecrets(const std::shared_ptr<Evidence> &evidence)
{
    const bool isPart = (evidence->target && evidence->target->isKept) || (evidence->current && evidence->current->isKept);
    for (Seen<Content> *seen : {&evidence->target, &evidence->current}) {
        if (isPart && *seen) {
            seen->value->objects.removeIf([](const QJsonObject &object) { return object[u"kind"].toString() == u"Secret"; });
        }
    }
}

/// Of Argo CD: the Application as it is now, its project, its owner.
[[nodiscard]] Async<void> seeApplication(Services services, std::shared_ptr<Evidence> evidence, CancelToken cancel)
{
    const Subject &subject = evidence->subject;
    const auto fresh = co_await services.api->get(gitops::applicationType(), {.ns = subject.ns, .name = subject.name}, cancel);
    if (!fresh) {
        co_return failure(fresh);
    }
    evidence->application = *fresh;
    auto project = seeProject(services.api, evidence->types, *fresh, cancel);
    const auto way = co_await gitops::pauseWay(services.api, cancel);
    if (!way && way.error().kind == Error::Kind::Unreachable) {
        co_return failure(way);
    }
    evidence->pauseWay = way.value_or(gitops::PauseWay::Switch); // a strict patch tells where that is wrong
    auto owner = co_await gitops::ownerOf(services.api, *fresh, evidence->pauseWay, cancel);
    const auto projectSeen = co_await project;
    evidence->project = projectSeen.value_or(Seen<kube::Object>{});
    evidence->owner = seenOf(std::move(owner));
    co_return {};
}

} // namespace

Async<Evidence> gather(Services services, Question question, CancelToken cancel)
{
    const auto evidence = std::make_shared<Evidence>();
    evidence->subject = question.subject;
    evidence->candidate = question.candidate;
    evidence->present = question.present;
    evidence->choice = question.choice;
    evidence->now = services.clock->now();
    evidence->run = question.run;
    evidence->schemaKnown = services.memory->schema();
    evidence->schemaNeeds = services.memory->schemaNeeds();
    const auto types = co_await services.api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    evidence->types = *types;
    // Both versions are read while the cluster is asked for the rest.
    auto target = services.contents(question.subject, question.candidate, cancel);
    auto current = services.contents(question.subject, question.present, cancel);
    if (question.subject.way == Way::Helm) {
        auto heads = co_await helm::readHeads(services.api, question.subject.ns, question.subject.name, cancel);
        evidence->heads = seenOf(std::move(heads));
    } else if (const auto seen = co_await seeApplication(services, evidence, cancel); !seen) {
        co_return failure(seen);
    }
    if (question.subject.isRemote) {
        notHere(evidence);
    } else if (const auto looked = co_await lookAround(services.api, evidence, cancel); !looked) {
        co_return failure(looked);
    }
    auto targetRead = co_await target;
    auto currentRead = co_await current;
    evidence->target = seenOf(std::move(targetRead));
    evidence->current = seenOf(std::move(currentRead));
    forgetSecrets(evidence);
    if (!question.subject.isRemote) {
        std::ignore = co_await seeDefinitions(services.api, evidence, cancel);
    }
    std::ignore = co_await askRights(services.api, evidence, cancel);
    std::ignore = co_await askDry(services.api, evidence, cancel);
    if (cancel.isCancelled()) {
        co_return failure(Error::Kind::Cancelled, Text::tr("looking whether the rollback is safe"), Text::tr("stopped"));
    }
    co_return *evidence;
}

} // namespace sentinel::rollback
