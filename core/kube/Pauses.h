// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QRandomGenerator>
#include <memory>
#include <utility>

namespace sentinel::kube {

/// Pauses between attempts: doubled from 0.8 s to 30 s, each shortened by up to half so that clients do not come back together.
class Pauses
{
public:
    explicit Pauses(std::shared_ptr<QRandomGenerator> random)
        : m_random(std::move(random))
    {
    }
    void reset() { m_next = kFirst; }
    [[nodiscard]] Duration next()
    {
        const Duration whole = std::exchange(m_next, std::min(m_next * 2, kLongest));
        const int half = static_cast<int>(whole.count() / 2);
        return Duration(half + m_random->bounded(half + 1));
    }

private:
    static constexpr Duration kFirst{800};
    static constexpr Duration kLongest = std::chrono::seconds(30);

    std::shared_ptr<QRandomGenerator> m_random;
    Duration m_next = kFirst;
};

} // namespace sentinel::kube
