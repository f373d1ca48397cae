// SPDX-License-Identifier: GPL-3.0-or-later
// What the policies allow, worked out by a small evaluator: policies are unions of allows, so asking is exact.
#include "tests/core/bundle/Plans.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::bundle;

namespace {

using Labels = QHash<QString, QString>;

/// One end of a connection: a pod of some namespace, or an address outside.
struct End
{
    QString nameSpace; ///< empty: an address
    Labels labels;
    quint32 address = 0;
};

End pod(const QString &component)
{
    return {.nameSpace = u"sentinel-prod"_s,
            .labels = {{u"app.kubernetes.io/name"_s, u"sentinel"_s},
                       {u"app.kubernetes.io/instance"_s, u"sentinel"_s},
                       {u"app.kubernetes.io/component"_s, component}}};
}

End podIn(const QString &nameSpace, const Labels &labels = {})
{
    return {.nameSpace = nameSpace, .labels = labels};
}

quint32 number(const QString &address)
{
    quint32 value = 0;
    for (const QString &part : address.split(u'.')) {
        value = value * 256 + part.toUInt();
    }
    return value;
}

End host(const QString &address)
{
    return {.nameSpace = {}, .labels = {}, .address = number(address)};
}

bool selects(const yaml::Value &selector, const Labels &labels)
{
    if (const yaml::Value *match = selector.find(u"matchLabels")) {
        for (const yaml::Entry &entry : match->entries()) {
            if (labels.value(entry.key) != entry.value.text()) {
                return false;
            }
        }
    }
    if (const yaml::Value *expressions = selector.find(u"matchExpressions")) {
        for (const yaml::Value &expression : expressions->items()) {
            Q_ASSERT(textAt(expression, {u"operator"_s}) == u"In");
            const QString value = labels.value(textAt(expression, {u"key"_s}));
            if (!std::ranges::contains(expression.find(u"values")->items(), value, &yaml::Value::text)) {
                return false;
            }
        }
    }
    return true;
}

bool inBlock(const yaml::Value &block, quint32 address)
{
    const QString cidr = textAt(block, {u"cidr"_s});
    if (cidr.contains(u':')) {
        return false;
    }
    const int bits = cidr.section(u'/', 1).toInt();
    const quint32 mask = bits == 0 ? 0 : ~quint32(0) << (32 - bits);
    return (number(cidr.section(u'/', 0, 0)) & mask) == (address & mask);
}

bool isPeer(const yaml::Value &peer, const End &end)
{
    if (const yaml::Value *block = peer.find(u"ipBlock")) {
        return end.nameSpace.isEmpty() && inBlock(*block, end.address);
    }
    if (end.nameSpace.isEmpty()) {
        return false;
    }
    const yaml::Value *spaces = peer.find(u"namespaceSelector");
    const bool rightSpace
        = spaces ? selects(*spaces, {{u"kubernetes.io/metadata.name"_s, end.nameSpace}}) : end.nameSpace == u"sentinel-prod";
    const yaml::Value *pods = peer.find(u"podSelector");
    return rightSpace && (!pods || selects(*pods, end.labels));
}

bool hasPort(const yaml::Value &rule, int port, const QString &protocol)
{
    const yaml::Value *ports = rule.find(u"ports");
    return !ports || std::ranges::any_of(ports->items(), [&](const yaml::Value &one) {
        return textAt(one, {u"port"_s}).toInt() == port && textAt(one, {u"protocol"_s}) == protocol;
    });
}

class Policies
{
public:
    explicit Policies(const Answers &answers)
    {
        const Bundle bundle = bundleWith({u"prod"_s}, answers);
        for (const File &file : bundle.files) {
            if (file.path.startsWith(u"environments/prod/network-policies/")) {
                m_all += documentsOf(bundle, file.path);
            }
        }
    }

    /// Whether a pod of the namespace may open `port` at `to`.
    [[nodiscard]] bool mayLeave(const End &from, const End &to, int port, const QString &protocol = u"TCP"_s) const
    {
        return allowed(from, to, port, protocol, u"Egress"_s, u"egress"_s, u"to"_s);
    }
    /// Whether `from` may open `port` at a pod of the namespace.
    [[nodiscard]] bool mayEnter(const End &to, const End &from, int port, const QString &protocol = u"TCP"_s) const
    {
        return allowed(to, from, port, protocol, u"Ingress"_s, u"ingress"_s, u"from"_s);
    }
    [[nodiscard]] const QList<yaml::Value> &all() const { return m_all; }

private:
    [[nodiscard]] bool allowed(const End &pod, const End &other, int port, const QString &protocol, const QString &type,
                               const QString &list, const QString &peers) const
    {
        bool isolated = false;
        for (const yaml::Value &policy : m_all) {
            const yaml::Value *spec = policy.find(u"spec");
            if (!selects(*spec->find(u"podSelector"), pod.labels)
                || !std::ranges::contains(spec->find(u"policyTypes")->items(), type, &yaml::Value::text)) {
                continue;
            }
            isolated = true;
            const yaml::Value *rules = spec->find(list);
            for (const yaml::Value &rule : rules ? rules->items() : QList<yaml::Value>()) {
                const yaml::Value *who = rule.find(peers);
                if (hasPort(rule, port, protocol) && (!who || std::ranges::any_of(who->items(), [&](const yaml::Value &peer) {
                        return isPeer(peer, other);
                    }))) {
                    return true;
                }
            }
        }
        return !isolated;
    }

    QList<yaml::Value> m_all;
};

const QStringList kComponents{u"backend"_s, u"worker"_s, u"beat"_s, u"migration"_s, u"frontend"_s, u"postgresql"_s, u"redis"_s};
const Labels kDnsPods{{u"k8s-app"_s, u"kube-dns"_s}};

} // namespace

class BundleNetworkPoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPodIsIsolatedBothWays();
    void everyPodReachesDnsAndNothingElseInItsNamespace();
    void dnsNamespaceAndPodsAreOneItem();
    void openShiftDnsListensOn5353InItsOwnNamespace();
    void nodeLocalCacheIsAllowedByAddress();
    void onlyTheEdgeReachesPagesAndBackend_data();
    void onlyTheEdgeReachesPagesAndBackend();
    void nothingEntersWhenNotExposed();
    void solverIsReachedForHttpChallengesOnly();
    void aMeshReachesWhatTakesPartInItOnly();
    void externalDatabaseIsReachedByThoseWhoUseIt();
    void databaseByNameIsNarrowedByAnExtraFlow();
    void extraFlowsLeaveBackendAndWorkersOnly();
    void apiServerIsReachedByNobody();
    void noRuleIsOpenToTheWorldByOmission();
    void namespacesAreSelectedByTheLabelTheApiServerKeeps();
    void turningThemOffLeavesNone();
    void policiesAreExactlyThoseOfTheFlowsThere();
};

void BundleNetworkPoliciesTest::everyPodIsIsolatedBothWays()
{
    const Policies policies({});
    for (const QString &from : kComponents) {
        for (const QString &to : kComponents) {
            // Flows inside the namespace are the chart's; none may slip in here.
            QVERIFY(!policies.mayLeave(pod(from), pod(to), 5432) && !policies.mayEnter(pod(to), pod(from), 5432));
            QVERIFY(!policies.mayLeave(pod(from), pod(to), 8000) && !policies.mayEnter(pod(to), pod(from), 8000));
        }
        QVERIFY(!policies.mayLeave(pod(from), host(u"203.0.113.7"_s), 443));
        QVERIFY(!policies.mayEnter(pod(from), podIn(u"default"_s), 8000));
    }
}

void BundleNetworkPoliciesTest::everyPodReachesDnsAndNothingElseInItsNamespace()
{
    const Policies policies({});
    for (const QString &component : kComponents) {
        for (const QString &protocol : {u"UDP"_s, u"TCP"_s}) {
            QVERIFY(policies.mayLeave(pod(component), podIn(u"kube-system"_s, kDnsPods), 53, protocol));
            QVERIFY(policies.mayLeave(pod(component), podIn(u"kube-system"_s, {{u"k8s-app"_s, u"coredns"_s}}), 53, protocol));
        }
        QVERIFY(!policies.mayLeave(pod(component), podIn(u"kube-system"_s, {{u"k8s-app"_s, u"metrics-server"_s}}), 53));
        QVERIFY(!policies.mayLeave(pod(component), podIn(u"kube-system"_s, kDnsPods), 443));
        QVERIFY(!policies.mayLeave(pod(component), podIn(u"default"_s, kDnsPods), 53));
    }
}

void BundleNetworkPoliciesTest::dnsNamespaceAndPodsAreOneItem()
{
    const yaml::Value dns = documentsOf(bundleWith({u"prod"_s}), u"environments/prod/network-policies/allow-dns.yaml"_s).first();
    const yaml::Value peers = *dns.find({u"spec", u"egress"})->items().first().find(u"to");
    QCOMPARE(peers.items().size(), 1); // two items would mean "or": every pod of kube-system, and any pod called so anywhere
    QVERIFY(peers.items().first().find(u"namespaceSelector") && peers.items().first().find(u"podSelector"));
}

void BundleNetworkPoliciesTest::openShiftDnsListensOn5353InItsOwnNamespace()
{
    const Policies policies({{u"target.distribution"_s, u"openshift"_s}});
    const End dns = podIn(u"openshift-dns"_s, {{u"dns.operator.openshift.io/daemonset-dns"_s, u"default"_s}});
    QVERIFY(policies.mayLeave(pod(u"backend"_s), dns, 5353, u"UDP"_s));
    QVERIFY(policies.mayLeave(pod(u"backend"_s), dns, 5353, u"TCP"_s));
    QVERIFY(!policies.mayLeave(pod(u"backend"_s), podIn(u"kube-system"_s, kDnsPods), 53));
}

void BundleNetworkPoliciesTest::nodeLocalCacheIsAllowedByAddress()
{
    QVERIFY(!Policies({}).mayLeave(pod(u"worker"_s), host(u"169.254.20.10"_s), 53, u"UDP"_s));
    const Policies policies({{u"network.nodeLocalDns"_s, u"true"_s}});
    QVERIFY(policies.mayLeave(pod(u"worker"_s), host(u"169.254.20.10"_s), 53, u"UDP"_s));
    QVERIFY(!policies.mayLeave(pod(u"worker"_s), host(u"169.254.20.11"_s), 53, u"UDP"_s));
    QVERIFY(!policies.mayLeave(pod(u"worker"_s), host(u"169.254.20.10"_s), 80));
    const Policies other({{u"network.nodeLocalDns"_s, u"true"_s}, {u"network.nodeLocalDnsAddress"_s, u"10.96.0.10:53"_s}});
    QVERIFY(other.mayLeave(pod(u"worker"_s), host(u"10.96.0.10"_s), 53, u"UDP"_s));
}

void BundleNetworkPoliciesTest::onlyTheEdgeReachesPagesAndBackend_data()
{
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<QString>("edge");
    QTest::newRow("ingress") << Answers{{u"network.ingressNamespace"_s, u"edge"_s}} << u"edge"_s;
    QTest::newRow("gateway") << Answers{{u"network.exposure"_s, u"gateway"_s}, {u"network.gatewayNamespace"_s, u"gates"_s}}
                             << u"gates"_s;
}

void BundleNetworkPoliciesTest::onlyTheEdgeReachesPagesAndBackend()
{
    QFETCH(Answers, answers);
    QFETCH(QString, edge);
    const Policies policies(answers);
    QVERIFY(policies.mayEnter(pod(u"backend"_s), podIn(edge), 8000));
    QVERIFY(policies.mayEnter(pod(u"frontend"_s), podIn(edge), 3000));
    QVERIFY(!policies.mayEnter(pod(u"backend"_s), podIn(edge), 3000));
    for (const QString &component : kComponents) {
        QVERIFY(!policies.mayEnter(pod(component), podIn(edge), 5432));
        QVERIFY(!policies.mayEnter(pod(component), podIn(u"default"_s), 8000));
        QVERIFY(!policies.mayEnter(pod(component), host(u"203.0.113.7"_s), 8000));
    }
}

void BundleNetworkPoliciesTest::nothingEntersWhenNotExposed()
{
    const Policies policies({{u"network.exposure"_s, u"none"_s}, {u"network.tls"_s, u"none"_s}});
    QVERIFY(!policies.mayEnter(pod(u"frontend"_s), podIn(u"ingress-nginx"_s), 3000));
    QVERIFY(!policies.mayEnter(pod(u"frontend"_s), podIn(u"gateway-system"_s), 3000));
}

void BundleNetworkPoliciesTest::solverIsReachedForHttpChallengesOnly()
{
    const End solver = podIn(u"sentinel-prod"_s, {{u"acme.cert-manager.io/http01-solver"_s, u"true"_s}});
    QVERIFY(Policies({{u"network.tls"_s, u"acmeHttp01"_s}}).mayEnter(solver, podIn(u"ingress-nginx"_s), 8089));
    QVERIFY(!Policies({{u"network.tls"_s, u"acmeHttp01"_s}}).mayEnter(pod(u"backend"_s), podIn(u"ingress-nginx"_s), 8089));
    QVERIFY(!Policies({{u"network.tls"_s, u"acmeDns01"_s}}).mayEnter(solver, podIn(u"ingress-nginx"_s), 8089));
}

void BundleNetworkPoliciesTest::aMeshReachesWhatTakesPartInItOnly()
{
    const Policies policies({{u"network.mesh"_s, u"linkerd"_s}});
    QVERIFY(policies.mayLeave(pod(u"backend"_s), podIn(u"linkerd"_s), 8080));
    QVERIFY(!policies.mayLeave(pod(u"redis"_s), podIn(u"linkerd"_s), 8080));
    QVERIFY(policies.mayEnter(pod(u"frontend"_s), podIn(u"ingress-nginx"_s), 4143));
    QVERIFY(!policies.mayEnter(pod(u"redis"_s), podIn(u"ingress-nginx"_s), 4143));
    QVERIFY(Policies({{u"network.mesh"_s, u"istio-ambient"_s}}).mayEnter(pod(u"backend"_s), podIn(u"ingress-nginx"_s), 15008));
    QVERIFY(!Policies({}).mayLeave(pod(u"backend"_s), podIn(u"linkerd"_s), 8080));
    QVERIFY(!Policies({}).mayEnter(pod(u"backend"_s), podIn(u"ingress-nginx"_s), 15008));
}

void BundleNetworkPoliciesTest::externalDatabaseIsReachedByThoseWhoUseIt()
{
    const Policies policies({{u"storage.database"_s, u"external"_s},
                             {u"storage.databaseHost"_s, u"db.example.com"_s},
                             {u"storage.databasePort"_s, u"6432"_s},
                             {u"network.egress"_s, u"[{name: database, cidr: 198.51.100.9/32, port: 6432}]"_s}});
    for (const QString &component : kComponents) {
        const bool uses = component == u"backend" || component == u"worker" || component == u"beat" || component == u"migration";
        QCOMPARE(policies.mayLeave(pod(component), host(u"198.51.100.9"_s), 6432), uses);
        QVERIFY(!policies.mayLeave(pod(component), host(u"198.51.100.10"_s), 6432));
        QVERIFY(!policies.mayLeave(pod(component), host(u"198.51.100.9"_s), 5432));
    }
}

void BundleNetworkPoliciesTest::databaseByNameIsNarrowedByAnExtraFlow()
{
    Answers answers{{u"storage.database"_s, u"external"_s}, {u"storage.databaseHost"_s, u"db.example.com"_s}};
    QVERIFY(Policies(answers).mayLeave(pod(u"beat"_s), host(u"203.0.113.7"_s), 5432));
    const Bundle open = bundleWith({u"prod"_s}, answers);
    QVERIFY(std::ranges::contains(open.findings, u"bundle.database-by-name"_s, &Finding::rule));
    answers.append({u"network.egress"_s, u"[{name: database, cidr: 10.1.2.0/24, port: 5432}]"_s});
    const Policies narrowed(answers);
    QVERIFY(narrowed.mayLeave(pod(u"beat"_s), host(u"10.1.2.77"_s), 5432));
    QVERIFY(!narrowed.mayLeave(pod(u"beat"_s), host(u"203.0.113.7"_s), 5432));
    QVERIFY(!std::ranges::contains(bundleWith({u"prod"_s}, answers).findings, u"bundle.database-by-name"_s, &Finding::rule));
}

void BundleNetworkPoliciesTest::extraFlowsLeaveBackendAndWorkersOnly()
{
    const Policies policies(
        {{u"network.egress"_s, u"[{name: mail, cidr: 10.9.0.0/16, port: 587}, {name: siem, cidr: 10.8.0.1/32, port: 6514}]"_s}});
    for (const QString &component : kComponents) {
        const bool may = component == u"backend" || component == u"worker";
        QCOMPARE(policies.mayLeave(pod(component), host(u"10.9.200.1"_s), 587), may);
        QCOMPARE(policies.mayLeave(pod(component), host(u"10.8.0.1"_s), 6514), may);
        QVERIFY(!policies.mayLeave(pod(component), host(u"10.8.0.1"_s), 587));
    }
}

void BundleNetworkPoliciesTest::apiServerIsReachedByNobody()
{
    const Policies policies({{u"network.apiServer"_s, u"[{cidr: 10.0.0.0/24}]"_s}});
    for (const QString &component : kComponents) {
        QVERIFY(!policies.mayLeave(pod(component), host(u"10.0.0.1"_s), 443)); // nothing this version installs talks to it
        QVERIFY(!policies.mayLeave(pod(component), host(u"10.0.0.1"_s), 6443));
    }
}

void BundleNetworkPoliciesTest::noRuleIsOpenToTheWorldByOmission()
{
    const Policies policies({{u"observability.prometheus"_s, u"existing"_s},
                             {u"network.nodeLocalDns"_s, u"true"_s},
                             {u"network.egress"_s, u"[{name: mail, cidr: 10.9.0.0/16, port: 587}]"_s}});
    for (const yaml::Value &policy : policies.all()) {
        for (const QString &direction : {u"ingress"_s, u"egress"_s}) {
            const yaml::Value *rules = policy.find({u"spec", direction});
            for (const yaml::Value &rule : rules ? rules->items() : QList<yaml::Value>()) {
                const yaml::Value *peers = rule.find(direction == u"ingress" ? u"from"_s : u"to"_s);
                QVERIFY(peers && !peers->items().isEmpty());
                QVERIFY(rule.find(u"ports") && !rule.find(u"ports")->items().isEmpty());
            }
        }
    }
}

void BundleNetworkPoliciesTest::namespacesAreSelectedByTheLabelTheApiServerKeeps()
{
    const Policies policies({{u"observability.prometheus"_s, u"existing"_s}});
    for (const yaml::Value &policy : policies.all()) {
        for (const QString &direction : {u"ingress"_s, u"egress"_s}) {
            const yaml::Value *rules = policy.find({u"spec", direction});
            for (const yaml::Value &rule : rules ? rules->items() : QList<yaml::Value>()) {
                for (const yaml::Value &peer : rule.find(direction == u"ingress" ? u"from"_s : u"to"_s)->items()) {
                    if (const yaml::Value *space = peer.find(u"namespaceSelector")) {
                        QCOMPARE(space->find(u"matchLabels")->keys(), QStringList{u"kubernetes.io/metadata.name"_s});
                    }
                }
            }
        }
    }
}

void BundleNetworkPoliciesTest::turningThemOffLeavesNone()
{
    QVERIFY(Policies({{u"security.networkPolicies"_s, u"false"_s}}).all().isEmpty());
    const Bundle bundle = bundleWith({u"prod"_s}, {{u"security.networkPolicies"_s, u"false"_s}});
    QCOMPARE(textAt(documentsOf(bundle, u"environments/prod/values.yaml"_s).first(), {u"networkPolicies"_s}), u"false"_s);
}

void BundleNetworkPoliciesTest::policiesAreExactlyThoseOfTheFlowsThere()
{
    const Policies policies({{u"observability.prometheus"_s, u"existing"_s}});
    QStringList names;
    for (const yaml::Value &policy : policies.all()) {
        names.append(textAt(policy, {u"metadata"_s, u"name"_s}));
    }
    names.sort();
    QCOMPARE(names,
             (QStringList{u"allow-dns"_s, u"allow-edge-to-acme-solver"_s, u"allow-edge-to-backend"_s, u"allow-edge-to-frontend"_s,
                          u"default-deny"_s}));
}

QTEST_GUILESS_MAIN(BundleNetworkPoliciesTest)
#include "tst_BundleNetworkPolicies.moc"
