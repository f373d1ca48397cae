// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Placing.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

bool Placing::pushAside(Pod &pod)
{
    const PodGroup &wants = m_groups[size_t(pod.group)].pods;
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (!mayStand(pod, node)) {
            continue;
        }
        std::vector<int> lesser;
        for (int at = 0; at < int(m_pods.size()); ++at) {
            const PodGroup &other = m_groups[size_t(m_pods[size_t(at)].group)].pods;
            if (m_pods[size_t(at)].node == node && !other.perNode && other.priority < wants.priority) {
                lesser.push_back(at);
            }
        }
        std::ranges::stable_sort(lesser, {}, [this](int at) { return m_groups[size_t(m_pods[size_t(at)].group)].pods.priority; });
        std::vector<int> gone;
        for (const int at : lesser) {
            if (hasRoom(m_nodes[node].free, wants.requests)) {
                break;
            }
            take(m_pods[size_t(at)]);
            gone.push_back(at);
        }
        if (hasRoom(m_nodes[node].free, wants.requests) && isSpread(pod.group, node)) {
            put(pod, node);
            settle(gone);
            return true;
        }
        for (const int at : gone) {
            put(m_pods[size_t(at)], node);
        }
    }
    return false;
}

void Placing::settle(std::vector<int> waiting)
{
    std::ranges::stable_sort(waiting, std::greater(), [this](int at) {
        const Group &group = m_groups[size_t(m_pods[size_t(at)].group)];
        return std::pair(group.pods.priority, group.weight);
    });
    for (const int at : waiting) {
        if (!placeOne(m_pods[size_t(at)], Order::Emptiest)) {
            pushAside(m_pods[size_t(at)]); // ends: each round it is for a lesser class
        }
    }
}

void Placing::lose(const std::vector<int> &nodes)
{
    for (const int node : nodes) {
        m_nodes[node].open = false;
        m_nodes[node].closedBecause = Text::tr("is lost");
    }
    std::vector<int> waiting;
    for (int at = 0; at < int(m_pods.size()); ++at) {
        Pod &pod = m_pods[size_t(at)];
        const PodGroup &group = m_groups[size_t(pod.group)].pods;
        if (pod.node < 0 || !std::ranges::contains(nodes, pod.node)) {
            continue;
        }
        if (group.perNode || group.ends) {
            continue; // goes with its node, or was done long ago
        }
        take(pod);
        waiting.push_back(at);
    }
    settle(waiting);
}

int Placing::standing(int group) const
{
    return int(std::ranges::count_if(m_pods, [group](const Pod &pod) { return pod.group == group && pod.node >= 0; }));
}

QList<int> Placing::unplaced() const
{
    QList<int> groups;
    for (const Pod &pod : m_pods) {
        if (pod.node < 0) {
            groups.append(pod.group);
        }
    }
    return groups;
}

QString Placing::obstacle(int group, int node) const
{
    const Group &one = m_groups[size_t(group)];
    if (!one.takes[size_t(node)] || !m_nodes[node].open) {
        const QString why = refusal(m_nodes[node], one.pods);
        return why.isEmpty() ? m_nodes[node].closedBecause : why;
    }
    const auto waits = std::ranges::find_if(m_pods, [group](const Pod &pod) { return pod.group == group && pod.node < 0; });
    if (waits != m_pods.end() && !isAtItsVolumes(*waits, node)) {
        return Text::tr("is not where its volume lies");
    }
    if (!isBeside(group, node)) {
        return Text::tr("has none of those it must stand beside");
    }
    for (auto each = one.pods.requests.begin(); each != one.pods.requests.end(); ++each) {
        if (each.value() > 0 && m_nodes[node].free.value(each.key()) < each.value()) {
            return Text::tr("has too little %1 free").arg(each.key());
        }
    }
    if (isKeptApart(group, node)) {
        return Text::tr("has one of its kind already");
    }
    return Text::tr("would hold more of its kind than its spread allows");
}

QString Placing::reason(int group) const
{
    QStringList causes;
    QHash<QString, int> counts;
    for (int node = 0; node < m_nodes.size(); ++node) {
        const QString cause = obstacle(group, node);
        if (counts[cause]++ == 0) {
            causes.append(cause);
        }
    }
    QStringList parts;
    for (const QString &cause : std::as_const(causes)) {
        parts.append(Text::tr("%n node(s): %1", nullptr, counts.value(cause)).arg(cause));
    }
    return parts.join(u"; "_s);
}

bool Placing::waitsForItsVolume(int group) const
{
    return std::ranges::any_of(m_pods, [&](const Pod &pod) {
        if (pod.group != group || pod.node >= 0) {
            return false;
        }
        for (int node = 0; node < m_nodes.size(); ++node) {
            if (m_nodes[node].open && isAtItsVolumes(pod, node)) {
                return false;
            }
        }
        return true;
    });
}

bool Placing::lacksOnlyHosts(int group) const
{
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (m_nodes[node].open && m_groups[size_t(group)].takes[size_t(node)] && isKeptApart(group, node)) {
            return true;
        }
    }
    return false;
}

} // namespace sentinel::preflight
