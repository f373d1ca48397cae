// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sizing/Placement.h"

#include <vector>

namespace sentinel::sizing {

/// The bin packing behind a placement, on plain numbers: copying it is cheap, so each lost node is tried on a copy.
class Packing
{
public:
    enum class Rule {
        Spread, ///< emptiest node first, as the scheduler scores
        Fill, ///< first node that takes it: fits where spreading wastes room
    };

    struct Kind
    {
        qint64 cpu = 0; ///< milli-cores
        qint64 memory = 0; ///< bytes
        qint64 disk = 0;
        int pods = 0;
        bool perNode = false;
        bool spreadHosts = false;
        bool evenZones = false; ///< no zone more than one ahead; pods without a disk or a host rule only prefer it
        bool prefersZones = false;
        double weight = 0; ///< share of an average node, the larger of CPU and memory
    };
    struct Machine
    {
        qint64 cpu = 0; ///< left
        qint64 memory = 0;
        qint64 disk = 0;
        qint64 wholeCpu = 0;
        qint64 wholeMemory = 0;
        bool localDisk = false;
        bool closed = false; ///< tainted or lost: nothing new
        int zone = 0;
        int pods = 0;
    };
    struct Pod
    {
        int kind = 0;
        int ordinal = 0;
        int machine = -1; ///< -1: found no place
        bool moved = false;
        bool bound = false; ///< its volume lies on the lost node
    };

    Packing(const Sizing &sizing, const QList<Node> &nodes);

    /// Places every pod; false when one found no place. Tries Spread, then Fill, and keeps what leaves fewer pods over.
    bool pack();
    /// Puts the pods of `placement` where it says, to go on from there.
    void adopt(const Placement &placement, const Sizing &sizing);
    /// Closes a machine and finds new places for its pods; databases may push stateless pods aside, as their priority class lets
    /// them.
    bool lose(int machine);
    bool loseZone(int zone);

    [[nodiscard]] const std::vector<Kind> &kinds() const { return m_kinds; }
    [[nodiscard]] const std::vector<Machine> &machines() const { return m_machines; }
    [[nodiscard]] const std::vector<Pod> &pods() const { return m_pods; }
    [[nodiscard]] int zoneCount() const { return m_zones; }
    [[nodiscard]] int unplacedCount() const;
    /// Whether room is not what is missing: every pod over is one of copies that may not meet and finds no free host, or has its
    /// volume on the lost node; and the majority of its copies runs.
    [[nodiscard]] bool onlyLacksHosts() const;
    /// More than half of the kind's pods stand and did not have to move.
    [[nodiscard]] bool isMajority(int kind) const;
    [[nodiscard]] QString reason(const Pod &pod, const Sizing &sizing) const;
    /// Equal for machines whose loss has the same consequences.
    [[nodiscard]] size_t signature(int machine) const;

private:
    [[nodiscard]] bool lacksHosts(const Pod &pod) const;
    [[nodiscard]] bool takes(const Machine &machine, const Kind &kind) const;
    [[nodiscard]] bool allows(int machine, int kind, int leastInZone) const;
    /// Lower is better; zones come on top of it.
    [[nodiscard]] double score(int machine, int kind, Rule rule) const;
    [[nodiscard]] int choose(int kind, Rule rule) const;
    void packOnEachNode(int kind);
    void packOneByOne(int kind, Rule rule);
    void packInQueues(int kind, Rule rule);
    void put(Pod &pod, int machine);
    void take(Pod &pod);
    void packPods(Rule rule);
    bool replace(const std::vector<int> &displaced);
    void settleAgain(std::vector<int> waiting, Rule rule);
    [[nodiscard]] bool yields(const Pod &pod) const;
    /// The lesser pods that must leave a machine so that `what` fits; empty when even all of them would not do.
    [[nodiscard]] std::vector<int> victims(const Kind &what, int machine) const;
    std::vector<int> makeRoom(Pod &pod);
    int &onMachine(int kind, int machine)
    {
        return m_onMachine[static_cast<size_t>(kind) * m_machines.size() + static_cast<size_t>(machine)];
    }
    [[nodiscard]] int onMachine(int kind, int machine) const
    {
        return m_onMachine[static_cast<size_t>(kind) * m_machines.size() + static_cast<size_t>(machine)];
    }
    int &inZone(int kind, int zone)
    {
        return m_inZone[static_cast<size_t>(kind) * static_cast<size_t>(m_zones) + static_cast<size_t>(zone)];
    }
    [[nodiscard]] int inZone(int kind, int zone) const
    {
        return m_inZone[static_cast<size_t>(kind) * static_cast<size_t>(m_zones) + static_cast<size_t>(zone)];
    }
    [[nodiscard]] int leastInZone(int kind) const; ///< over zones that still have an open machine

    std::vector<Kind> m_kinds;
    std::vector<Machine> m_machines;
    std::vector<Pod> m_pods;
    std::vector<int> m_onMachine;
    std::vector<int> m_inZone;
    std::vector<int> m_openInZone;
    int m_zones = 1;
};

} // namespace sentinel::sizing
