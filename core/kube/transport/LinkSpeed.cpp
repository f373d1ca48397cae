// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/LinkSpeed.h"

namespace sentinel::kube {

namespace {

constexpr Duration kNear{2}; // a round trip within a data centre
constexpr qint64 kTelling = qint64{1} << 20; // bytes; smaller answers say nothing about a link
constexpr qint64 kSlow = qint64{4} << 10; // bytes a millisecond: slower than any server writes JSON

} // namespace

bool LinkSpeed::wantsPacked() const
{
    switch (m_packing) {
    case Packing::Always:
        return true;
    case Packing::Never:
        return false;
    case Packing::WhereItPays:
        return !m_isNear || m_isSlow;
    }
    return false;
}

void LinkSpeed::connected(Duration roundTrip)
{
    m_isNear = roundTrip < kNear;
}

void LinkSpeed::received(qint64 bytes, Duration time)
{
    if (bytes >= kTelling) {
        m_isSlow = m_isSlow || bytes / std::max<qint64>(1, time.count()) < kSlow;
    }
}

} // namespace sentinel::kube
