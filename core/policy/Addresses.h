// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <array>
#include <compare>
#include <optional>

namespace sentinel::policy {

/// An IPv4 or IPv6 address. IPv4 sorts before IPv6; the two never meet, not even as mapped ones.
struct Address
{
    enum class Family : quint8 { V4, V6 };
    Family family = Family::V4;
    std::array<quint8, 16> bytes{}; ///< the first four of an IPv4 address

    [[nodiscard]] static std::optional<Address> parse(const QString &text);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] int size() const { return family == Family::V4 ? 4 : 16; } ///< in bytes
    /// The next one; nothing behind the last of its family.
    [[nodiscard]] std::optional<Address> next() const;
    auto operator<=>(const Address &) const = default;
};

/// A block like 10.0.0.0/8; bits behind the prefix play no part.
struct AddressRange
{
    Address first;
    Address last;

    [[nodiscard]] static std::optional<AddressRange> parse(const QString &cidr);
    [[nodiscard]] bool contains(const Address &address) const
    {
        return address.family == first.family && first <= address && address <= last;
    }
    /// Whether it holds every address of its family.
    [[nodiscard]] bool isEverything() const;
    /// Whether it lies in 169.254.0.0/16 or fe80::/10: of a node itself, never of a pod.
    [[nodiscard]] bool isLinkLocal() const;
    [[nodiscard]] bool contains(const AddressRange &range) const { return contains(range.first) && contains(range.last); }
    bool operator==(const AddressRange &) const = default;
};

/// One address of every part into which the ranges cut all addresses: within a part no range tells two addresses apart.
[[nodiscard]] QList<Address> examples(const QList<AddressRange> &ranges);

} // namespace sentinel::policy
