// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/References.h"
#include "core/rollback/Checks.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

constexpr QLatin1StringView kContainerLists[] = {"initContainers"_L1, "containers"_L1, "ephemeralContainers"_L1};

void need(QSet<QString> &names, const QJsonValue &reference, const QString &field = u"name"_s)
{
    const QString name = reference[field].toString();
    if (!name.isEmpty() && !reference[u"optional"].toBool()) {
        names.insert(name);
    }
}

void addContainer(References &needed, const QJsonValue &container)
{
    const QJsonArray variables = container[u"env"].toArray();
    for (const QJsonValue &variable : variables) {
        need(needed.secrets, variable[u"valueFrom"][u"secretKeyRef"]);
        need(needed.configMaps, variable[u"valueFrom"][u"configMapKeyRef"]);
    }
    const QJsonArray sources = container[u"envFrom"].toArray();
    for (const QJsonValue &source : sources) {
        need(needed.secrets, source[u"secretRef"]);
        need(needed.configMaps, source[u"configMapRef"]);
    }
}

void addVolume(References &needed, const QJsonValue &volume)
{
    need(needed.secrets, volume[u"secret"], u"secretName"_s);
    need(needed.configMaps, volume[u"configMap"]);
    const QJsonArray sources = volume[u"projected"][u"sources"].toArray();
    for (const QJsonValue &source : sources) {
        need(needed.secrets, source[u"secret"]);
        need(needed.configMaps, source[u"configMap"]);
    }
}

void addPods(References &needed, const QJsonObject &pods)
{
    for (const QLatin1StringView list : kContainerLists) {
        const QJsonArray containers = pods[list].toArray();
        for (const QJsonValue &container : containers) {
            addContainer(needed, container);
        }
    }
    const QJsonArray volumes = pods[u"volumes"].toArray();
    for (const QJsonValue &volume : volumes) {
        addVolume(needed, volume);
    }
    const QJsonArray pulls = pods[u"imagePullSecrets"].toArray();
    for (const QJsonValue &pull : pulls) {
        need(needed.secrets, pull);
    }
}

} // namespace

References referencesOf(const QList<QJsonObject> &objects)
{
    References needed;
    QSet<QString> ownMaps;
    for (const QJsonObject &object : objects) {
        const QString kind = object[u"kind"].toString();
        const QString name = object[u"metadata"][u"name"].toString();
        addPods(needed, podSpecOf(object));
        if (kind == u"Secret") {
            needed.ownSecrets.insert(name);
        } else if (kind == u"ConfigMap") {
            ownMaps.insert(name);
        } else if (kind == u"Certificate") {
            needed.ownSecrets.insert(object[u"spec"][u"secretName"].toString());
        } else if (kind == u"Ingress") {
            const QJsonArray entries = object[u"spec"][u"tls"].toArray();
            for (const QJsonValue &entry : entries) {
                need(needed.secrets, entry, u"secretName"_s);
            }
        }
    }
    needed.secrets -= needed.ownSecrets;
    needed.configMaps -= ownMaps;
    needed.configMaps.remove(u"kube-root-ca.crt"_s); // Kubernetes puts one into every namespace
    return needed;
}

QSet<QString> imagesOf(const QList<QJsonObject> &objects)
{
    QSet<QString> images;
    for (const QJsonObject &object : objects) {
        const QJsonObject pods = podSpecOf(object);
        for (const QLatin1StringView list : kContainerLists) {
            const QJsonArray containers = pods[list].toArray();
            for (const QJsonValue &container : containers) {
                images.insert(container[u"image"].toString());
            }
        }
    }
    images.remove(QString());
    return images;
}

QSet<QString> imagesOnNode(const QJsonObject &node)
{
    QSet<QString> images;
    const QJsonArray list = node[u"status"][u"images"].toArray();
    for (const QJsonValue &image : list) {
        const QJsonArray names = image[u"names"].toArray();
        for (const QJsonValue &name : names) {
            images.insert(name.toString());
        }
    }
    return images;
}

QSet<QString> imagesThatRun(const QJsonObject &pod)
{
    QSet<QString> started;
    for (const QLatin1StringView list : {"initContainerStatuses"_L1, "containerStatuses"_L1}) {
        const QJsonArray statuses = pod[u"status"][list].toArray();
        for (const QJsonValue &status : statuses) {
            const QJsonValue state = status[u"state"];
            if (state[u"running"].isObject() || state[u"terminated"].isObject()
                || status[u"lastState"][u"terminated"].isObject()) {
                started.insert(status[u"name"].toString());
            }
        }
    }
    QSet<QString> images;
    for (const QLatin1StringView list : kContainerLists) {
        const QJsonArray containers = pod[u"spec"][list].toArray();
        for (const QJsonValue &container : containers) {
            if (started.contains(container[u"name"].toString())) {
                images.insert(container[u"image"].toString());
            }
        }
    }
    return images;
}

} // namespace sentinel::rollback
