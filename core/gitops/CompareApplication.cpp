// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/CompareApplication.h"

#include "core/gitops/Json.h"
#include "core/gitops/Predict.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareApplication)
};

ObjectDifference named(ObjectDifference::Kind kind, const QJsonObject &object)
{
    return {.kind = kind,
            .group = groupOf(object),
            .version = versionOf(object),
            .objectKind = object[u"kind"].toString(),
            .ns = namespaceOf(object),
            .name = nameOf(object)};
}

/// Fields that others than Argo CD own: those a rule may hide.
QList<FieldDifference> ownedByOthers(const QList<FieldDifference> &fields, const QString &manager)
{
    QList<FieldDifference> theirs;
    for (const FieldDifference &field : fields) {
        const bool isTheirs = !field.managers.isEmpty() && !field.managers.first().startsWith(manager)
            && !field.managers.first().startsWith(u"sentinel-console");
        if (isTheirs) {
            theirs.append(field);
        }
    }
    return theirs;
}

[[nodiscard]] Async<std::optional<ObjectDifference>> compareOne(kube::ApiPtr api, QJsonObject wanted,
                                                                std::shared_ptr<PredictContext> context, CancelToken cancel)
{
    const auto predicted = co_await predict(api, wanted, context, cancel);
    if (!predicted) {
        if (predicted.error().kind == Error::Kind::Cancelled || predicted.error().kind == Error::Kind::Unreachable) {
            co_return failure(predicted);
        }
        ObjectDifference unknown = named(ObjectDifference::Kind::Unknown, wanted);
        unknown.problem = predicted.error().detail;
        co_return std::optional(unknown);
    }
    if (predicted->live.isEmpty()) {
        co_return std::optional(named(ObjectDifference::Kind::Added, wanted));
    }
    const IgnoreRules::Sides sides = context->rules.applied(predicted->live, predicted->after);
    ObjectDifference changed = named(ObjectDifference::Kind::Changed, wanted);
    changed.fields = fieldDifferences(sides.before, sides.after);
    if (changed.fields.isEmpty()) {
        co_return std::optional<ObjectDifference>();
    }
    if (const auto theirs = ownedByOthers(changed.fields, context->fieldManager); !theirs.isEmpty()) {
        changed.rule = ignoreRule(predicted->live, theirs);
    }
    co_return std::optional(changed);
}

/// What Argo CD holds for the application's and the desired state lacks.
void addSurplus(ApplicationDifference &difference, const kube::Object &application, const QSet<QString> &wanted)
{
    const QJsonArray resources = application[u"status"][u"resources"].toArray();
    for (const QJsonValue &resource : resources) {
        const QString place = placeOf(resource[u"group"].toString(), resource[u"kind"].toString(),
                                      resource[u"namespace"].toString(), resource[u"name"].toString());
        if (!resource[u"hook"].toBool() && !wanted.contains(place)) {
            difference.objects.append({.kind = ObjectDifference::Kind::Removed,
                                       .group = resource[u"group"].toString(),
                                       .version = resource[u"version"].toString(),
                                       .objectKind = resource[u"kind"].toString(),
                                       .ns = resource[u"namespace"].toString(),
                                       .name = resource[u"name"].toString()});
        }
    }
}

constexpr qsizetype kAtOnce = 8; ///< requests in flight

} // namespace

Async<ApplicationDifference> compareWithCluster(kube::ApiPtr api, kube::Object application, DesiredState desired,
                                                QList<kube::ResourceType> types, IgnoreRules rules, CompareOptions options,
                                                CancelToken cancel)
{
    ApplicationDifference difference{.after = desired.revisions, .notes = desired.notes + rules.notes()};
    const auto context = std::make_shared<PredictContext>();
    context->types = std::move(types);
    context->rules = std::move(rules);
    context->fieldManager = options.fieldManager;
    context->instance = instanceOf(application);
    QSet<QString> wanted;
    QList<QJsonObject> objects;
    for (const DesiredObject &object : std::as_const(desired.objects)) {
        const QString place = placeOf(object.object);
        wanted.insert(place);
        if (object.isMasked && !object.isHook()) {
            ObjectDifference unknown = named(ObjectDifference::Kind::Unknown, object.object);
            unknown.problem = Text::tr("Argo CD's server hides what is in it.");
            difference.objects.append(unknown);
        } else if (!object.isHook() && (options.only.isEmpty() || options.only.contains(place))) {
            objects.append(object.object);
        }
    }
    for (qsizetype first = 0; first < objects.size(); first += kAtOnce) {
        std::vector<Async<std::optional<ObjectDifference>>> running; // each has begun; they are waited for in order
        for (qsizetype i = first; i < std::min(first + kAtOnce, objects.size()); ++i) {
            running.push_back(compareOne(api, objects[i], context, cancel));
        }
        std::optional<Error> failed;
        for (auto &one : running) {
            auto found = co_await one;
            if (!found) {
                failed = found.error();
            } else if (*found) {
                difference.objects.append(std::move(**found));
            }
        }
        if (failed) {
            co_return failure(*failed);
        }
    }
    difference.compared = static_cast<int>(objects.size());
    if (options.only.isEmpty()) {
        addSurplus(difference, application, wanted);
    }
    if (context->isWithoutServer) {
        difference.notes.append(Text::tr("The cluster did not allow a dry run, so only what the sources say is compared; "
                                         "what a sync would take away may be missing here."));
    }
    co_return difference;
}

ApplicationDifference compareAsTold(const QList<ServerResource> &resources)
{
    ApplicationDifference difference;
    for (const ServerResource &resource : resources) {
        if (resource.isHook) {
            continue;
        }
        ++difference.compared;
        const QJsonObject &any = resource.wanted.isEmpty() ? resource.live : resource.wanted;
        ObjectDifference object{.kind = ObjectDifference::Kind::Changed,
                                .group = resource.group,
                                .version = versionOf(any),
                                .objectKind = resource.kind,
                                .ns = resource.ns,
                                .name = resource.name};
        if (resource.wanted.isEmpty()) {
            object.kind = ObjectDifference::Kind::Removed;
        } else if (resource.live.isEmpty()) {
            object.kind = ObjectDifference::Kind::Added;
        } else {
            object.fields = fieldDifferences(resource.live, resource.predicted);
            if (object.fields.isEmpty()) {
                continue;
            }
        }
        difference.objects.append(object);
    }
    return difference;
}

ApplicationDifference compareRevisions(const DesiredState &before, const DesiredState &after)
{
    ApplicationDifference difference{.before = before.revisions, .after = after.revisions, .notes = before.notes + after.notes};
    QMap<QString, QJsonObject> old;
    for (const DesiredObject &object : before.objects) {
        old.insert(placeOf(object.object), object.object);
    }
    for (const DesiredObject &object : after.objects) {
        const QString place = placeOf(object.object);
        if (!old.contains(place)) {
            difference.objects.append(named(ObjectDifference::Kind::Added, object.object));
            continue;
        }
        ObjectDifference changed = named(ObjectDifference::Kind::Changed, object.object);
        changed.fields = fieldDifferences(old.take(place), object.object);
        if (!changed.fields.isEmpty()) {
            difference.objects.append(changed);
        }
    }
    for (const QJsonObject &object : std::as_const(old)) {
        difference.objects.append(named(ObjectDifference::Kind::Removed, object));
    }
    difference.compared = static_cast<int>(std::max(before.objects.size(), after.objects.size()));
    return difference;
}

QStringList imagesOf(const QList<DesiredObject> &objects)
{
    QSet<QString> images;
    const auto collect = [&images](const QJsonValue &podSpec) {
        for (const auto *list : {u"initContainers", u"containers"}) {
            const QJsonArray containers = podSpec[list].toArray();
            for (const QJsonValue &container : containers) {
                images.insert(container[u"image"].toString());
            }
        }
    };
    for (const DesiredObject &object : objects) {
        const QJsonValue spec = object.object[u"spec"];
        collect(spec);
        collect(spec[u"template"][u"spec"]);
        collect(spec[u"jobTemplate"][u"spec"][u"template"][u"spec"]);
    }
    images.remove(QString());
    QStringList sorted = images.values();
    sorted.sort();
    return sorted;
}

Async<IgnoreRules> ignoreRulesOf(kube::ApiPtr api, kube::Object application, CancelToken cancel)
{
    IgnoreRules rules;
    rules.add(application[u"spec"][u"ignoreDifferences"].toArray());
    const QString home = application[u"status"][u"controllerNamespace"].toString();
    const kube::ResourceType maps{.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s};
    const auto settings
        = co_await api->get(maps, {.ns = home.isEmpty() ? namespaceOf(application) : home, .name = u"argocd-cm"_s}, cancel);
    if (settings) {
        rules.addInstallation(*settings);
    } else if (settings.error().kind == Error::Kind::Cancelled || settings.error().kind == Error::Kind::Unreachable) {
        co_return failure(settings);
    }
    co_return rules;
}

} // namespace sentinel::gitops
