// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Checks.h"
#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QJsonObject *named(const QList<QJsonObject> &objects, const QString &name, const QString &ns = {})
{
    const auto found = std::ranges::find_if(
        objects, [&](const QJsonObject &each) { return nameOf(each) == name && (ns.isEmpty() || spaceOf(each) == ns); });
    return found == objects.cend() ? nullptr : &*found;
}

QString namesOf(const QList<QJsonObject> &objects)
{
    QStringList names;
    for (const QJsonObject &object : objects) {
        names.append(nameOf(object));
    }
    return names.isEmpty() ? Text::tr("none") : names.join(u", "_s);
}

/// The state and the sentence of a condition.
std::pair<QString, QString> condition(const QJsonObject &object, QLatin1StringView type)
{
    const QJsonArray all = object[u"status"][u"conditions"].toArray();
    for (const QJsonValue &each : all) {
        if (each[u"type"].toString() == type) {
            return {each[u"status"].toString(), plainLine(each[u"message"].toString())};
        }
    }
    return {};
}

Check stoodInFor(const QString &rule, const QString &key)
{
    return notChecked(rule, Text::tr("The rehearsal cluster has none of its own and stands in for it."),
                      Text::tr("a preflight on the real cluster"), key);
}

Check ingress(const QJsonObject &object, const Sight &sight)
{
    const QString rule = u"preflight.ingress-class"_s;
    const QString key = u"network.ingressClass"_s;
    const QString name = plainLine(object[u"spec"][u"ingressClassName"].toString());
    if (sight.rehearsal) {
        return stoodInFor(rule, key);
    }
    const auto &classes = sight.of(u"ingressclasses.networking.k8s.io"_s);
    if (!classes) {
        return notChecked(rule, unseen(u"ingressclasses"_s, classes.error()), whoMay(u"list"_s, u"ingressclasses"_s), key);
    }
    if (const QJsonObject *found = named(*classes, name)) {
        return pass(
            rule,
            Text::tr("The ingress class %1 is there (%2).").arg(name, plainLine((*found)[u"spec"][u"controller"].toString())),
            key);
    }
    return fail(rule, Text::tr("The cluster has no ingress class \"%1\"; it has: %2.").arg(name, namesOf(*classes)),
                Text::tr("Install the controller of that class, or name one that is there in the plan."), key);
}

Check gateway(const QJsonObject &route, const Sight &sight)
{
    const QString rule = u"preflight.gateway"_s;
    const QString key = u"network.gatewayName"_s;
    if (sight.rehearsal) {
        return stoodInFor(rule, key);
    }
    const QJsonObject parent = route[u"spec"][u"parentRefs"].toArray().first().toObject();
    const QString name = plainLine(parent[u"name"].toString());
    const QString ns = plainLine(parent[u"namespace"].toString(spaceOf(route)));
    const auto &gateways = sight.of(u"gateways.gateway.networking.k8s.io"_s);
    if (!sight.serves(u"gateway.networking.k8s.io"_s, u"Gateway"_s)) {
        return fail(rule, Text::tr("The Gateway API is not installed."),
                    Text::tr("Install the Gateway API and a controller, or choose ingress in the plan (network.exposure)."),
                    u"network.exposure"_s);
    }
    if (!gateways) {
        return notChecked(rule, unseen(u"gateways"_s, gateways.error()), whoMay(u"list"_s, u"gateways"_s), key);
    }
    const QJsonObject *found = named(*gateways, name, ns);
    if (!found) {
        return fail(rule, Text::tr("There is no Gateway %1 in %2; the cluster has: %3.").arg(name, ns, namesOf(*gateways)),
                    Text::tr("Make the Gateway, or name one that is there in the plan."), key);
    }
    const auto [state, message] = condition(*found, "Programmed"_L1);
    if (state != "True"_L1) {
        return warn(rule,
                    Text::tr("The Gateway %1 in %2 is not programmed: %3")
                        .arg(name, ns, message.isEmpty() ? Text::tr("nothing is said") : message),
                    Text::tr("Ask its controller why; its class is %1.")
                        .arg(plainLine((*found)[u"spec"][u"gatewayClassName"].toString())),
                    key);
    }
    const QString listener = plainLine(parent[u"sectionName"].toString());
    const QJsonArray listeners = (*found)[u"spec"][u"listeners"].toArray();
    const bool has = listener.isEmpty()
        || std::ranges::any_of(listeners, [&](const QJsonValue &each) { return each[u"name"].toString() == listener; });
    return has ? pass(rule, Text::tr("The Gateway %1 in %2 is programmed.").arg(name, ns), key)
               : fail(rule, Text::tr("The Gateway %1 in %2 has no listener \"%3\".").arg(name, ns, listener),
                      Text::tr("Name one of its listeners in the plan."), u"network.gatewayListener"_s);
}

/// What enforces network policies, by marks their installers leave.
struct Plugin
{
    QLatin1StringView daemonSet; ///< begins its name
    QLatin1StringView group; ///< of its own kinds; empty: none
    QString name;
    bool enforces = true;
};

QList<Plugin> plugins()
{
    return {{"calico-node"_L1, "crd.projectcalico.org"_L1, u"Calico"_s},
            {"cilium"_L1, "cilium.io"_L1, u"Cilium"_s},
            {"antrea-agent"_L1, "crd.antrea.io"_L1, u"Antrea"_s},
            {"weave-net"_L1, ""_L1, u"Weave Net"_s},
            {"kube-router"_L1, ""_L1, u"kube-router"_s},
            {"ovnkube-node"_L1, "k8s.ovn.org"_L1, u"OVN-Kubernetes"_s},
            {"kube-ovn-cni"_L1, "kubeovn.io"_L1, u"Kube-OVN"_s},
            {"azure-npm"_L1, ""_L1, u"Azure Network Policy Manager"_s},
            {"aws-node"_L1, "networking.k8s.aws"_L1, u"Amazon VPC CNI"_s},
            {"canal"_L1, ""_L1, u"Canal"_s},
            {"anetd"_L1, ""_L1, u"GKE Dataplane V2"_s},
            {"kube-flannel"_L1, ""_L1, u"Flannel"_s, false}};
}

} // namespace

Checks checkEdge(const Demand &demand, const Sight &sight)
{
    Checks checks;
    for (const QJsonObject &object : demand.chart) {
        if (kindOf(object) == "Ingress"_L1) {
            checks.append(ingress(object, sight));
        } else if (kindOf(object) == "HTTPRoute"_L1) {
            checks.append(gateway(object, sight));
        }
    }
    // One of each: several routes go the same way.
    const auto doubled = std::ranges::unique(checks);
    checks.erase(doubled.begin(), doubled.end());
    return checks;
}

Checks checkIssuer(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.issuer"_s;
    const QString key = u"network.tls"_s;
    Checks checks;
    for (const QJsonObject &object : demand.chart) {
        if (kindOf(object) != "Certificate"_L1) {
            continue;
        }
        const QJsonObject reference = object[u"spec"][u"issuerRef"].toObject();
        const QString kind = plainLine(reference[u"kind"].toString(u"Issuer"_s));
        const QString name = plainLine(reference[u"name"].toString());
        const bool brought = std::ranges::any_of(
            demand.platform, [&](const QJsonObject &each) { return kindOf(each) == kind && nameOf(each) == name; });
        const QString list = kind == "ClusterIssuer"_L1 ? u"clusterissuers.cert-manager.io"_s : u"issuers.cert-manager.io"_s;
        const auto &issuers = sight.of(list);
        const QJsonObject *found = issuers ? named(*issuers, name) : nullptr;
        Check check;
        if (found) {
            const auto [state, message] = condition(*found, "Ready"_L1);
            check = state == "True"_L1 ? pass(rule, Text::tr("The %1 %2 is ready.").arg(kind, name), key)
                                       : warn(rule,
                                              Text::tr("The %1 %2 is there and not ready: %3")
                                                  .arg(kind, name, message.isEmpty() ? Text::tr("nothing is said") : message),
                                              Text::tr("Mend it, or the certificate stays pending."), key);
        } else if (brought) {
            check = pass(rule, Text::tr("The bundle brings the %1 %2.").arg(kind, name), key);
        } else if (!issuers) {
            check = notChecked(rule, unseen(list.section(u'.', 0, 0), issuers.error()), whoMay(u"list"_s, list), key);
        } else {
            check = fail(rule, Text::tr("There is no %1 %2, and the bundle brings none.").arg(kind, name),
                         Text::tr("Make it first, or choose another kind of certificate in the plan."), key);
        }
        check.object = titleOf(object);
        checks.append(check);
    }
    return checks;
}

Checks checkNetworkPolicies(const Demand &demand, const Sight &sight)
{
    const QString rule = u"preflight.network-policies"_s;
    const QString key = u"security.networkPolicies"_s;
    if (!demand.answers.flag(key)) {
        return {};
    }
    const QString way = Text::tr("whoever runs the network of the cluster, or a test pod: a policy that denies all must stop it");
    const auto &sets = sight.of(u"daemonsets.apps"_s);
    const QList<Plugin> known = plugins();
    for (const Plugin &plugin : known) {
        const bool runs = sets
            && std::ranges::any_of(*sets, [&](const QJsonObject &each) { return nameOf(each).startsWith(plugin.daemonSet); });
        const bool served = !plugin.group.isEmpty()
            && std::ranges::any_of(sight.types, [&](const kube::ResourceType &type) { return type.group == plugin.group; });
        if (!runs && !served) {
            continue;
        }
        if (!plugin.enforces) {
            return {
                fail(rule, Text::tr("The network plug-in is %1, which ignores network policies.").arg(plugin.name),
                     Text::tr("Add one that enforces them (such as Calico's policy part), or switch the policies off in the plan "
                              "knowing that every pod reaches every other."),
                     key)};
        }
        return {pass(rule, Text::tr("%1 runs, which enforces network policies.").arg(plugin.name), key)};
    }
    return {sets ? notChecked(rule, Text::tr("No network plug-in known to enforce policies was recognised."), way, key)
                 : notChecked(rule, unseen(u"daemonsets"_s, sets.error()), whoMay(u"list"_s, u"daemonsets"_s), key)};
}

} // namespace sentinel::preflight
