// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Addresses.h"

#include <arpa/inet.h>

#include <set>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

std::optional<Address> Address::parse(const QString &text)
{
    const QByteArray ascii = text.toLatin1();
    Address address;
    if (inet_pton(AF_INET, ascii.constData(), address.bytes.data()) == 1) {
        return address;
    }
    address.family = Family::V6;
    if (inet_pton(AF_INET6, ascii.constData(), address.bytes.data()) == 1) {
        return address;
    }
    return {};
}

QString Address::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(family == Family::V4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

std::optional<Address> Address::next() const
{
    Address result = *this;
    for (int at = size() - 1; at >= 0; --at) {
        if (++result.bytes[static_cast<std::size_t>(at)] != 0) {
            return result;
        }
    }
    return {};
}

std::optional<AddressRange> AddressRange::parse(const QString &cidr)
{
    const qsizetype slash = cidr.indexOf(u'/');
    if (slash < 0) {
        return {};
    }
    const std::optional<Address> address = Address::parse(cidr.first(slash));
    bool ok = false;
    const int prefix = cidr.sliced(slash + 1).toInt(&ok);
    if (!address || !ok || prefix < 0 || prefix > address->size() * 8) {
        return {};
    }
    AddressRange range{.first = *address, .last = *address};
    for (int bit = prefix; bit < address->size() * 8; ++bit) {
        const auto at = static_cast<std::size_t>(bit / 8);
        const auto mask = static_cast<quint8>(0x80U >> (bit % 8));
        range.first.bytes[at] &= static_cast<quint8>(~mask);
        range.last.bytes[at] |= mask;
    }
    return range;
}

bool AddressRange::isEverything() const
{
    return first == Address{.family = first.family} && !last.next();
}

bool AddressRange::isLinkLocal() const
{
    static const AddressRange four = *parse(u"169.254.0.0/16"_s);
    static const AddressRange six = *parse(u"fe80::/10"_s);
    return four.contains(*this) || six.contains(*this);
}

QList<Address> examples(const QList<AddressRange> &ranges)
{
    // Every part begins where a range begins or right behind one; so do all addresses at 0.0.0.0 and at ::.
    std::set<Address> begins{Address{.family = Address::Family::V4}, Address{.family = Address::Family::V6}};
    for (const AddressRange &range : ranges) {
        begins.insert(range.first);
        if (const std::optional<Address> behind = range.last.next()) {
            begins.insert(*behind);
        }
    }
    return {begins.begin(), begins.end()};
}

} // namespace sentinel::policy
