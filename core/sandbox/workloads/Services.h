// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Gives Services their addresses, where the API front has not done so.
class Services final : public Controller
{
public:
    explicit Services(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    [[nodiscard]] QString freeAddress() const;
};

} // namespace sentinel::sandbox
