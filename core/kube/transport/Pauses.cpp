// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Pauses.h"

namespace sentinel::kube {

namespace {

constexpr Duration kFirstPause{800};
constexpr Duration kLongestPause = std::chrono::seconds(30);
constexpr int kMostRefusals = 6; // 25 to 50 s, as pauses grow

} // namespace

Pauses::Pauses(std::shared_ptr<QRandomGenerator> random)
    : m_random(std::move(random))
    , m_next(kFirstPause)
{
}

void Pauses::reset()
{
    m_next = kFirstPause;
    m_refusals = 0;
    m_wentWell = true;
}

bool Pauses::mayHelp(const Error &error)
{
    if (error.kind == Error::Kind::Forbidden && m_wentWell) {
        return ++m_refusals <= kMostRefusals;
    }
    return mendsItself(error);
}

Duration Pauses::next()
{
    const Duration whole = std::exchange(m_next, std::min(m_next * 2, kLongestPause));
    const int half = static_cast<int>(whole.count() / 2);
    return Duration(half + m_random->bounded(half + 1));
}

bool mendsItself(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Conflict:
    case Error::Kind::Internal:
        return true;
    case Error::Kind::Cancelled:
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Invalid:
    case Error::Kind::Unsupported:
        return false;
    }
    return false;
}

} // namespace sentinel::kube
