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
    void reset();
    [[nodiscard]] Duration next();

private:
    std::shared_ptr<QRandomGenerator> m_random;
    Duration m_next;
};

/// Who we are, what we may and what there is do not change by waiting; everything else may.
[[nodiscard]] bool mendsItself(const Error &error);

} // namespace sentinel::kube
