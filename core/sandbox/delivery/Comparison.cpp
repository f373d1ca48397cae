// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/delivery/Comparison.h"

#include "core/sandbox/delivery/ObjectDifference.h"
#include "core/sandbox/workloads/Json.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

Health worst(const QList<ComparedObject> &objects)
{
    Health worst;
    bool anyLives = objects.isEmpty();
    for (const ComparedObject &object : objects) {
        anyLives = anyLives || !object.live.isEmpty();
        const QJsonObject &known = object.live.isEmpty() ? object.target : object.live;
        const bool ignored = annotationOf(known, u"argocd.argoproj.io/ignore-healthcheck") == u"true";
        if (object.health && !ignored && object.health->status != Health::Status::Missing
            && object.health->status > worst.status) {
            worst = {.status = object.health->status, .message = object.health->message};
        }
    }
    // Missing only when there is nothing at all (Argo CD 3.4).
    return anyLives ? worst : Health{.status = Health::Status::Missing};
}

void collectImages(const QJsonObject &podSpec, QSet<QString> &images)
{
    for (const QStringView list : {u"initContainers", u"containers"}) {
        const QJsonArray containers = podSpec[list].toArray();
        for (const QJsonValue &container : containers) {
            images.insert(container[u"image"].toString());
        }
    }
}

} // namespace

bool Comparison::isInSync() const
{
    return std::ranges::all_of(objects, [](const ComparedObject &object) { return object.isInSync || !object.counts; });
}

bool Comparison::needsOnlyPruning() const
{
    return !isInSync() && std::ranges::all_of(objects, [](const ComparedObject &object) {
        return object.isInSync || !object.counts || object.target.isEmpty();
    });
}

Comparison compare(const Store &store, const QString &instance, const TargetState &target, const QSet<ObjectPlace> &tracked,
                   const QJsonArray &ignoreDifferences)
{
    Comparison comparison;
    QSet<ObjectPlace> wanted;
    for (const QJsonObject &object : target.objects) {
        const HookRules rules = hookRulesOf(object);
        const ObjectPlace place = placeOf(object);
        wanted.insert(place);
        if (rules.isHook || rules.isLeftOut || place.name.isEmpty()) {
            continue;
        }
        ComparedObject compared{.place = place, .target = object};
        if (place.type) {
            compared.live = store.find(*place.type, place.ns, place.name).value_or(QJsonObject());
        }
        if (compared.live.isEmpty()) {
            compared.health = Health{.status = Health::Status::Missing};
        } else {
            compared.isInSync = hasAll(compared.live, withIgnoredAsLive(object, compared.live, ignoreDifferences));
            compared.health = healthOf(compared.live);
            if (const QString other = instanceOf(compared.live); !other.isEmpty() && other != instance) {
                // The annotation tells whose it is; the rest may well be equal.
                compared.isInSync = false;
                comparison.shared.append(
                    u"%1/%2 is part of applications %3 and %4"_s.arg(object[u"kind"].toString(), place.name, instance, other));
            }
        }
        comparison.objects.append(compared);
    }
    for (const ObjectPlace &place : tracked) {
        const std::optional<QJsonObject> live
            = wanted.contains(place) ? std::nullopt : store.find(*place.type, place.ns, place.name);
        if (!live || hookRulesOf(*live).isHook) {
            continue;
        }
        const bool counts = !annotationListOf(*live, u"argocd.argoproj.io/compare-options").contains(u"IgnoreExtraneous"_s);
        comparison.objects.append({.place = place, .target = {}, .live = *live, .counts = counts, .health = healthOf(*live)});
    }
    std::ranges::sort(comparison.objects, {}, [](const ComparedObject &object) {
        const QJsonObject &known = object.target.isEmpty() ? object.live : object.target;
        return std::tuple(groupOf(known), known[u"kind"].toString(), object.place.ns, object.place.name);
    });
    comparison.health = worst(comparison.objects);
    return comparison;
}

QJsonArray resourcesOf(const Comparison &comparison)
{
    QJsonArray resources;
    for (const ComparedObject &object : comparison.objects) {
        const QJsonObject &known = object.target.isEmpty() ? object.live : object.target;
        QJsonObject resource{{u"version"_s, versionOf(known)},
                             {u"kind"_s, known[u"kind"]},
                             {u"name"_s, object.place.name},
                             {u"status"_s, object.isInSync ? u"Synced"_s : u"OutOfSync"_s}};
        if (const QString group = groupOf(known); !group.isEmpty()) {
            resource.insert(u"group"_s, group);
        }
        if (!object.place.ns.isEmpty()) {
            resource.insert(u"namespace"_s, object.place.ns);
        }
        if (object.health) {
            QJsonObject health{{u"status"_s, healthName(object.health->status)}};
            if (!object.health->message.isEmpty()) {
                health.insert(u"message"_s, object.health->message);
            }
            resource.insert(u"health"_s, health);
        }
        if (object.target.isEmpty()) {
            resource.insert(u"requiresPruning"_s, true);
        }
        if (const int wave = hookRulesOf(known).wave; wave != 0) {
            resource.insert(u"syncWave"_s, wave);
        }
        resources.append(resource);
    }
    return resources;
}

QStringList imagesOf(const Comparison &comparison)
{
    QSet<QString> images;
    for (const ComparedObject &object : comparison.objects) {
        collectImages(objectAt(object.live, {u"spec"}), images);
        collectImages(objectAt(object.live, {u"spec", u"template", u"spec"}), images);
        collectImages(objectAt(object.live, {u"spec", u"jobTemplate", u"spec", u"template", u"spec"}), images);
    }
    images.remove(QString());
    QStringList sorted = images.values();
    sorted.sort();
    return sorted;
}

} // namespace sentinel::sandbox
