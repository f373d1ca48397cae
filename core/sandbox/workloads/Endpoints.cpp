// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Endpoints.h"

#include "core/sandbox/workloads/Pods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kOurs = u"endpointslice-controller.k8s.io"_s;

/// The number a Service's target port has in a pod; nothing when the pod names no such port.
std::optional<int> targetOf(const QJsonObject &servicePort, const QJsonObject &pod)
{
    const QJsonValue target = servicePort.value(u"targetPort");
    if (!target.isString()) {
        return target.isDouble() ? target.toInt() : servicePort.value(u"port").toInt();
    }
    for (const QStringView list : {u"containers", u"initContainers"}) {
        for (const QJsonValue &container : listAt(pod, {u"spec", list})) {
            for (const QJsonValue &each : container.toObject().value(u"ports").toArray()) {
                if (each.toObject().value(u"name") == target) {
                    return each.toObject().value(u"containerPort").toInt();
                }
            }
        }
    }
    return {};
}

QJsonArray portsFor(const QJsonObject &service, const QList<QJsonObject> &pods)
{
    QJsonArray ports;
    for (const QJsonValue &each : listAt(service, {u"spec", u"ports"})) {
        const QJsonObject port = each.toObject();
        std::optional<int> number;
        for (const QJsonObject &pod : pods) {
            number = number ? number : targetOf(port, pod);
        }
        if (!number && !port.value(u"targetPort").isString()) {
            number = targetOf(port, {});
        }
        if (!number) {
            continue;
        }
        const QString protocol = port.value(u"protocol").toString();
        QJsonObject entry{{u"name"_s, port.value(u"name").toString()},
                          {u"port"_s, *number},
                          {u"protocol"_s, protocol.isEmpty() ? u"TCP"_s : protocol}};
        if (port.contains(u"appProtocol")) {
            entry.insert(u"appProtocol", port.value(u"appProtocol"));
        }
        ports.append(entry);
    }
    return ports;
}

QJsonObject referenceTo(const QJsonObject &pod)
{
    return {{u"kind"_s, u"Pod"_s}, {u"name"_s, nameOf(pod)}, {u"namespace"_s, namespaceOf(pod)}, {u"uid"_s, uidOf(pod)}};
}

bool publishesUnready(const QJsonObject &service)
{
    return flagAt(service, {u"spec", u"publishNotReadyAddresses"});
}

} // namespace

Endpoints::Endpoints(World &world)
    : Controller(world)
{
    lookAtAll(kinds::service());
}

void Endpoints::observe(const Change &change)
{
    if (change.type == &kinds::service()) {
        look(change.object);
    } else if (change.type == &kinds::pod()) {
        // Only what a slice says of a pod.
        const auto shown = [](const QJsonObject &pod) {
            return QJsonArray{labelsOf(pod), textAt(pod, {u"status", u"podIP"}), isReady(pod), isDeleting(pod), isFinished(pod)};
        };
        if (change.kind != Change::Kind::Modified || shown(change.object) != shown(change.before)) {
            lookAtSelecting(kinds::service(), {u"spec", u"selector"}, change);
        }
    } else if (change.type == &kinds::endpointSlice() && change.kind == Change::Kind::Deleted) {
        look(namespaceOf(change.object), labelsOf(change.object).value(u"kubernetes.io/service-name").toString());
    }
}

void Endpoints::reconcile(const Key &key)
{
    const auto service = m_world.store.find(kinds::service(), key.ns, key.name);
    const Type *endpoints = typeOfKind(u"v1", u"Endpoints");
    if (!service) {
        if (endpoints) {
            static_cast<void>(m_world.store.remove(*endpoints, key.ns, key.name));
        }
        return; // its slices go with it: they are owned
    }
    const QJsonObject selector = objectAt(*service, {u"spec", u"selector"});
    if (selector.isEmpty() || isDeleting(*service) || textAt(*service, {u"spec", u"type"}) == u"ExternalName") {
        return;
    }
    QList<QJsonObject> pods = m_world.store.list(kinds::pod(), key.ns);
    pods.removeIf([&](const QJsonObject &pod) {
        return !selects(selector, labelsOf(pod)) || isFinished(pod) || textAt(pod, {u"status", u"podIP"}).isEmpty();
    });
    writeSlice(*service, pods);
    if (endpoints) {
        writeEndpoints(*service, pods);
    }
}

void Endpoints::writeSlice(const QJsonObject &service, const QList<QJsonObject> &pods)
{
    QJsonArray endpoints;
    for (const QJsonObject &pod : pods) {
        const bool serves = isReady(pod) || publishesUnready(service);
        const auto node = m_world.store.find(kinds::node(), {}, textAt(pod, {u"spec", u"nodeName"}));
        QJsonObject endpoint{
            {u"addresses"_s, QJsonArray{textAt(pod, {u"status", u"podIP"})}},
            {u"conditions"_s,
             QJsonObject{{u"ready"_s, serves && !isDeleting(pod)}, {u"serving"_s, serves}, {u"terminating"_s, isDeleting(pod)}}},
            {u"nodeName"_s, textAt(pod, {u"spec", u"nodeName"})},
            {u"targetRef"_s, referenceTo(pod)}};
        const QString zone = node ? labelsOf(*node).value(u"topology.kubernetes.io/zone").toString() : QString();
        if (!zone.isEmpty()) {
            endpoint.insert(u"zone", zone);
        }
        if (textAt(service, {u"spec", u"clusterIP"}) == u"None" && hasAt(pod, {u"spec", u"hostname"})) {
            endpoint.insert(u"hostname", valueAt(pod, {u"spec", u"hostname"}));
        }
        endpoints.append(endpoint);
    }
    const QJsonArray ports = portsFor(service, pods);
    for (const QJsonObject &each : m_world.store.list(kinds::endpointSlice(), namespaceOf(service))) {
        if (isControlledBy(each, service)
            && labelsOf(each).value(u"endpointslice.kubernetes.io/managed-by").toString() == kOurs) {
            m_world.store.change(
                kinds::endpointSlice(), namespaceOf(each), nameOf(each),
                [&](QJsonObject &slice) {
                    slice.insert(u"endpoints", endpoints);
                    slice.insert(u"ports", ports);
                    return true;
                },
                Store::Half::Both);
            return;
        }
    }
    QJsonObject labels = labelsOf(service);
    labels.insert(u"kubernetes.io/service-name", nameOf(service));
    labels.insert(u"endpointslice.kubernetes.io/managed-by", kOurs);
    if (textAt(service, {u"spec", u"clusterIP"}) == u"None") {
        labels.insert(u"service.kubernetes.io/headless", QString());
    }
    static_cast<void>(m_world.store.create(kinds::endpointSlice(),
                                           {{u"metadata"_s,
                                             QJsonObject{{u"generateName"_s, nameOf(service) + u'-'},
                                                         {u"namespace"_s, namespaceOf(service)},
                                                         {u"labels"_s, labels},
                                                         {u"ownerReferences"_s, QJsonArray{controllerReference(service)}}}},
                                            {u"addressType"_s, u"IPv4"_s},
                                            {u"endpoints"_s, endpoints},
                                            {u"ports"_s, ports}}));
}

void Endpoints::writeEndpoints(const QJsonObject &service, const QList<QJsonObject> &pods)
{
    const Type &type = *typeOfKind(u"v1", u"Endpoints");
    QJsonArray ready;
    QJsonArray unready;
    for (const QJsonObject &pod : pods) {
        if (isDeleting(pod)) {
            continue;
        }
        const QJsonObject address{{u"ip"_s, textAt(pod, {u"status", u"podIP"})},
                                  {u"nodeName"_s, textAt(pod, {u"spec", u"nodeName"})},
                                  {u"targetRef"_s, referenceTo(pod)}};
        (isReady(pod) || publishesUnready(service) ? ready : unready).append(address);
    }
    QJsonArray subsets;
    if (!ready.isEmpty() || !unready.isEmpty()) {
        QJsonObject subset{{u"ports"_s, portsFor(service, pods)}};
        if (!ready.isEmpty()) {
            subset.insert(u"addresses", ready);
        }
        if (!unready.isEmpty()) {
            subset.insert(u"notReadyAddresses", unready);
        }
        subsets.append(subset);
    }
    const auto present = m_world.store.find(type, namespaceOf(service), nameOf(service));
    if (!present) {
        static_cast<void>(m_world.store.create(
            type,
            {{u"metadata"_s,
              QJsonObject{
                  {u"name"_s, nameOf(service)}, {u"namespace"_s, namespaceOf(service)}, {u"labels"_s, labelsOf(service)}}},
             {u"subsets"_s, subsets}}));
        return;
    }
    m_world.store.change(
        type, namespaceOf(service), nameOf(service),
        [&](QJsonObject &object) {
            object.insert(u"subsets", subsets);
            return true;
        },
        Store::Half::Both);
}

} // namespace sentinel::sandbox
