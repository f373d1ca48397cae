// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certs/Sight.h"

namespace sentinel::certs {

/// From the Certificate down to what was asked for last, and its issuer where that stands in the way.
[[nodiscard]] QList<Link> chainOf(const kube::Object &certificate, const Sight &sight);
/// "Challenge/web-1: …": the deepest link that is bad; empty: none is.
[[nodiscard]] QString causeIn(const QList<Link> &chain);
[[nodiscard]] Issuer issuerFrom(const kube::Object &object);

} // namespace sentinel::certs
