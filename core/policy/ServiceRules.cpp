// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Rules.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyRules)
};

bool declares(const Pods &pods, const yaml::Value &target)
{
    const bool isName = target.kind() == yaml::Value::Kind::String;
    for (const Container &container : containersOf(pods)) {
        const QList<yaml::Value> &ports = valueAt(*container.tree, {u"ports"}).items();
        if (std::ranges::any_of(ports, [&](const yaml::Value &port) {
                return textAt(port, {isName ? QStringView(u"name") : QStringView(u"containerPort")}) == target.text();
            })) {
            return true;
        }
    }
    return false;
}

void checkTargets(const Object &service, const QList<const Pods *> &pods, Complaints &complaints)
{
    for (const yaml::Value &port : valueAt(service.tree, {u"spec", u"ports"}).items()) {
        const yaml::Value &written = valueAt(port, {u"targetPort"});
        const yaml::Value &target = written.isNull() ? valueAt(port, {u"port"}) : written;
        const bool isName = target.kind() == yaml::Value::Kind::String;
        if (std::ranges::any_of(pods, [&](const Pods *each) { return declares(*each, target); })) {
            continue;
        }
        complaints.add(isName ? "service.target-port"_L1 : "service.target-port-undeclared"_L1, service,
                       {.path = u"spec.ports"_s, .where = service.at(target)},
                       Text::tr("It leads to port %1, which no container behind it declares.").arg(target.text()),
                       Text::tr("Declare the port in the container, or mend targetPort."));
    }
}

void checkService(const Object &service, const Inventory &inventory, Complaints &complaints)
{
    const yaml::Value &spec = valueAt(service.tree, {u"spec"});
    const auto say = [&](QLatin1StringView rule, const QString &field, const QString &sentence, const QString &remedy) {
        complaints.add(rule, service, {.path = u"spec."_s + field, .where = service.at({u"spec", field})}, sentence, remedy);
    };
    const Labels selector = labelsOf(valueAt(spec, {u"selector"}));
    if (!selector.isEmpty() && textAt(spec, {u"type"}) != "ExternalName"_L1) {
        const QList<const Pods *> pods = inventory.selected(service.nameSpace, LabelSelector(selector));
        if (pods.isEmpty()) {
            say("service.selects-nothing"_L1, u"selector"_s,
                Text::tr("It selects no pods of these manifests, so it leads nowhere."),
                Text::tr("Mend its selector, or drop it."));
        } else {
            checkTargets(service, pods, complaints);
        }
    }
    if (textAt(spec, {u"type"}) == "NodePort"_L1) {
        say("service.node-port"_L1, u"type"_s, Text::tr("It opens a port on every node, past ingress, TLS and its policies."),
            Text::tr("Use an Ingress, a Gateway or a LoadBalancer."));
    }
    if (!valueAt(spec, {u"externalIPs"}).items().isEmpty()) {
        say("service.external-ips"_L1, u"externalIPs"_s,
            Text::tr("It takes traffic of addresses outside, which lets anybody who may write Services intercept it."),
            Text::tr("Drop externalIPs."));
    }
}

/// Whether the Service has the port, by name or number.
bool hasPort(const Object &service, const yaml::Value &port)
{
    const QList<yaml::Value> &ports = valueAt(service.tree, {u"spec", u"ports"}).items();
    return std::ranges::any_of(ports, [&](const yaml::Value &each) {
        return textAt(each, {u"name"}) == port.text() || textAt(each, {u"port"}) == port.text();
    });
}

void checkBackend(const Object &ingress, const yaml::Value &backend, const Inventory &inventory, Complaints &complaints)
{
    const yaml::Value &service = valueAt(backend, {u"service"});
    if (service.isNull()) {
        return;
    }
    const QString name = textAt(service, {u"name"});
    const yaml::Value &number = valueAt(service, {u"port", u"number"});
    const yaml::Value &port = number.isNull() ? valueAt(service, {u"port", u"name"}) : number;
    const Object *found = inventory.find(u"Service", ingress.nameSpace, name);
    if (!found || !hasPort(*found, port)) {
        complaints.add(
            "ingress.service"_L1, ingress, {.path = u"spec.rules"_s, .where = ingress.at(service)},
            Text::tr("It leads to port %1 of the Service %2, which is not among these manifests.").arg(port.text(), name),
            Text::tr("Mend the name or the port."));
    }
}

void checkIngress(const Object &ingress, const Inventory &inventory, Complaints &complaints)
{
    checkBackend(ingress, valueAt(ingress.tree, {u"spec", u"defaultBackend"}), inventory, complaints);
    for (const yaml::Value &rule : valueAt(ingress.tree, {u"spec", u"rules"}).items()) {
        for (const yaml::Value &path : valueAt(rule, {u"http", u"paths"}).items()) {
            checkBackend(ingress, valueAt(path, {u"backend"}), inventory, complaints);
        }
    }
    if (valueAt(ingress.tree, {u"spec", u"tls"}).items().isEmpty()) {
        complaints.add("ingress.tls"_L1, ingress, {.path = u"spec.tls"_s, .where = ingress.at({u"spec"})},
                       Text::tr("It takes requests without TLS, so passwords and tokens cross the network in clear."),
                       Text::tr("Name a certificate's Secret in tls."));
    }
}

void checkRoute(const Object &route, const Inventory &inventory, Complaints &complaints)
{
    for (const yaml::Value &rule : valueAt(route.tree, {u"spec", u"rules"}).items()) {
        for (const yaml::Value &backend : valueAt(rule, {u"backendRefs"}).items()) {
            const QString kind = textAt(backend, {u"kind"});
            const QString nameSpace = textAt(backend, {u"namespace"});
            if ((!kind.isEmpty() && kind != "Service"_L1) || (!nameSpace.isEmpty() && nameSpace != route.nameSpace)) {
                continue;
            }
            const Object *service = inventory.find(u"Service", route.nameSpace, textAt(backend, {u"name"}));
            if (!service || !hasPort(*service, valueAt(backend, {u"port"}))) {
                complaints.add("route.service"_L1, route, {.path = u"spec.rules"_s, .where = route.at(backend)},
                               Text::tr("It leads to port %1 of the Service %2, which is not among these manifests.")
                                   .arg(textAt(backend, {u"port"}), textAt(backend, {u"name"})),
                               Text::tr("Mend the name or the port."));
            }
        }
    }
}

void checkMonitor(const Object &monitor, const Inventory &inventory, Complaints &complaints)
{
    const LabelSelector selector = LabelSelector::read(valueAt(monitor.tree, {u"spec", u"selector"}));
    if (!valueAt(monitor.tree, {u"spec", u"namespaceSelector"}).isNull()) {
        return; // what is in other namespaces is not known here
    }
    bool found = monitor.kind == "PodMonitor"_L1 && !inventory.selected(monitor.nameSpace, selector).isEmpty();
    for (const Object *service : inventory.of(u"Service")) {
        found = found
            || (monitor.kind == "ServiceMonitor"_L1 && service->nameSpace == monitor.nameSpace
                && selector.matches(labelsOf(valueAt(service->tree, {u"metadata", u"labels"}))));
    }
    if (!found) {
        complaints.add("monitor.selects-nothing"_L1, monitor,
                       {.path = u"spec.selector"_s, .where = monitor.at({u"spec", u"selector"})},
                       Text::tr("It selects nothing of these manifests, so nothing is measured and no alert can fire."),
                       Text::tr("Mend its selector."));
    }
}

} // namespace

void checkServices(const Inventory &inventory, Complaints &complaints)
{
    for (const Object *service : inventory.of(u"Service")) {
        if (service->group().isEmpty()) {
            checkService(*service, inventory, complaints);
        }
    }
    for (const Object *ingress : inventory.of(u"Ingress")) {
        checkIngress(*ingress, inventory, complaints);
    }
    for (const QStringView kind : {QStringView(u"HTTPRoute"), QStringView(u"GRPCRoute"), QStringView(u"TCPRoute"),
                                   QStringView(u"TLSRoute"), QStringView(u"UDPRoute")}) {
        for (const Object *route : inventory.of(kind)) {
            checkRoute(*route, inventory, complaints);
        }
    }
    for (const QStringView kind : {QStringView(u"ServiceMonitor"), QStringView(u"PodMonitor")}) {
        for (const Object *monitor : inventory.of(kind)) {
            checkMonitor(*monitor, inventory, complaints);
        }
    }
}

} // namespace sentinel::policy
