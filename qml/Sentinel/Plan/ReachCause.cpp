// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/ReachCause.h"

#include "core/policy/Reachability.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

ReachSide sideOf(const policy::Network &network, int from, int to, bool ingress)
{
    ReachSide side;
    policy::Network pair{
        .namespaces = network.namespaces, .endpoints = {network.endpoints[from], network.endpoints[to]}, .policies = {}};
    for (const policy::NetworkPolicy &each : network.policies) {
        if (ingress ? !each.isolatesIngress : !each.isolatesEgress) {
            continue;
        }
        policy::NetworkPolicy alone = each;
        alone.isolatesIngress = ingress;
        alone.isolatesEgress = !ingress;
        pair.policies = {alone};
        const policy::Reachability reach(pair);
        if (!reach.isIsolated(ingress ? 1 : 0, ingress)) {
            continue;
        }
        side.held = true;
        side.holding.append(each.name);
        if (!reach.between(0, 1).isClosed()) {
            side.letting.append(each.name);
        }
    }
    return side;
}

QString named(const QStringList &policies)
{
    return policies.join(u", "_s);
}

QString openSentence(const ReachCause &cause)
{
    if (cause.source.held && cause.destination.held) {
        return Text::tr("Let out by %1, let in by %2.").arg(named(cause.source.letting), named(cause.destination.letting));
    }
    if (cause.source.held) {
        return Text::tr("Let out by %1; no policy holds what comes in.").arg(named(cause.source.letting));
    }
    return cause.destination.held ? Text::tr("Let in by %1; no policy holds what goes out.").arg(named(cause.destination.letting))
                                  : Text::tr("No policy holds either end.");
}

} // namespace

ReachCause reachCause(const policy::Network &network, int from, int to)
{
    return {.source = sideOf(network, from, to, false), .destination = sideOf(network, from, to, true)};
}

QString causeSentence(const ReachCause &cause)
{
    if (cause.source.isOpen() && cause.destination.isOpen()) {
        return openSentence(cause);
    }
    if (!cause.source.isOpen() && !cause.destination.isOpen()) {
        return Text::tr("Stopped at both ends: on the way out by %1, on the way in by %2.")
            .arg(named(cause.source.holding), named(cause.destination.holding));
    }
    return cause.source.isOpen() ? Text::tr("Stopped on the way in by %1.").arg(named(cause.destination.holding))
                                 : Text::tr("Stopped on the way out by %1.").arg(named(cause.source.holding));
}

} // namespace sentinel::console
