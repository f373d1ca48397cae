// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/kube/actions/AccessReview.h"

namespace sentinel::kube {

/// The rights of each namespace, kept for a minute: what lists and menus ask for with every row. One for a context; another
/// context needs another one. Questions that come while the answer is on its way share it.
class RightsCache
{
public:
    RightsCache(ApiPtr api, std::shared_ptr<Clock> clock);
    ~RightsCache();

    /// What is known now, Unknown until then; asks when nothing is, or when it is old. `AccessQuestion::ns` names the namespace.
    [[nodiscard]] Right of(const AccessQuestion &question);
    /// Called after news of any namespace. Never from inside of().
    void onChange(std::function<void()> callback);
    /// A write was refused: what was known of that namespace is not true any more.
    void forget(const QString &ns);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace sentinel::kube
