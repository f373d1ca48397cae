// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Network.h"
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

class Voice
{
public:
    Voice(const Object &object, Complaints &complaints)
        : m_object(object)
        , m_complaints(complaints)
    {
    }
    void say(QLatin1StringView rule, const QString &path, const yaml::Value &value, const QString &sentence,
             const QString &remedy)
    {
        m_complaints.add(rule, m_object, {.path = path, .where = m_object.at(value.line() > 0 ? value : m_object.tree)}, sentence,
                         remedy);
    }

private:
    const Object &m_object;
    Complaints &m_complaints;
};

/// Peers and ports that reading dropped are those an API server refuses.
void checkValid(Voice &voice, const yaml::Value &item, const TrafficRule &rule, const QString &path, QStringView peers)
{
    const qsizetype written = valueAt(item, {peers}).items().size();
    if (written != rule.peers.size()) {
        voice.say(
            "network.invalid"_L1, path, item,
            Text::tr("An item of %1 is none: it takes either an ipBlock with a sound CIDR or selectors.").arg(peers.toString()),
            Text::tr("Mend it; Kubernetes refuses the policy as it is."));
    }
    if (valueAt(item, {u"ports"}).items().size() != rule.ports.size()) {
        voice.say("network.invalid"_L1, path, item,
                  Text::tr("An item of ports is none: unknown protocol, a range upside down, or endPort with a name."),
                  Text::tr("Mend it; Kubernetes refuses the policy as it is."));
    }
    const bool isSound = std::ranges::all_of(
        rule.peers, [](const Peer &peer) { return peer.pods.isValid() && (!peer.namespaces || peer.namespaces->isValid()); });
    if (!isSound) {
        voice.say("network.invalid"_L1, path, item, Text::tr("A selector has an expression Kubernetes does not know."),
                  Text::tr("Mend it; Kubernetes refuses the policy as it is."));
    }
}

void checkRule(Voice &voice, const yaml::Value &item, const TrafficRule &rule, const QString &path, bool ingress)
{
    if (rule.everyPeer) {
        voice.say("network.open-to-world"_L1, path, item,
                  ingress ? Text::tr("It lets everybody in, from every namespace and from outside: no peer is named.")
                          : Text::tr("It lets pods out to everywhere, the internet included: no peer is named."),
                  Text::tr("Name who is meant."));
    }
}

void checkPeers(Voice &voice, const yaml::Value &item, const TrafficRule &rule, const QString &path, const NetworkPolicy &policy,
                const Inventory &inventory)
{
    for (const Peer &peer : rule.peers) {
        if (!peer.range && !peer.namespaces && inventory.selected(policy.nameSpace, peer.pods).isEmpty()) {
            voice.say("network.peer-selects-nothing"_L1, path, item,
                      Text::tr("It names pods (%1) that none of these manifests makes.").arg(peer.pods.toString()),
                      Text::tr("Mend the labels, or drop the rule."));
        }
    }
}

void checkPolicy(const Object &object, const NetworkPolicy &policy, const Inventory &inventory, Complaints &complaints)
{
    Voice voice(object, complaints);
    for (const bool ingress : {true, false}) {
        const QString direction = ingress ? u"ingress"_s : u"egress"_s;
        const QList<yaml::Value> &items = valueAt(object.tree, {u"spec", direction}).items();
        const QList<TrafficRule> &rules = ingress ? policy.ingress : policy.egress;
        for (qsizetype at = 0; at < items.size(); ++at) {
            const QString path = u"spec.%1[%2]"_s.arg(direction).arg(at);
            checkValid(voice, items[at], rules[at], path, ingress ? u"from" : u"to");
            checkRule(voice, items[at], rules[at], path, ingress);
            checkPeers(voice, items[at], rules[at], path, policy, inventory);
        }
    }
    const yaml::Value &selector = valueAt(object.tree, {u"spec", u"podSelector"});
    if (!policy.pods.isValid()) {
        voice.say("network.invalid"_L1, u"spec.podSelector"_s, selector,
                  Text::tr("A selector has an expression Kubernetes does not know."),
                  Text::tr("Mend it; Kubernetes refuses the policy as it is."));
    } else if (!policy.pods.isEmpty() && inventory.selected(policy.nameSpace, policy.pods).isEmpty()) {
        voice.say("network.selects-nothing"_L1, u"spec.podSelector"_s, selector,
                  Text::tr("It selects no pods of these manifests."), Text::tr("Mend its selector, or drop it."));
    }
}

} // namespace

void checkNetworkPolicies(const Inventory &inventory, Complaints &complaints)
{
    QList<NetworkPolicy> policies;
    for (const Object *object : inventory.of(u"NetworkPolicy")) {
        if (object->group() == "networking.k8s.io"_L1) {
            policies.append(readNetworkPolicy(*object));
            checkPolicy(*object, policies.last(), inventory, complaints);
        }
    }
    for (const Pods &pods : inventory.pods()) {
        const auto isHeld = [&](bool ingress) {
            return std::ranges::any_of(policies, [&](const NetworkPolicy &policy) {
                return policy.nameSpace == pods.owner->nameSpace && policy.pods.matches(pods.labels)
                    && (ingress ? policy.isolatesIngress : policy.isolatesEgress);
            });
        };
        const bool in = isHeld(true);
        const bool out = isHeld(false);
        if (isTrue(valueAt(*pods.spec, {u"hostNetwork"})) || (in && out)) {
            continue;
        }
        complaints.add("network.unprotected-pod"_L1, *pods.owner, {.path = {}, .where = pods.owner->at(pods.owner->tree)},
                       in        ? Text::tr("No network policy limits whom its pods may speak to.")
                           : out ? Text::tr("No network policy limits who may speak to its pods.")
                                 : Text::tr("No network policy limits who speaks to its pods, nor whom they speak to."),
                       Text::tr("Add a default deny of both directions to the namespace, and what each pod needs."));
    }
}

} // namespace sentinel::policy
