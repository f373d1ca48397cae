// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace sentinel::policy {

enum class Protocol { Tcp, Udp, Sctp };

inline constexpr std::array kProtocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp};
inline constexpr int kLastPort = 65535;

[[nodiscard]] QString protocolName(Protocol protocol); ///< "TCP"
/// Empty text is TCP, as Kubernetes reads it; nothing for what it does not know.
[[nodiscard]] std::optional<Protocol> protocolOf(const QString &name);

/// A set of ports of each protocol, kept as ranges: exact, however large.
class PortSet
{
public:
    [[nodiscard]] static PortSet all();

    void add(Protocol protocol, int first, int last);
    void add(const PortSet &other);
    [[nodiscard]] PortSet common(const PortSet &other) const;
    [[nodiscard]] PortSet without(const PortSet &other) const;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isAll() const { return *this == all(); }
    [[nodiscard]] bool contains(Protocol protocol, int port) const;
    [[nodiscard]] bool contains(const PortSet &other) const { return other.without(*this).isEmpty(); }
    /// "TCP 80, 8000-8010, UDP 53"; "*" for every port of every protocol, "TCP *" for all of one.
    [[nodiscard]] QString toString() const;
    bool operator==(const PortSet &) const = default;

private:
    struct Range
    {
        int first = 0;
        int last = 0;
        bool operator==(const Range &) const = default;
    };
    using Ranges = std::vector<Range>; ///< sorted; a gap lies between any two

    std::array<Ranges, kProtocols.size()> m_ranges;
};

} // namespace sentinel::policy
