// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/workloads/Controller.h"

namespace sentinel::sandbox {

/// Says which pods stand behind a Service, as EndpointSlices and as Endpoints.
class Endpoints final : public Controller
{
public:
    explicit Endpoints(World &world);

protected:
    void observe(const Change &change) override;
    void reconcile(const Key &key) override;

private:
    void writeSlice(const QJsonObject &service, const QList<QJsonObject> &pods);
    void writeEndpoints(const QJsonObject &service, const QList<QJsonObject> &pods);
};

} // namespace sentinel::sandbox
