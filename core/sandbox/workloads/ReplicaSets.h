// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Keeps as many pods as a ReplicaSet asks for.
class ReplicaSets final : public Controller
{
public:
    explicit ReplicaSets(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void scale(const QJsonObject &set, QList<QJsonObject> active);
};

} // namespace sentinel::sandbox
