// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// What every namespace has (a ServiceAccount, the cluster's certificate authority), and emptying those that are deleted.
class Namespaces final : public Controller
{
public:
    explicit Namespaces(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void furnish(const QJsonObject &home);
    void empty(const QJsonObject &home);
};

} // namespace sentinel::sandbox
