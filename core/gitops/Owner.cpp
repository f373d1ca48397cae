// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Owner.h"

#include "core/gitops/Json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Owner)
};

kube::ResourceType setType()
{
    return {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"ApplicationSet"_s, .plural = u"applicationsets"_s};
}

/// Places that cover the field a pause changes, the narrowest first.
QStringList pointers(PauseWay way)
{
    const QStringList wide{u"/spec/syncPolicy/automated"_s, u"/spec/syncPolicy"_s};
    return way == PauseWay::Switch ? QStringList{u"/spec/syncPolicy/automated/enabled"_s} + wide : wide;
}

bool covers(const QJsonObject &rule, PauseWay way)
{
    const QStringList given = textsOf(rule[u"jsonPointers"]);
    const QStringList expressions = textsOf(rule[u"jqPathExpressions"]);
    const QStringList places = pointers(way);
    return std::ranges::any_of(places, [&](const QString &place) {
        return given.contains(place) || expressions.contains(QString(place).replace(u'/', u'.'));
    });
}

bool hasPolicy(const kube::Object &set)
{
    const QString policy = set[u"spec"][u"syncPolicy"][u"applicationsSync"].toString();
    return policy == u"create-only" || policy == u"create-delete";
}

/// The application above leaves the field as it finds it: an ignore rule, and the option that makes a sync honour it.
bool parentLeaves(const kube::Object &parent, const QString &application, PauseWay way)
{
    const QStringList options = textsOf(parent[u"spec"][u"syncPolicy"][u"syncOptions"]);
    const QJsonArray rules = parent[u"spec"][u"ignoreDifferences"].toArray();
    return options.contains(u"RespectIgnoreDifferences=true"_s) && std::ranges::any_of(rules, [&](const QJsonValue &rule) {
               const QString name = rule[u"name"].toString();
               return rule[u"kind"].toString() == u"Application" && (name.isEmpty() || name == application)
                   && covers(rule.toObject(), way);
           });
}

QString setOf(const kube::Object &application)
{
    const QJsonArray owners = application[u"metadata"][u"ownerReferences"].toArray();
    for (const QJsonValue &owner : owners) {
        if (owner[u"kind"].toString() == u"ApplicationSet") {
            return owner[u"name"].toString();
        }
    }
    return {};
}

/// "apps" or "team_apps" of a tracking id that is this object's own; empty: nobody's.
QString trackedBy(const kube::Object &application)
{
    const QString id = annotationOf(application, u"argocd.argoproj.io/tracking-id"_s);
    const QString own = u":argoproj.io/Application:"_s + namespaceOf(application) + u'/' + nameOf(application);
    if (id.endsWith(own)) {
        return id.chopped(own.size());
    }
    return id.isEmpty() ? application[u"metadata"][u"labels"][u"app.kubernetes.io/instance"].toString() : QString();
}

void judgeSet(ApplicationOwner &owner, const QString &application, PauseWay way)
{
    if (hasPolicy(owner.object) || leavesAutoSync(owner.object, application, way)) {
        owner.sticks = ApplicationOwner::Sticks::Yes;
        owner.sentence = Text::tr("The ApplicationSet %1 made it and leaves its auto-sync alone.").arg(owner.name);
    } else {
        owner.sticks = ApplicationOwner::Sticks::No;
        owner.sentence = Text::tr("The ApplicationSet %1 made it and puts its sync policy back within seconds.").arg(owner.name);
    }
}

void judgeParent(ApplicationOwner &owner, const QString &application, PauseWay way)
{
    const QJsonValue automated = owner.object[u"spec"][u"syncPolicy"][u"automated"];
    if (parentLeaves(owner.object, application, way)) {
        owner.sticks = ApplicationOwner::Sticks::Yes;
        owner.sentence = Text::tr("The Application %1 brings it and leaves its auto-sync alone.").arg(owner.name);
    } else if (isAutoSynced(owner.object) && automated[u"selfHeal"].toBool()) {
        owner.sticks = ApplicationOwner::Sticks::No;
        owner.sentence = Text::tr("The Application %1 brings it and heals its sync policy within seconds.").arg(owner.name);
    } else {
        owner.sticks = ApplicationOwner::Sticks::UntilNextSync;
        owner.sentence = Text::tr("The Application %1 brings it and puts its sync policy back at its next sync.").arg(owner.name);
    }
}

[[nodiscard]] Async<ApplicationOwner> readOwner(kube::ApiPtr api, ApplicationOwner owner, CancelToken cancel)
{
    const kube::ResourceType type = owner.kind == ApplicationOwner::Kind::ApplicationSet ? setType() : applicationType();
    const auto object = co_await api->get(type, {.ns = owner.ns, .name = owner.name}, cancel);
    if (object) {
        owner.object = *object;
    } else if (object.error().kind == Error::Kind::Forbidden || object.error().kind == Error::Kind::NotFound) {
        owner.sticks = ApplicationOwner::Sticks::Unknown;
        owner.isForbidden = object.error().kind == Error::Kind::Forbidden;
        owner.sentence = Text::tr("%1 brings it, and it cannot be seen whether that puts its sync policy back: %2")
                             .arg(owner.name, object.error().detail);
    } else {
        co_return failure(object);
    }
    co_return owner;
}

/// A list of a merge patch takes the place of the old one, so the old ones are in it.
QJsonArray appended(QJsonArray list, const QJsonValue &item)
{
    if (!list.contains(item)) {
        list.append(item);
    }
    return list;
}

} // namespace

PauseWay wayWritten(const kube::Object &application, bool on, const QJsonObject &automated, PauseWay way)
{
    if (!on || isAutoSynced(application)) {
        return way;
    }
    const bool isThere = application[u"spec"][u"syncPolicy"][u"automated"].isObject();
    return isThere && automated.isEmpty() ? way : PauseWay::Removal;
}

bool leavesAutoSync(const kube::Object &applicationSet, const QString &application, PauseWay way)
{
    const QJsonArray rules = applicationSet[u"spec"][u"ignoreApplicationDifferences"].toArray();
    return std::ranges::any_of(rules, [&](const QJsonValue &rule) {
        const QString name = rule[u"name"].toString();
        return (name.isEmpty() || name == application) && covers(rule.toObject(), way);
    });
}

Async<ApplicationOwner> ownerOf(kube::ApiPtr api, kube::Object application, PauseWay way, CancelToken cancel)
{
    ApplicationOwner owner{.ns = namespaceOf(application)};
    const QString name = nameOf(application);
    if (owner.name = setOf(application); !owner.name.isEmpty()) {
        owner.kind = ApplicationOwner::Kind::ApplicationSet;
    } else if (owner.name = trackedBy(application); !owner.name.isEmpty() && owner.name != name) {
        owner.kind = ApplicationOwner::Kind::Application;
        if (owner.name.contains(u'_')) {
            owner.ns = owner.name.section(u'_', 0, 0);
            owner.name = owner.name.section(u'_', 1);
        }
    } else {
        co_return ApplicationOwner{};
    }
    auto read = co_await readOwner(api, owner, cancel);
    if (read && read->object.isEmpty() && read->kind == ApplicationOwner::Kind::Application && !read->isForbidden) {
        co_return ApplicationOwner{}; // a label of the same name that means something else
    }
    if (!read || read->object.isEmpty()) {
        co_return read;
    }
    read->kind == ApplicationOwner::Kind::ApplicationSet ? judgeSet(*read, name, way) : judgeParent(*read, name, way);
    co_return read;
}

QJsonObject pointerPatch(const ApplicationOwner &owner, const QString &application, PauseWay way)
{
    if (!owner.canBeTaught()) {
        return {};
    }
    const QJsonArray pointer{pointers(way).first()};
    const QJsonObject spec = owner.object[u"spec"].toObject();
    if (owner.kind == ApplicationOwner::Kind::Application) {
        const QJsonObject rule{{u"group"_s, u"argoproj.io"_s},
                               {u"kind"_s, u"Application"_s},
                               {u"name"_s, application},
                               {u"jsonPointers"_s, pointer}};
        return {{u"spec"_s,
                 QJsonObject{{u"ignoreDifferences"_s, appended(spec[u"ignoreDifferences"].toArray(), rule)},
                             {u"syncPolicy"_s,
                              QJsonObject{{u"syncOptions"_s,
                                           appended(spec[u"syncPolicy"][u"syncOptions"].toArray(),
                                                    u"RespectIgnoreDifferences=true"_s)}}}}}};
    }
    QJsonObject change{{u"ignoreApplicationDifferences"_s,
                        appended(spec[u"ignoreApplicationDifferences"].toArray(), QJsonObject{{u"jsonPointers"_s, pointer}})}};
    if (way == PauseWay::Removal) {
        // What was there is kept in an annotation, which the set would take away too.
        const QJsonArray kept = spec[u"preservedFields"][u"annotations"].toArray();
        change.insert(u"preservedFields"_s, QJsonObject{{u"annotations"_s, appended(kept, QString::fromUtf16(kAutoSyncMemory))}});
    }
    return {{u"spec"_s, change}};
}

Async<void> teachOwner(ApplicationOwner owner, QString application, PauseWay way, ChangeServices services, CancelToken cancel)
{
    Change change{.kind = u"teach-owner"_s,
                  .type = owner.kind == ApplicationOwner::Kind::ApplicationSet ? setType() : applicationType(),
                  .name = {.ns = owner.ns, .name = owner.name},
                  .sentence = Text::tr("%1 leaves the auto-sync of %2 alone from now on.").arg(owner.name, application)};
    change.patch = [owner, application, way](const kube::Object &object) -> Result<QJsonObject> {
        ApplicationOwner now = owner;
        now.object = object;
        now.kind == ApplicationOwner::Kind::ApplicationSet ? judgeSet(now, application, way) : judgeParent(now, application, way);
        return pointerPatch(now, application, way);
    };
    const auto done = co_await changeObject(change, services, cancel);
    co_return done ? Result<void>() : failure(done);
}

} // namespace sentinel::gitops
