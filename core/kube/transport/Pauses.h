// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/base/Error.h"

#include <QRandomGenerator>
#include <memory>

namespace sentinel::kube {

/// Pauses between attempts: doubled from 0.8 s to 30 s, each shortened by up to half so that clients do not come back together.
class Pauses
{
public:
    explicit Pauses(std::shared_ptr<QRandomGenerator> random);
    /// It went well: from the shortest pause again.
    void reset();
    [[nodiscard]] Duration next();
    /// Whether trying again may help. An API server that is just coming up refuses for a moment what it allows once it has read
    /// its roles, so a refusal counts after half a minute only, if it ever went well.
    [[nodiscard]] bool mayHelp(const Error &error);

private:
    std::shared_ptr<QRandomGenerator> m_random;
    Duration m_next;
    bool m_wentWell = false;
    int m_refusals = 0;
};

/// Who we are, what we may and what there is do not change by waiting; everything else may.
[[nodiscard]] bool mendsItself(const Error &error);

} // namespace sentinel::kube
