// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/preflight/Nodes.h"

#include <vector>

namespace sentinel::preflight {

/// Where the scheduler could put pods: resources, taints, selectors, affinity to nodes and to volumes that are there, affinity,
/// anti-affinity and spread among the pods that are placed. What it could do, not what it will do; preferences only order what is
/// possible. Copying it is cheap, so each lost node is tried on a copy.
class Placing
{
public:
    struct Pod
    {
        int group = 0;
        int node = -1; ///< -1: found no place
        int ordinal = 0; ///< among those of its group
    };

    Placing(const QList<Node> &nodes, const QList<PodGroup> &groups);

    /// Every pod. Tries the emptiest node first and then the fullest, and keeps what leaves fewer pods over.
    void place();
    /// Closes nodes and finds new places for what was on them. A pod of a higher class may push lesser ones aside.
    void lose(const std::vector<int> &nodes);

    [[nodiscard]] const std::vector<Pod> &pods() const { return m_pods; }
    [[nodiscard]] int standing(int group) const; ///< pods of it that have a place
    [[nodiscard]] QList<int> unplaced() const; ///< groups with a pod over, by its number, once for each pod
    /// Why a pod of this group finds no node: "3 × not enough cpu; 1 × is cordoned".
    [[nodiscard]] QString reason(int group) const;
    /// Whether a node would still have room for it if its own kind were not there.
    [[nodiscard]] bool lacksOnlyHosts(int group) const;
    /// Whether a pod of it is over because no node left has the volume it holds its data on.
    [[nodiscard]] bool waitsForItsVolume(int group) const;

private:
    enum class Order { Emptiest, Fullest };
    /// A rule between pods: those of `groups` in one domain of `topology`.
    struct Bond
    {
        int topology = 0;
        std::vector<bool> groups{};
        int maxSkew = 0; ///< of a spread; 0: none may be there
        bool required = true;
    };
    struct Group
    {
        PodGroup pods;
        std::vector<Bond> apart{};
        std::vector<Bond> spread{};
        std::vector<Bond> beside{}; ///< one of these has to be there already
        double weight = 0;
        std::vector<bool> takes{}; ///< by node: nothing but room is asked any more
    };

    void addBonds(Group &group);
    void placeAll(int group, Order order);
    [[nodiscard]] bool mayStand(const Pod &pod, int node) const; ///< but for room and spread
    [[nodiscard]] bool isAtItsVolumes(const Pod &pod, int node) const;
    [[nodiscard]] bool isBeside(int group, int node) const;
    [[nodiscard]] Bond bondOf(const QJsonObject &term);
    int topologyOf(const QString &key);
    void placeOnEach(int group);
    bool placeOne(Pod &pod, Order order);
    bool pushAside(Pod &pod);
    void settle(std::vector<int> waiting);
    void put(Pod &pod, int node);
    void take(Pod &pod);
    void count(const Pod &pod, int by);
    [[nodiscard]] bool hasRoom(const Amounts &free, const Amounts &asked) const;
    [[nodiscard]] bool isKeptApart(int group, int node) const;
    [[nodiscard]] bool isSpread(int group, int node) const;
    [[nodiscard]] int inDomain(const Bond &bond, int node) const;
    [[nodiscard]] int leastIn(const Bond &bond, int group) const;
    [[nodiscard]] double score(int group, int node, Order order) const;
    [[nodiscard]] QString obstacle(int group, int node) const;

    QList<Node> m_nodes;
    std::vector<Group> m_groups;
    std::vector<Pod> m_pods;
    QStringList m_topologies;
    std::vector<std::vector<int>> m_domains; ///< by topology and node; -1: the node is in none
    std::vector<int> m_domainCount;
    std::vector<std::vector<std::vector<int>>> m_counts; ///< pods by topology, group and domain
};

} // namespace sentinel::preflight
