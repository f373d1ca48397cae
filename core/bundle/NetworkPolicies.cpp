// SPDX-License-Identifier: GPL-3.0-or-later
// The flows that cross the edge of the namespace. Those inside it belong to the chart, whose pods make them.
#include "core/bundle/Generators.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

constexpr int kDenyWave = -19; // after the allows: on a running system nothing that is allowed has to wait for its rule
constexpr int kAllowWave = -20;
constexpr int kBackendPort = 8000;
constexpr int kFrontendPort = 3000;
constexpr int kSolverPort = 8089; // cert-manager's HTTP-01 solver pod
// Where Linkerd's control plane listens.
constexpr int kLinkerdIdentity = 8080;
constexpr int kLinkerdDestination = 8086;
constexpr int kLinkerdPolicy = 8090;

const QString &key()
{
    static const QString networkPolicies = u"security.networkPolicies"_s;
    return networkPolicies;
}

Value allPods()
{
    return Value::map();
}

Value podsOf(const QStringList &components)
{
    // One label for one component, an expression for several: both select exactly the chart's pods.
    if (components.size() == 1) {
        return Value::map({{u"matchLabels"_s,
                            Value::map({{u"app.kubernetes.io/name"_s, u"sentinel"_s},
                                        {u"app.kubernetes.io/component"_s, components.first()}})}});
    }
    return Value::map({{u"matchLabels"_s, Value::map({{u"app.kubernetes.io/name"_s, u"sentinel"_s}})},
                       {u"matchExpressions"_s,
                        Value::list(QList<Value>{Value::map({{u"key"_s, u"app.kubernetes.io/component"_s},
                                                             {u"operator"_s, u"In"_s},
                                                             {u"values"_s, Value::list(components)}})})}});
}

Value port(int number, QStringView protocol = u"TCP")
{
    return Value::map({{u"protocol"_s, protocol}, {u"port"_s, number}});
}

/// kubernetes.io/metadata.name is the one label the API server itself keeps true; "name" is anybody's.
Value namespaceNamed(const QString &answer, const QString &name)
{
    return Value::map({{u"matchLabels"_s, Value::map({{u"kubernetes.io/metadata.name"_s, from(answer, name)}})}});
}

Value fromNamespace(const QString &answer, const QString &name)
{
    return Value::map({{u"namespaceSelector"_s, namespaceNamed(answer, name)}});
}

Value block(const QString &answer, const QString &cidr)
{
    return Value::map({{u"ipBlock"_s, Value::map({{u"cidr"_s, from(answer, cidr)}})}});
}

enum class Direction { Ingress, Egress };

/// A rule always has a `to` or `from`: without one its ports would be open to the world.
Value rule(Direction direction, QList<Value> peers, QList<Value> ports)
{
    Q_ASSERT(!peers.isEmpty() && !ports.isEmpty());
    return Value::map({{direction == Direction::Ingress ? u"from"_s : u"to"_s, Value::list(std::move(peers))},
                       {u"ports"_s, Value::list(std::move(ports))}});
}

Value policy(const Environment &environment, const QString &name, Value pods, Direction direction, QList<Value> rules)
{
    Value made = object(environment, u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s,
                        {.name = name, .nameSpace = environment.nameSpace()}, kAllowWave);
    const bool ingress = direction == Direction::Ingress;
    made.set(u"spec"_s,
             from(key(),
                  Value::map({{u"podSelector"_s, std::move(pods)},
                              {u"policyTypes"_s, Value::list(QStringList{ingress ? u"Ingress"_s : u"Egress"_s})},
                              {ingress ? u"ingress"_s : u"egress"_s, Value::list(std::move(rules))}})));
    return made;
}

File policyFile(const Environment &environment, const Value &made, const QString &why)
{
    const QString name = made.find({u"metadata", u"name"})->text();
    return yamlFile(environment.folder() + u"/network-policies/"_s + name + u".yaml"_s, made, why);
}

File defaultDeny(const Environment &environment)
{
    Value deny = object(environment, u"networking.k8s.io/v1"_s, u"NetworkPolicy"_s,
                        {.name = u"default-deny"_s, .nameSpace = environment.nameSpace()}, kDenyWave);
    deny.set(u"spec"_s,
             from(key(),
                  Value::map(
                      {{u"podSelector"_s, allPods()}, {u"policyTypes"_s, Value::list(QStringList{u"Ingress"_s, u"Egress"_s})}})));
    return policyFile(environment, deny,
                      u"Nothing enters or leaves a pod of this namespace unless another policy allows it.\n"
                      u"Only a network plug-in that enforces NetworkPolicy makes this true; plain flannel does not."_s);
}

Value dnsPods(bool openShift)
{
    if (openShift) {
        return Value::map({{u"matchLabels"_s, Value::map({{u"dns.operator.openshift.io/daemonset-dns"_s, u"default"_s}})}});
    }
    return Value::map(
        {{u"matchExpressions"_s,
          Value::list(QList<Value>{Value::map({{u"key"_s, u"k8s-app"_s},
                                               {u"operator"_s, u"In"_s},
                                               {u"values"_s, Value::list(QStringList{u"kube-dns"_s, u"coredns"_s})}})})}});
}

File dns(const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    const bool openShift = answers.text(u"target.distribution") == u"openshift";
    // Namespace and pods in one item mean "these pods of that namespace"; as two items they would mean "or".
    Value servers = fromNamespace(u"network.dnsNamespace"_s, answers.text(u"network.dnsNamespace"));
    servers.set(u"podSelector"_s, dnsPods(openShift));
    // OpenShift's DNS pods listen on 5353, and the policy sees the port after the Service was translated.
    const int number = openShift ? 5353 : 53;
    QList<Value> rules{rule(Direction::Egress, {servers}, {port(number, u"UDP"), port(number)})};
    QString head = u"Every pod may ask the cluster's DNS, over UDP and TCP."_s;
    if (answers.flag(u"network.nodeLocalDns")) {
        // The cache runs in the host's network, so no selector ever matches it. A rule of its own: it listens on 53 everywhere.
        const QString address = blockOfAddress(answers.text(u"network.nodeLocalDnsAddress"));
        rules.append(rule(Direction::Egress, {block(u"network.nodeLocalDnsAddress"_s, address)}, {port(53, u"UDP"), port(53)}));
        head += u"\nThe cache on each node is allowed by its address: the one that stands in a pod's /etc/resolv.conf."_s;
    }
    return policyFile(environment, policy(environment, u"allow-dns"_s, allPods(), Direction::Egress, rules), head);
}

struct Edge
{
    QString answer;
    QString nameSpace;
};

/// The namespace whose pods carry requests from outside; none when Sentinel is not exposed.
std::optional<Edge> edgeOf(const Environment &environment)
{
    const QString exposure = environment.answers.text(u"network.exposure");
    if (exposure == u"none") {
        return {};
    }
    const QString answer = exposure == u"gateway" ? u"network.gatewayNamespace"_s : u"network.ingressNamespace"_s;
    return Edge{.answer = answer, .nameSpace = environment.answers.text(answer)};
}

void appendEdge(QList<File> &files, const Environment &environment)
{
    const std::optional<Edge> edge = edgeOf(environment);
    if (!edge) {
        return;
    }
    const Value peer = fromNamespace(edge->answer, edge->nameSpace);
    files.append(policyFile(environment,
                            policy(environment, u"allow-edge-to-backend"_s, podsOf({u"backend"_s}), Direction::Ingress,
                                   {rule(Direction::Ingress, {peer}, {port(kBackendPort)})}),
                            u"Requests from outside reach the backend through the ingress or gateway only."_s));
    files.append(policyFile(environment,
                            policy(environment, u"allow-edge-to-frontend"_s, podsOf({u"frontend"_s}), Direction::Ingress,
                                   {rule(Direction::Ingress, {peer}, {port(kFrontendPort)})}),
                            u"Requests from outside reach the pages through the ingress or gateway only."_s));
    if (environment.answers.text(u"network.tls") == u"acmeHttp01") {
        const Value solver = Value::map({{u"matchLabels"_s, Value::map({{u"acme.cert-manager.io/http01-solver"_s, u"true"_s}})}});
        files.append(policyFile(environment,
                                policy(environment, u"allow-edge-to-acme-solver"_s, solver, Direction::Ingress,
                                       {rule(Direction::Ingress, {peer}, {port(kSolverPort)})}),
                                u"The certificate authority asks for its challenge through the ingress or gateway;\n"
                                u"cert-manager starts a pod for it in this namespace and removes it afterwards."_s));
    }
}

/// Sidecars of a mesh ask its control plane for certificates, policies and the addresses of others.
void appendMesh(QList<File> &files, const Environment &environment)
{
    const plan::Answers &answers = environment.answers;
    const QString mesh = answers.text(u"network.mesh");
    const QStringList meshed{u"backend"_s, u"frontend"_s, u"worker"_s,    u"worker-spot"_s, u"beat"_s,
                             u"n8n"_s,     u"ollama"_s,   u"truthsync"_s, u"test"_s};
    if (mesh == u"linkerd") {
        const QString answer = u"network.meshNamespace"_s;
        const Value peer = fromNamespace(answer, answers.text(answer));
        files.append(policyFile(
            environment,
            policy(environment, u"allow-mesh-control"_s, podsOf(meshed), Direction::Egress,
                   {rule(Direction::Egress, {peer}, {port(kLinkerdIdentity), port(kLinkerdDestination), port(kLinkerdPolicy)})}),
            u"The sidecars ask Linkerd's control plane for certificates, policies and the addresses of others."_s));
    }
    const std::optional<Edge> edge = edgeOf(environment);
    if (const std::optional<int> tunnel = meshPort(answers); edge && tunnel) {
        files.append(policyFile(
            environment,
            policy(environment, u"allow-edge-through-mesh"_s, podsOf({u"backend"_s, u"frontend"_s}), Direction::Ingress,
                   {rule(Direction::Ingress, {fromNamespace(edge->answer, edge->nameSpace)}, {port(*tunnel)})}),
            u"An ingress or gateway that is part of the mesh comes through its tunnel."_s));
    }
}

/// Where the external database may be: the plan knows it by name, so only an extra flow to its port says an address.
QList<Value> knownDatabasePeers(const Environment &environment)
{
    QList<Value> peers;
    const QList<plan::GroupItem> flows = environment.answers.group(u"network.egress");
    for (const plan::GroupItem &flow : flows) {
        if (flow.integer(u"port") == environment.answers.integer(u"storage.databasePort")) {
            peers.append(block(u"network.egress"_s, flow.text(u"cidr")));
        }
    }
    return peers;
}

QList<Value> databasePeers(const Environment &environment)
{
    QList<Value> peers = knownDatabasePeers(environment);
    if (peers.isEmpty()) {
        peers = {block(u"storage.databaseHost"_s, u"0.0.0.0/0"_s), block(u"storage.databaseHost"_s, u"::/0"_s)};
    }
    return peers;
}

void appendDatabase(QList<File> &files, const Environment &environment)
{
    if (environment.answers.text(u"storage.database") != u"external") {
        return;
    }
    const Value number = port(static_cast<int>(environment.answers.integer(u"storage.databasePort")));
    files.append(
        policyFile(environment,
                   policy(environment, u"allow-external-database"_s,
                          podsOf({u"backend"_s, u"worker"_s, u"worker-spot"_s, u"beat"_s, u"migration"_s, u"truthsync"_s}),
                          Direction::Egress, {rule(Direction::Egress, databasePeers(environment), {number})}),
                   u"The database outside the cluster. A policy knows addresses, not names: an entry in network.egress with\n"
                   u"the database's port narrows this to its network."_s));
}

void appendExtra(QList<File> &files, const Environment &environment)
{
    const QString answer = u"network.egress"_s;
    const QList<plan::GroupItem> flows = environment.answers.group(answer);
    QStringList names;
    for (const plan::GroupItem &flow : flows) {
        if (!names.contains(flow.text(u"name"))) {
            names.append(flow.text(u"name"));
        }
    }
    for (const QString &name : std::as_const(names)) {
        QList<Value> rules; // entries of one name are one purpose, so one policy
        for (const plan::GroupItem &flow : flows) {
            if (flow.text(u"name") == name) {
                rules.append(from(answer,
                                  rule(Direction::Egress, {block(answer, flow.text(u"cidr"))},
                                       {port(static_cast<int>(flow.integer(u"port")))})));
            }
        }
        files.append(policyFile(environment,
                                policy(environment, u"allow-egress-"_s + name, podsOf({u"backend"_s, u"n8n"_s, u"worker"_s}),
                                       Direction::Egress, rules),
                                u"A further way out of the backend, the workers and n8n, as the plan names it."_s));
    }
}

} // namespace

bool opensDatabaseToAll(const Environment &environment)
{
    return knownDatabasePeers(environment).isEmpty();
}

QList<File> networkPolicyFiles(const Environment &environment)
{
    if (!environment.answers.flag(u"security.networkPolicies")) {
        return {};
    }
    QList<File> files{defaultDeny(environment), dns(environment)};
    appendEdge(files, environment);
    appendMesh(files, environment);
    appendDatabase(files, environment);
    appendExtra(files, environment);
    return files;
}

} // namespace sentinel::bundle
