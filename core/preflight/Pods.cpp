// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Pods.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QStringList &workloadKinds()
{
    static const QStringList kinds{u"Deployment"_s, u"StatefulSet"_s, u"DaemonSet"_s, u"ReplicaSet"_s, u"Job"_s};
    return kinds;
}

/// Of one container; a request that is missing is the limit, as the API server fills it in.
Amounts ofContainer(const QJsonObject &container, bool limits)
{
    const QJsonObject resources = container[u"resources"].toObject();
    Amounts limit = amountsOf(resources[u"limits"]);
    if (limits) {
        return limit;
    }
    const Amounts request = amountsOf(resources[u"requests"]);
    for (auto each = request.begin(); each != request.end(); ++each) {
        limit.insert(each.key(), each.value());
    }
    return limit;
}

Amounts ofPod(const QJsonObject &spec, bool limits)
{
    Amounts atOnce; // containers and the sidecars started so far
    Amounts sidecars;
    Amounts most;
    const QJsonArray inits = spec[u"initContainers"].toArray();
    for (const QJsonValue &each : inits) {
        const QJsonObject init = each.toObject();
        const Amounts own = ofContainer(init, limits);
        if (init[u"restartPolicy"].toString() == "Always"_L1) {
            add(sidecars, own);
            raise(most, sidecars);
            continue;
        }
        Amounts during = sidecars;
        add(during, own);
        raise(most, during);
    }
    atOnce = sidecars;
    const QJsonArray containers = spec[u"containers"].toArray();
    for (const QJsonValue &each : containers) {
        add(atOnce, ofContainer(each.toObject(), limits));
    }
    raise(atOnce, most);
    add(atOnce, amountsOf(spec[u"overhead"]));
    return atOnce;
}

QJsonObject podTemplateOf(const QJsonObject &object)
{
    return object[u"spec"][u"template"].toObject();
}

/// The least and the most an autoscaler of these objects gives a workload.
std::pair<int, int> scaledTo(const QList<QJsonObject> &objects, const QJsonObject &workload, int replicas)
{
    for (const QJsonObject &object : objects) {
        const QString kind = kindOf(object);
        const bool keda = kind == "ScaledObject"_L1;
        if ((kind != "HorizontalPodAutoscaler"_L1 && !keda) || spaceOf(object) != spaceOf(workload)) {
            continue;
        }
        const QJsonObject target = object[u"spec"][u"scaleTargetRef"].toObject();
        if (target[u"name"].toString() != nameOf(workload) || target[u"kind"].toString(u"Deployment"_s) != kindOf(workload)) {
            continue;
        }
        const QJsonObject spec = object[u"spec"].toObject();
        const int least = spec[keda ? u"minReplicaCount" : u"minReplicas"].toInt(keda ? 0 : 1);
        const int most = spec[keda ? u"maxReplicaCount" : u"maxReplicas"].toInt(100);
        return {std::max(least, 1), std::max(most, least)};
    }
    return {replicas, replicas};
}

int priorityOf(const QList<QJsonObject> &objects, const QString &name)
{
    for (const QJsonObject &object : objects) {
        if (kindOf(object) == "PriorityClass"_L1 && nameOf(object) == name) {
            return object[u"value"].toInt();
        }
    }
    return 0;
}

/// Of one workload's containers.
QStringList imagesIn(const QJsonObject &object)
{
    const bool regular = kindOf(object) == "CronJob"_L1;
    const QJsonObject spec = podTemplateOf(regular ? object[u"spec"][u"jobTemplate"].toObject() : object)[u"spec"].toObject();
    QStringList images;
    for (const QStringView list : {QStringView(u"initContainers"), QStringView(u"containers")}) {
        const QJsonArray containers = spec[list].toArray();
        for (const QJsonValue &each : containers) {
            const QString image = each[u"image"].toString();
            if (!image.isEmpty()) {
                images.append(image);
            }
        }
    }
    return images;
}

} // namespace

void add(Amounts &to, const Amounts &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        to[each.key()] += each.value();
    }
}

void raise(Amounts &to, const Amounts &least)
{
    for (auto each = least.begin(); each != least.end(); ++each) {
        qint64 &amount = to[each.key()];
        amount = std::max(amount, each.value());
    }
}

QString amountText(const QString &resource, qint64 milli)
{
    if (resource == "cpu"_L1) {
        return Text::tr("%1 cores").arg(double(milli) / 1000, 0, 'g', 4);
    }
    if (resource == "memory"_L1 || resource.endsWith("storage"_L1)) {
        const double bytes = double(milli) / 1000;
        const bool small = bytes < 1024.0 * 1024 * 1024;
        return u"%1 %2"_s.arg(bytes / (small ? 1024.0 * 1024 : 1024.0 * 1024 * 1024), 0, 'f', small ? 0 : 1)
            .arg(small ? u"MiB"_s : u"GiB"_s);
    }
    // Counts of what Kubernetes itself has are said beside their name.
    return resource.contains(u'/') ? u"%1 %2"_s.arg(milli / 1000).arg(resource) : QString::number(milli / 1000);
}

Amounts amountsOf(const QJsonValue &map)
{
    Amounts amounts;
    const QJsonObject object = map.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        amounts.insert(each.key(), milliOf(each.value()));
    }
    return amounts;
}

Amounts requestsOf(const QJsonObject &podSpec)
{
    return ofPod(podSpec, false);
}

Amounts limitsOf(const QJsonObject &podSpec)
{
    return ofPod(podSpec, true);
}

QList<PodGroup> podGroupsOf(const QList<QJsonObject> &objects)
{
    QList<PodGroup> groups;
    for (const QJsonObject &object : objects) {
        const QString kind = kindOf(object);
        if (!workloadKinds().contains(kind)) {
            continue;
        }
        const QJsonObject pods = podTemplateOf(object);
        PodGroup group{.owner = titleOf(object), .ns = spaceOf(object)};
        group.perNode = kind == "DaemonSet"_L1;
        group.ends = kind == "Job"_L1;
        const int written = group.ends ? object[u"spec"][u"parallelism"].toInt(1) : object[u"spec"][u"replicas"].toInt(1);
        std::tie(group.count, group.most) = scaledTo(objects, object, written);
        group.spec = pods[u"spec"].toObject();
        group.labels = labelsOf(pods[u"metadata"][u"labels"]);
        group.requests = requestsOf(group.spec);
        group.requests.insert(u"pods"_s, 1000);
        group.priority = priorityOf(objects, group.spec[u"priorityClassName"].toString());
        const QJsonArray templates = object[u"spec"][u"volumeClaimTemplates"].toArray();
        for (const QJsonValue &each : templates) {
            group.claims.append(each[u"metadata"][u"name"].toString());
        }
        groups.append(group);
    }
    return groups;
}

QList<VolumeWish> volumesOf(const QList<QJsonObject> &objects)
{
    QList<VolumeWish> wishes;
    const auto take = [&wishes](const QString &owner, const QString &name, const QJsonObject &claim, int count, bool lasts) {
        wishes.append({.owner = owner,
                       .name = name,
                       .storageClass = claim[u"storageClassName"].toString(),
                       .bytes = milliOf(claim[u"resources"][u"requests"][u"storage"]) / 1000,
                       .count = count,
                       .lasts = lasts});
    };
    for (const QJsonObject &object : objects) {
        if (kindOf(object) == "PersistentVolumeClaim"_L1) {
            take(titleOf(object), nameOf(object), object[u"spec"].toObject(), 1, true);
        }
        if (!workloadKinds().contains(kindOf(object))) {
            continue;
        }
        const int count = object[u"spec"][u"replicas"].toInt(1);
        const QJsonArray templates = object[u"spec"][u"volumeClaimTemplates"].toArray();
        for (const QJsonValue &each : templates) {
            take(titleOf(object), each[u"metadata"][u"name"].toString(), each[u"spec"].toObject(), count, true);
        }
        const QJsonArray volumes = podTemplateOf(object)[u"spec"][u"volumes"].toArray();
        for (const QJsonValue &each : volumes) {
            const QJsonObject claim = each[u"ephemeral"][u"volumeClaimTemplate"][u"spec"].toObject();
            if (!claim.isEmpty()) {
                take(titleOf(object), each[u"name"].toString(), claim, count, false);
            }
        }
    }
    return wishes;
}

QStringList imagesOf(const QList<QJsonObject> &objects)
{
    QStringList images;
    for (const QJsonObject &object : objects) {
        const QStringList own = imagesIn(object);
        for (const QString &image : own) {
            if (!images.contains(image)) {
                images.append(image);
            }
        }
    }
    images.sort();
    return images;
}

QStringList ownersOf(const QList<QJsonObject> &objects, const QString &image)
{
    QStringList owners;
    for (const QJsonObject &object : objects) {
        if (imagesIn(object).contains(image)) {
            owners.append(titleOf(object));
        }
    }
    return owners;
}

} // namespace sentinel::preflight
