// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/ApplicationSetController.h"

#include "core/sandbox/Names.h"
#include "core/sandbox/Types.h"
#include "core/sandbox/delivery/Objects.h"
#include "core/sandbox/delivery/TemplateText.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

constexpr auto kResourcesFinalizer = "resources-finalizer.argocd.argoproj.io"_L1;
// Asked for by people and written by Argo CD itself: no template takes them away.
constexpr std::array kKeptAnnotations{"argocd.argoproj.io/refresh"_L1, "argocd.argoproj.io/hydrate"_L1,
                                      "notified.notifications.argoproj.io"_L1};

QJsonObject ownerOf(const QJsonObject &application)
{
    const QJsonArray owners = listAt(application, {u"metadata", u"ownerReferences"});
    for (const QJsonValue &owner : owners) {
        if (owner[u"kind"].toString() == u"ApplicationSet" && owner[u"controller"].toBool()) {
            return owner.toObject();
        }
    }
    return {};
}

Result<QJsonArray> elementsOf(const QJsonObject &spec)
{
    const QString doing = u"generating parameters"_s;
    QJsonArray elements;
    const QJsonArray generators = spec[u"generators"].toArray();
    for (const QJsonValue &generator : generators) {
        const QJsonObject list = generator[u"list"].toObject();
        for (const QString &key : generator.toObject().keys()) {
            if (key != u"list" || list.contains(u"elementsYaml"_s) || list.contains(u"template"_s)) {
                return failure(Error::Kind::Unsupported, doing,
                               u"the rehearsal cluster knows list generators with elements only, not %1"_s.arg(key));
            }
        }
        const QJsonArray items = list[u"elements"].toArray();
        for (const QJsonValue &item : items) {
            elements.append(item);
        }
    }
    return elements;
}

QString unsupportedPart(const QJsonObject &spec)
{
    if (!spec[u"templatePatch"].toString().isEmpty()) {
        return u"templatePatch"_s;
    }
    const QString strategy = spec[u"strategy"][u"type"].toString();
    if (!strategy.isEmpty() && strategy != u"AllAtOnce") {
        return u"strategy "_s + strategy;
    }
    const QJsonArray ignored = spec[u"ignoreApplicationDifferences"].toArray();
    for (const QJsonValue &rule : ignored) {
        if (!rule[u"jqPathExpressions"].toArray().isEmpty()) {
            return u"ignoreApplicationDifferences with jqPathExpressions"_s;
        }
    }
    return {};
}

/// The wanted Application with the values people gave at the places the set leaves alone.
QJsonObject withIgnored(const QJsonObject &wanted, const QJsonObject &live, const QJsonArray &rules)
{
    QJsonValue result = wanted;
    for (const QJsonValue &rule : rules) {
        const QString name = rule[u"name"].toString();
        if (!name.isEmpty() && name != nameOf(wanted)) {
            continue;
        }
        const QJsonArray pointers = rule[u"jsonPointers"].toArray();
        for (const QJsonValue &pointer : pointers) {
            const QStringList steps = pointerSteps(pointer.toString());
            result = withValueAtSteps(result, steps, valueAtSteps(live, steps));
        }
    }
    return result.toObject();
}

QJsonArray ownerReferenceTo(const QJsonObject &set)
{
    return {QJsonObject{{u"apiVersion"_s, set[u"apiVersion"]},
                        {u"kind"_s, u"ApplicationSet"_s},
                        {u"name"_s, nameOf(set)},
                        {u"uid"_s, uidOf(set)},
                        {u"controller"_s, true},
                        {u"blockOwnerDeletion"_s, true}}};
}

} // namespace

ApplicationSetController::ApplicationSetController(DeliveryWorld &world)
    : m_world(world)
    , m_queue(world.clock, [this](const Key &key) { reconcile(key); })
{
    m_listener = m_world.store.listen([this](const Change &change) { observe(change); });
    const QList<QJsonObject> sets = m_world.store.list(kinds::applicationSet());
    for (const QJsonObject &set : sets) {
        m_queue.add({.ns = namespaceOf(set), .name = nameOf(set)});
    }
}

ApplicationSetController::~ApplicationSetController()
{
    m_world.store.forget(m_listener);
}

void ApplicationSetController::observe(const Change &change)
{
    if (change.type == &kinds::applicationSet()) {
        if (change.kind == Change::Kind::Deleted) {
            removeOwned(change.object);
        } else {
            m_queue.add({.ns = namespaceOf(change.object), .name = nameOf(change.object)});
        }
    } else if (change.type == &kinds::application()) {
        for (const QJsonObject &each : {change.object, change.before}) {
            if (const QString owner = ownerOf(each)[u"name"].toString(); !owner.isEmpty()) {
                m_queue.add({.ns = namespaceOf(change.object), .name = owner});
            }
        }
    }
}

Result<QList<QJsonObject>> ApplicationSetController::applicationsOf(const QJsonObject &set) const
{
    const QJsonObject spec = set[u"spec"].toObject();
    if (const QString part = unsupportedPart(spec); !part.isEmpty()) {
        return failure(Error::Kind::Unsupported, u"generating applications"_s, u"the rehearsal cluster does not know "_s + part);
    }
    const Result<QJsonArray> elements = elementsOf(spec);
    if (!elements) {
        return failure(elements);
    }
    const TemplateRules rules{.goTemplate = spec[u"goTemplate"].toBool(),
                              .missingIsError = spec[u"goTemplateOptions"].toArray().contains(u"missingkey=error"_s)};
    const bool keepsResources = spec[u"syncPolicy"][u"preserveResourcesOnDeletion"].toBool();
    QList<QJsonObject> applications;
    QStringList names;
    for (const QJsonValue &element : *elements) {
        Result<QJsonObject> application = filled(spec[u"template"].toObject(), element.toObject(), rules);
        if (!application) {
            return failure(application);
        }
        put(*application, {u"metadata", u"namespace"}, namespaceOf(set));
        put(*application, {u"metadata", u"ownerReferences"}, ownerReferenceTo(set));
        if (!keepsResources && listAt(*application, {u"metadata", u"finalizers"}).isEmpty()) {
            put(*application, {u"metadata", u"finalizers"}, QJsonArray{kResourcesFinalizer});
        }
        if (names.contains(nameOf(*application))) {
            return failure(
                Error::Kind::Invalid, u"generating applications"_s,
                u"ApplicationSet %1 contains applications with duplicate name: %2"_s.arg(nameOf(set), nameOf(*application)));
        }
        names.append(nameOf(*application));
        applications.append(*application);
    }
    return applications;
}

Result<void> ApplicationSetController::bring(const QJsonObject &set, const QJsonObject &wanted)
{
    const std::optional<QJsonObject> live = m_world.store.find(kinds::application(), namespaceOf(wanted), nameOf(wanted));
    if (!live) {
        const Result<QJsonObject> made = m_world.store.create(kinds::application(), wanted);
        return made ? Result<void>() : failure(made);
    }
    if (ownerOf(*live)[u"uid"].toString() != uidOf(set) && !ownerOf(*live).isEmpty()) {
        return failure(
            Error::Kind::Conflict, u"updating "_s + nameOf(wanted),
            u"Application %1 belongs to the ApplicationSet %2"_s.arg(nameOf(wanted), ownerOf(*live)[u"name"].toString()));
    }
    QJsonObject changed = *live;
    const QJsonObject kept = withIgnored(wanted, *live, listAt(set, {u"spec", u"ignoreApplicationDifferences"}));
    changed[u"spec"_s] = kept[u"spec"];
    put(changed, {u"metadata", u"labels"}, valueAt(kept, {u"metadata", u"labels"}));
    put(changed, {u"metadata", u"ownerReferences"}, valueAt(wanted, {u"metadata", u"ownerReferences"}));
    put(changed, {u"metadata", u"finalizers"}, valueAt(wanted, {u"metadata", u"finalizers"}));
    QJsonObject annotations = objectAt(kept, {u"metadata", u"annotations"});
    for (const QLatin1StringView name : kKeptAnnotations) {
        if (const QJsonValue value = valueAt(*live, {u"metadata", u"annotations", QString(name)}); !value.isUndefined()) {
            annotations.insert(name, value);
        }
    }
    put(changed, {u"metadata", u"annotations"},
        annotations.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(annotations));
    const Result<QJsonObject> written = m_world.store.update(kinds::application(), changed, Store::Half::Both);
    return written ? Result<void>() : failure(written);
}

void ApplicationSetController::removeOthers(const QJsonObject &set, const QStringList &wanted)
{
    const QString policy = textAt(set, {u"spec", u"syncPolicy", u"applicationsSync"});
    if (policy == u"create-only" || policy == u"create-update") {
        return;
    }
    const QList<QJsonObject> applications = m_world.store.list(kinds::application(), namespaceOf(set));
    for (const QJsonObject &application : applications) {
        if (ownerOf(application)[u"uid"].toString() == uidOf(set) && !wanted.contains(nameOf(application))) {
            (void)m_world.store.remove(kinds::application(), namespaceOf(application), nameOf(application));
        }
    }
}

void ApplicationSetController::removeOwned(const QJsonObject &set)
{
    // The garbage collector would do it a little later; an Application that is gone already is no matter.
    const bool keepsResources = flagAt(set, {u"spec", u"syncPolicy", u"preserveResourcesOnDeletion"});
    const QList<QJsonObject> applications = m_world.store.list(kinds::application(), namespaceOf(set));
    for (const QJsonObject &application : applications) {
        if (ownerOf(application)[u"uid"].toString() != uidOf(set)) {
            continue;
        }
        if (keepsResources) {
            (void)m_world.store.change(
                kinds::application(), namespaceOf(application), nameOf(application),
                [](QJsonObject &object) {
                    drop(object, {u"metadata", u"finalizers"});
                    return true;
                },
                Store::Half::Both);
        }
        (void)m_world.store.remove(kinds::application(), namespaceOf(application), nameOf(application));
    }
}

void ApplicationSetController::writeStatus(const QJsonObject &set, const QStringList &names, const Error *error)
{
    const QString now = timestamp(m_world.clock.now());
    const auto condition = [&](const QString &type, bool isTrue, const QString &reason, const QString &message) {
        return QJsonObject{{u"type"_s, type},
                           {u"status"_s, isTrue ? u"True"_s : u"False"_s},
                           {u"reason"_s, reason},
                           {u"message"_s, message},
                           {u"lastTransitionTime"_s, now}};
    };
    const QString said = error ? error->detail : u"Successfully generated parameters for all Applications"_s;
    const QString reason = !error                 ? u"ApplicationSetUpToDate"_s
        : error->kind == Error::Kind::Unsupported ? u"Unsupported"_s
                                                  : u"ApplicationGenerationFromParamsError"_s;
    QJsonArray conditions = listAt(set, {u"status", u"conditions"});
    conditions = withCondition(conditions, condition(u"ErrorOccurred"_s, error != nullptr, reason, said), m_world.clock.now());
    conditions = withCondition(
        conditions, condition(u"ParametersGenerated"_s, !error, error ? u"ErrorOccurred"_s : u"ParametersGenerated"_s, said),
        m_world.clock.now());
    conditions = withCondition(
        conditions,
        condition(u"ResourcesUpToDate"_s, !error, reason, error ? said : u"All applications have been generated successfully"_s),
        m_world.clock.now());
    QJsonArray resources;
    for (const QString &name : names) {
        const QJsonObject application = m_world.store.find(kinds::application(), namespaceOf(set), name).value_or(QJsonObject());
        resources.append(QJsonObject{{u"group"_s, u"argoproj.io"_s},
                                     {u"version"_s, u"v1alpha1"_s},
                                     {u"kind"_s, u"Application"_s},
                                     {u"namespace"_s, namespaceOf(set)},
                                     {u"name"_s, name},
                                     {u"status"_s, textAt(application, {u"status", u"sync", u"status"})},
                                     {u"health"_s, objectAt(application, {u"status", u"health"})}});
    }
    (void)m_world.store.change(kinds::applicationSet(), namespaceOf(set), nameOf(set), [&](QJsonObject &object) {
        put(object, {u"status", u"conditions"}, conditions);
        put(object, {u"status", u"resources"}, resources);
        put(object, {u"status", u"resourcesCount"}, resources.size());
        return true;
    });
}

void ApplicationSetController::reconcile(const Key &key)
{
    const std::optional<QJsonObject> set = m_world.store.find(kinds::applicationSet(), key.ns, key.name);
    if (!set || isDeleting(*set)) {
        return;
    }
    const Result<QList<QJsonObject>> wanted = applicationsOf(*set);
    if (!wanted) {
        // As Argo CD does: what was generated before stays as it is.
        writeStatus(*set, {}, &wanted.error());
        return;
    }
    QStringList names;
    std::optional<Error> problem;
    for (const QJsonObject &application : *wanted) {
        names.append(nameOf(application));
        if (const Result<void> done = bring(*set, application); !done) {
            problem = done.error();
        }
    }
    removeOthers(*set, names);
    writeStatus(*set, names, problem ? &*problem : nullptr);
}

} // namespace sentinel::sandbox
