// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Exposure.h"

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

const auto kController = u"rehearsal.console.sentinel/gateway"_s;

const Type *ingressType()
{
    static const Type *type = typeOfKind(u"networking.k8s.io/v1", u"Ingress");
    return type;
}

const Type *gatewayType()
{
    static const Type *type = typeOfKind(u"gateway.networking.k8s.io/v1", u"Gateway");
    return type;
}

const Type *routeType()
{
    static const Type *type = typeOfKind(u"gateway.networking.k8s.io/v1", u"HTTPRoute");
    return type;
}

/// Keys carry the kind before the name: one queue for all three.
QString named(const Type &type, const QString &name)
{
    return type.kind + u'/' + name;
}

QJsonObject condition(const QString &type, bool isTrue, const QString &reason, const QString &message, const QJsonObject &of)
{
    return {{u"type"_s, type},
            {u"status"_s, isTrue ? u"True"_s : u"False"_s},
            {u"reason"_s, reason},
            {u"message"_s, message},
            {u"observedGeneration"_s, valueAt(of, {u"metadata", u"generation"})}};
}

QString addressFor(const QString &seed)
{
    return u"198.51.100.%1"_s.arg(10 + steadyNumber(seed, 200));
}

QJsonArray conditionsOf(const QJsonArray &parts, const QJsonObject &parent)
{
    for (const QJsonValue &each : parts) {
        if (each.toObject().value(u"parentRef").toObject() == parent) {
            return each.toObject().value(u"conditions").toArray();
        }
    }
    return {};
}

} // namespace

Exposure::Exposure(World &world)
    : Controller(world)
{
}

void Exposure::observe(const Change &change)
{
    if (change.type == ingressType() || change.type == gatewayType() || change.type == routeType()) {
        look(namespaceOf(change.object), named(*change.type, nameOf(change.object)));
    }
    const bool mattersToRoutes
        = change.type == gatewayType() || (change.type == &kinds::service() && change.kind != Change::Kind::Modified);
    if (mattersToRoutes && routeType()) {
        for (const QJsonObject &each : m_world.store.list(*routeType())) {
            look(namespaceOf(each), named(*routeType(), nameOf(each)));
        }
    }
}

void Exposure::reconcile(const Key &key)
{
    const QString kind = key.name.section(u'/', 0, 0);
    const Key object{.ns = key.ns, .name = key.name.section(u'/', 1)};
    if (ingressType() && kind == ingressType()->kind) {
        serveIngress(*ingressType(), object);
    } else if (gatewayType() && kind == gatewayType()->kind) {
        serveGateway(*gatewayType(), object);
    } else if (routeType() && kind == routeType()->kind) {
        serveRoute(*routeType(), object);
    }
}

bool Exposure::isTooEarly(const QJsonObject &object, const Key &key)
{
    const QDateTime due = timeAt(object, {u"metadata", u"creationTimestamp"}).addMSecs(m_world.options.pace.address.count());
    if (m_world.now() >= due) {
        return false;
    }
    lookLater({.ns = key.ns, .name = object.value(u"kind").toString() + u'/' + key.name}, Duration(m_world.now().msecsTo(due)));
    return true;
}

void Exposure::serveIngress(const Type &type, const Key &key)
{
    const auto ingress = m_world.store.find(type, key.ns, key.name);
    if (!ingress || isTooEarly(*ingress, key)) {
        return;
    }
    QJsonObject status = objectAt(*ingress, {u"status"});
    status.insert(
        u"loadBalancer",
        QJsonObject{
            {u"ingress"_s, QJsonArray{QJsonObject{{u"ip"_s, addressFor(textAt(*ingress, {u"spec", u"ingressClassName"}))}}}}});
    writeStatus(type, *ingress, status);
}

void Exposure::serveGateway(const Type &type, const Key &key)
{
    const auto gateway = m_world.store.find(type, key.ns, key.name);
    if (!gateway || isTooEarly(*gateway, key)) {
        return;
    }
    QJsonArray conditions = listAt(*gateway, {u"status", u"conditions"});
    conditions = withCondition(conditions, condition(u"Accepted"_s, true, u"Accepted"_s, u"Gateway is accepted"_s, *gateway),
                               m_world.now());
    conditions = withCondition(
        conditions, condition(u"Programmed"_s, true, u"Programmed"_s, u"Gateway is programmed"_s, *gateway), m_world.now());
    QJsonArray listeners;
    for (const QJsonValue &each : listAt(*gateway, {u"spec", u"listeners"})) {
        int routes = 0;
        for (const QJsonObject &route : routeType() ? m_world.store.list(*routeType()) : QList<QJsonObject>()) {
            for (const QJsonValue &parent : listAt(route, {u"spec", u"parentRefs"})) {
                const QString section = parent.toObject().value(u"sectionName").toString();
                const QString ns = parent.toObject().value(u"namespace").toString(namespaceOf(route));
                const bool isMeant = ns == key.ns && parent.toObject().value(u"name").toString() == key.name;
                routes += isMeant && (section.isEmpty() || section == each.toObject().value(u"name").toString()) ? 1 : 0;
            }
        }
        QJsonArray own;
        for (const QString &present : {u"Accepted"_s, u"Programmed"_s, u"ResolvedRefs"_s}) {
            own = withCondition(own, condition(present, true, present, QString(), *gateway),
                                timeAt(*gateway, {u"metadata", u"creationTimestamp"}));
        }
        listeners.append(
            QJsonObject{{u"name"_s, each.toObject().value(u"name")},
                        {u"attachedRoutes"_s, routes},
                        {u"supportedKinds"_s,
                         QJsonArray{QJsonObject{{u"group"_s, u"gateway.networking.k8s.io"_s}, {u"kind"_s, u"HTTPRoute"_s}}}},
                        {u"conditions"_s, own}});
    }
    writeStatus(
        type, *gateway,
        {{u"addresses"_s, QJsonArray{QJsonObject{{u"type"_s, u"IPAddress"_s}, {u"value"_s, addressFor(key.ns + key.name)}}}},
         {u"conditions"_s, conditions},
         {u"listeners"_s, listeners}});
}

void Exposure::serveRoute(const Type &type, const Key &key)
{
    const auto route = m_world.store.find(type, key.ns, key.name);
    if (!route) {
        return;
    }
    QString missing;
    for (const QJsonValue &rule : listAt(*route, {u"spec", u"rules"})) {
        for (const QJsonValue &backend : rule.toObject().value(u"backendRefs").toArray()) {
            const QJsonObject reference = backend.toObject();
            const QString ns = reference.value(u"namespace").toString(key.ns);
            const bool isService = reference.value(u"kind").toString(u"Service"_s) == u"Service";
            if (isService && !m_world.store.find(kinds::service(), ns, reference.value(u"name").toString())) {
                missing = u"Service %1/%2 not found"_s.arg(ns, reference.value(u"name").toString());
            }
        }
    }
    QJsonArray parents;
    for (const QJsonValue &each : listAt(*route, {u"spec", u"parentRefs"})) {
        const QJsonObject parent = each.toObject();
        const QString ns = parent.value(u"namespace").toString(key.ns);
        const auto gateway
            = gatewayType() ? m_world.store.find(*gatewayType(), ns, parent.value(u"name").toString()) : std::nullopt;
        if (!gateway) {
            continue; // as with a real controller: nobody speaks for a Gateway that is not there
        }
        QJsonArray conditions = conditionsOf(listAt(*route, {u"status", u"parents"}), parent);
        conditions = withCondition(conditions, condition(u"Accepted"_s, true, u"Accepted"_s, u"Route is accepted"_s, *route),
                                   m_world.now());
        conditions = withCondition(
            conditions,
            missing.isEmpty() ? condition(u"ResolvedRefs"_s, true, u"ResolvedRefs"_s, u"All references are resolved"_s, *route)
                              : condition(u"ResolvedRefs"_s, false, u"BackendNotFound"_s, missing, *route),
            m_world.now());
        parents.append(QJsonObject{{u"parentRef"_s, parent}, {u"controllerName"_s, kController}, {u"conditions"_s, conditions}});
    }
    writeStatus(type, *route, {{u"parents"_s, parents}});
    for (const QJsonValue &each : std::as_const(parents)) {
        const QJsonObject parent = each.toObject().value(u"parentRef").toObject();
        look(parent.value(u"namespace").toString(key.ns), named(*gatewayType(), parent.value(u"name").toString()));
    }
}

} // namespace sentinel::sandbox
