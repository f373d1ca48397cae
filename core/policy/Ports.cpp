// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Ports.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

QString protocolName(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Tcp:
        return u"TCP"_s;
    case Protocol::Udp:
        return u"UDP"_s;
    case Protocol::Sctp:
        return u"SCTP"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Protocol> protocolOf(const QString &name)
{
    if (name.isEmpty()) {
        return Protocol::Tcp;
    }
    for (const Protocol protocol : kProtocols) {
        if (name == protocolName(protocol)) {
            return protocol;
        }
    }
    return {};
}

PortSet PortSet::all()
{
    PortSet set;
    for (const Protocol protocol : kProtocols) {
        set.add(protocol, 1, kLastPort);
    }
    return set;
}

void PortSet::add(Protocol protocol, int first, int last)
{
    if (first > last) {
        return;
    }
    Ranges &ranges = m_ranges[static_cast<std::size_t>(protocol)];
    // Everything the new range touches becomes one with it.
    auto begin = std::ranges::find_if(ranges, [first](const Range &range) { return range.last + 1 >= first; });
    auto end = begin;
    while (end != ranges.end() && end->first <= last + 1) {
        first = std::min(first, end->first);
        last = std::max(last, end->last);
        ++end;
    }
    begin = ranges.erase(begin, end);
    ranges.insert(begin, Range{.first = first, .last = last});
}

void PortSet::add(const PortSet &other)
{
    for (const Protocol protocol : kProtocols) {
        for (const Range &range : other.m_ranges[static_cast<std::size_t>(protocol)]) {
            add(protocol, range.first, range.last);
        }
    }
}

PortSet PortSet::common(const PortSet &other) const
{
    PortSet result;
    for (std::size_t protocol = 0; protocol < m_ranges.size(); ++protocol) {
        auto mine = m_ranges[protocol].begin();
        auto theirs = other.m_ranges[protocol].begin();
        while (mine != m_ranges[protocol].end() && theirs != other.m_ranges[protocol].end()) {
            const int first = std::max(mine->first, theirs->first);
            const int last = std::min(mine->last, theirs->last);
            if (first <= last) {
                result.m_ranges[protocol].push_back({.first = first, .last = last});
            }
            (mine->last < theirs->last) ? ++mine : ++theirs;
        }
    }
    return result;
}

PortSet PortSet::without(const PortSet &other) const
{
    PortSet gaps;
    for (const Protocol protocol : kProtocols) {
        int from = 1;
        for (const Range &range : other.m_ranges[static_cast<std::size_t>(protocol)]) {
            gaps.add(protocol, from, range.first - 1);
            from = range.last + 1;
        }
        gaps.add(protocol, from, kLastPort);
    }
    return common(gaps);
}

bool PortSet::isEmpty() const
{
    return std::ranges::all_of(m_ranges, [](const Ranges &ranges) { return ranges.empty(); });
}

bool PortSet::contains(Protocol protocol, int port) const
{
    return std::ranges::any_of(m_ranges[static_cast<std::size_t>(protocol)],
                               [port](const Range &range) { return range.first <= port && port <= range.last; });
}

QString PortSet::toString() const
{
    if (isAll()) {
        return u"*"_s;
    }
    QStringList parts;
    for (const Protocol protocol : kProtocols) {
        QStringList ports;
        for (const Range &range : m_ranges[static_cast<std::size_t>(protocol)]) {
            if (range.first == 1 && range.last == kLastPort) {
                ports.append(u"*"_s);
            } else if (range.first == range.last) {
                ports.append(QString::number(range.first));
            } else {
                ports.append(u"%1-%2"_s.arg(range.first).arg(range.last));
            }
        }
        if (!ports.isEmpty()) {
            parts.append(protocolName(protocol) + u' ' + ports.join(u", "_s));
        }
    }
    return parts.join(u", "_s);
}

} // namespace sentinel::policy
