// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/transport/Http.h"

namespace sentinel::kube {

/// Whether answers over a link should come packed. Packing burdens the API server and shortens nothing next door, so near links
/// carry plain answers until a large one shows that the link is slow after all. On the transport's thread.
class LinkSpeed
{
public:
    LinkSpeed(Packing packing, bool isLoopback)
        : m_packing(packing)
        , m_isNear(isLoopback)
    {
    }

    [[nodiscard]] bool wantsPacked() const;
    /// A connection was made; it took the other end this long to answer.
    void connected(Duration roundTrip);
    /// A plain answer of this size came within this time.
    void received(qint64 bytes, Duration time);

private:
    Packing m_packing;
    bool m_isNear;
    bool m_isSlow = false;
};

} // namespace sentinel::kube
