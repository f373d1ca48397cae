// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/policies/RandomNetwork.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

using namespace policy;

namespace {

const QList<QByteArray> kNamespaces{"one", "two", "three"};
const QList<QByteArray> kKeys{"app", "tier", "team"};
const QList<QByteArray> kValues{"a", "b", "c"};
const QList<QByteArray> kNames{"http", "metrics", "dns", "sync"};
const QList<QByteArray> kBlocks{"10.0.0.0/8", "10.0.0.0/24",  "10.0.1.0/24",    "10.0.0.4/30",   "10.0.0.3/32",
                                "0.0.0.0/0",  "192.0.2.0/24", "192.0.2.128/25", "2001:db8::/32", "::/0"};
const QList<QByteArray> kHoles{"10.0.0.0/25", "10.0.0.2/31", "10.0.1.0/28", "192.0.2.64/26", "2001:db8:1::/48"};

QJsonObject jsonOf(const Labels &labels)
{
    QJsonObject result;
    for (auto each = labels.begin(); each != labels.end(); ++each) {
        result.insert(each.key(), each.value());
    }
    return result;
}

} // namespace

RandomNetwork::RandomNetwork(quint32 seed)
    : m_random(seed)
    , m_hasNotIn(seed % 3 == 0)
    , m_probes{{Protocol::Tcp, 80}, {Protocol::Tcp, 81}, {Protocol::Tcp, 8080},
               {Protocol::Udp, 53}, {Protocol::Udp, 80}, {Protocol::Sctp, 80}}
{
    for (const QByteArray &name : kNamespaces) {
        Labels labels;
        for (const QByteArray &key : kKeys) {
            if (once(3)) {
                labels.insert(QString::fromLatin1(key), QString::fromLatin1(oneOf(kValues)));
            }
        }
        m_network.addNamespace(QString::fromLatin1(name), labels);
    }
    addPods();
    for (const QString &address :
         {u"192.0.2.7"_s, u"192.0.2.200"_s, u"192.0.2.70"_s, u"2001:db8::7"_s, u"2001:db8:1::7"_s, u"203.0.113.1"_s}) {
        m_network.endpoints.append(
            {.kind = Endpoint::Kind::Outside, .title = address, .addresses = {Address::parse(address).value()}});
    }
    for (int count = 1 + below(6), number = 0; number < count; ++number) {
        m_policies += policyText(number);
    }
    Manifests manifests;
    if (const auto read = manifests.add(m_policies, u"random.yaml"_s); !read) {
        qFatal("seed %u: %s: %s", seed, qPrintable(read.error().where.toString()), qPrintable(read.error().detail));
    }
    for (const Object &object : manifests.objects) {
        m_network.policies.append(readNetworkPolicy(object));
    }
}

void RandomNetwork::addPods()
{
    for (int number = 0, count = 4 + below(4); number < count; ++number) {
        Endpoint pod{.title = u"pod-%1"_s.arg(number), .nameSpace = QString::fromLatin1(oneOf(kNamespaces))};
        for (const QByteArray &key : kKeys) {
            if (!once(3)) {
                pod.labels.insert(QString::fromLatin1(key), QString::fromLatin1(oneOf(kValues)));
            }
        }
        // A number has one name, since one of the others knows a port by either.
        QList<Probe> left = m_probes;
        for (int ports = below(4); ports > 0; --ports) {
            const Probe probe = left.takeAt(below(static_cast<int>(left.size())));
            pod.ports.append({.name = QString::fromLatin1(kNames[ports]), .protocol = probe.protocol, .port = probe.port});
        }
        pod.addresses.append(Address::parse(u"10.0.%1.%2"_s.arg(number % 2).arg(number + 1)).value());
        m_network.endpoints.append(pod);
    }
}

QByteArray RandomNetwork::selector()
{
    if (once(4)) {
        return "{}";
    }
    QByteArray text = "{";
    if (once(2)) {
        text += "matchLabels: {" + oneOf(kKeys) + ": " + oneOf(kValues) + "}, ";
    }
    if (once(2)) {
        text += "matchExpressions: [";
        for (int count = 1 + below(2); count > 0; --count) {
            text += "{key: " + oneOf(kKeys) + ", operator: ";
            switch (below(m_hasNotIn ? 4 : 3)) {
            case 0:
                text += "In, values: [" + oneOf(kValues) + (once(2) ? ", " + oneOf(kValues) : QByteArray()) + "]";
                break;
            case 1:
                text += "Exists";
                break;
            case 2:
                text += "DoesNotExist";
                break;
            default:
                text += "NotIn, values: [" + oneOf(kValues) + "]";
            }
            text += "}, ";
        }
        text += "]";
    }
    return text + "}";
}

QByteArray RandomNetwork::peer()
{
    switch (below(5)) {
    case 0: {
        const QByteArray holes = once(2) ? ", except: [" + oneOf(kHoles) + "]" : QByteArray();
        return "{ipBlock: {cidr: '" + oneOf(kBlocks) + "'" + holes + "}}";
    }
    case 1:
        return "{podSelector: " + selector() + "}";
    case 2:
        return "{namespaceSelector: " + selector() + "}";
    case 3:
        return "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: " + oneOf(kNamespaces)
            + "}}, podSelector: " + selector() + "}";
    default:
        return "{namespaceSelector: " + selector() + ", podSelector: " + selector() + "}";
    }
}

QByteArray RandomNetwork::port()
{
    const QList<QByteArray> protocols{"protocol: TCP, ", "protocol: UDP, ", "protocol: SCTP, ", ""};
    switch (below(5)) {
    case 0: {
        const QByteArray named = oneOf(protocols);
        return named.isEmpty() ? QByteArray("{protocol: TCP}") : "{" + named + "}";
    }
    case 1:
        return "{" + oneOf(protocols) + "port: " + oneOf(kNames) + "}";
    case 2:
        return "{" + oneOf(protocols) + "port: 53, endPort: " + QByteArray::number(53 + below(28)) + "}";
    default:
        return "{" + oneOf(protocols) + "port: " + QByteArray::number(oneOf(m_probes).port) + "}";
    }
}

QByteArray RandomNetwork::rules(const QByteArray &peers)
{
    QByteArray text = "[";
    for (int count = below(3); count > 0; --count) {
        QByteArray rule;
        if (!once(4)) {
            QByteArray items;
            for (int each = 1 + below(2); each > 0; --each) {
                items += peer() + ", ";
            }
            rule += peers + ": [" + items + "], ";
        }
        if (!once(3)) {
            QByteArray items;
            for (int each = 1 + below(2); each > 0; --each) {
                items += port() + ", ";
            }
            rule += "ports: [" + items + "]";
        }
        text += "{" + rule + "}, ";
    }
    return text + "]";
}

QByteArray RandomNetwork::policyText(int number)
{
    QByteArray text = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p"
        + QByteArray::number(number) + ", namespace: " + oneOf(kNamespaces) + "}\nspec:\n  podSelector: " + selector() + "\n";
    const QList<QByteArray> types{"", "  policyTypes: [Ingress]\n", "  policyTypes: [Egress]\n",
                                  "  policyTypes: [Ingress, Egress]\n"};
    text += oneOf(types);
    if (!once(4)) {
        text += "  ingress: " + rules("from") + "\n";
    }
    if (!once(4)) {
        text += "  egress: " + rules("to") + "\n";
    }
    return text;
}

QJsonObject RandomNetwork::question() const
{
    QJsonObject namespaces;
    for (auto each = m_network.namespaces.begin(); each != m_network.namespaces.end(); ++each) {
        namespaces.insert(each.key(), jsonOf(each.value()));
    }
    QJsonArray pods;
    QJsonArray outside;
    for (const Endpoint &end : m_network.endpoints) {
        if (end.kind == Endpoint::Kind::Outside) {
            outside.append(end.title);
            continue;
        }
        QJsonArray ports;
        for (const NamedPort &each : end.ports) {
            ports.append(
                QJsonObject{{u"name"_s, each.name}, {u"port"_s, each.port}, {u"protocol"_s, protocolName(each.protocol)}});
        }
        pods.append(QJsonObject{{u"namespace"_s, end.nameSpace},
                                {u"name"_s, end.title},
                                {u"labels"_s, jsonOf(end.labels)},
                                {u"address"_s, end.addresses.first().toString()},
                                {u"ports"_s, ports}});
    }
    QJsonArray asked;
    for (const Probe &probe : m_probes) {
        asked.append(QJsonObject{{u"protocol"_s, protocolName(probe.protocol)}, {u"port"_s, probe.port}});
    }
    return {{u"namespaces"_s, namespaces},
            {u"pods"_s, pods},
            {u"outside"_s, outside},
            {u"policies"_s, QString::fromLatin1(m_policies)},
            {u"probes"_s, asked}};
}

} // namespace sentinel::testing
