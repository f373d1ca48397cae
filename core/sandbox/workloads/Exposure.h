// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Addresses of Ingresses and Gateways, and whether a Gateway takes an HTTPRoute.
class Exposure final : public Controller
{
public:
    explicit Exposure(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void serveIngress(const Type &type, const Key &key);
    void serveGateway(const Type &type, const Key &key);
    void serveRoute(const Type &type, const Key &key);
    [[nodiscard]] bool isTooEarly(const QJsonObject &object, const Key &key);
};

} // namespace sentinel::sandbox
