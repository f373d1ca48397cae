// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/actions/RightsCache.h"

#include <QObject>

namespace sentinel::kube {

namespace {

constexpr Duration kFresh = std::chrono::minutes(1);

} // namespace

struct RightsCache::State
{
    struct Known
    {
        Rights rights{};
        QDateTime asked{};
        bool isAsking = false;
    };
    ApiPtr api;
    std::shared_ptr<Clock> clock;
    QHash<QString, Known> known;
    std::function<void()> changed;
    CancelSource cancel;
    QObject receiver;

    void look(const QString &ns)
    {
        Known &one = known[ns];
        one.isAsking = true;
        one.asked = clock->now();
        deliver(rightsIn(api, ns, cancel.token()), &receiver, [this, ns](const Result<Rights> &answer) {
            Known &now = known[ns];
            now.isAsking = false;
            // No answer is none: what was known a minute ago serves better than nothing.
            if (answer) {
                now.rights = *answer;
                if (changed) {
                    changed();
                }
            }
        });
    }
};

RightsCache::RightsCache(ApiPtr api, std::shared_ptr<Clock> clock)
    : m_state(std::make_shared<State>())
{
    m_state->api = std::move(api);
    m_state->clock = std::move(clock);
}

RightsCache::~RightsCache()
{
    m_state->cancel.cancel();
}

Right RightsCache::of(const AccessQuestion &question)
{
    const State::Known known = m_state->known.value(question.ns);
    const bool isOld = !known.asked.isValid() || known.asked.msecsTo(m_state->clock->now()) >= kFresh.count();
    if (isOld && !known.isAsking) {
        m_state->look(question.ns);
    }
    return known.rights.of(question);
}

void RightsCache::onChange(std::function<void()> callback)
{
    m_state->changed = std::move(callback);
}

void RightsCache::forget(const QString &ns)
{
    State::Known &known = m_state->known[ns];
    known.rights = {};
    known.asked = {};
}

} // namespace sentinel::kube
