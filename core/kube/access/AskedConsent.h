// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/Consent.h"

#include <optional>

namespace sentinel::kube {

/// Lets everything through and remembers what another would not have allowed: for finding out what must be asked.
class AskedConsent final : public Consent
{
public:
    explicit AskedConsent(std::shared_ptr<Consent> judge)
        : m_judge(std::move(judge))
    {
    }

    bool allows(const ConsentWish &wish) const override
    {
        if (!m_judge->allows(wish)) {
            m_refused = wish;
        }
        return true;
    }
    [[nodiscard]] const std::optional<ConsentWish> &refused() const { return m_refused; }

private:
    std::shared_ptr<Consent> m_judge;
    mutable std::optional<ConsentWish> m_refused;
};

} // namespace sentinel::kube
