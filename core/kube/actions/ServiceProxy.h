// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// A port of a Service as the API server reaches it. It is asked with the rights of `services/proxy`: `get` for GET, `create` for
/// POST; a role may name the service only as the address has it ("https:prometheus:9090").
struct ServicePort
{
    QString ns;
    QString service;
    QString port; ///< number or name; empty: its only one
    bool tls = false; ///< the API server speaks TLS with it, without verifying whom it meets
};

/// "/api/v1/namespaces/N/services/https:NAME:PORT/proxy/path?query"; `path` begins with "/". Invalid: no such name can be.
[[nodiscard]] Result<QString> proxyPath(const ServicePort &port, const QString &path);

/// Asks a service through the API server. Our token stays there: what needs its own login cannot be reached so. The answer is the
/// service's, of any status. Errors: those of Api, Forbidden and NotFound where it was the API server that refused, Unreachable
/// where it could not reach the service.
[[nodiscard]] Async<RawAnswer> askService(ApiPtr api, ServicePort port, RawRequest request, CancelToken cancel);

} // namespace sentinel::kube
