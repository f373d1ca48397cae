// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/Network.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace sentinel::testing {

struct Probe
{
    policy::Protocol protocol = policy::Protocol::Tcp;
    int port = 0;
};

/// Namespaces, pods with addresses, addresses outside, and policies of every shape the API takes, out of a seed.
class RandomNetwork
{
public:
    explicit RandomNetwork(quint32 seed);

    [[nodiscard]] const policy::Network &network() const { return m_network; }
    [[nodiscard]] const QList<Probe> &probes() const { return m_probes; }
    [[nodiscard]] QByteArray policies() const { return m_policies; } ///< the YAML they were read from
    /// The same as the others read it.
    [[nodiscard]] QJsonObject question() const;

private:
    [[nodiscard]] QByteArray selector();
    [[nodiscard]] QByteArray peer();
    [[nodiscard]] QByteArray port();
    [[nodiscard]] QByteArray rules(const QByteArray &peers);
    [[nodiscard]] QByteArray policyText(int number);
    void addPods();
    [[nodiscard]] int below(int number) { return m_random.bounded(number); }
    [[nodiscard]] bool once(int times) { return m_random.bounded(times) == 0; }
    template <typename List>
    [[nodiscard]] auto oneOf(const List &list)
    {
        return list[m_random.bounded(static_cast<int>(std::size(list)))];
    }

    QRandomGenerator m_random;
    bool m_hasNotIn = false;
    policy::Network m_network;
    QList<Probe> m_probes;
    QByteArray m_policies;
};

} // namespace sentinel::testing
