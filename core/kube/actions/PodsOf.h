// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::kube {

/// A label selector of an object (`matchLabels`, `matchExpressions`) as lists take it: "app=web,tier in (a,b)". Empty: it selects
/// everything, or is none.
[[nodiscard]] QString selectorText(const QJsonObject &selector);

/// The pods behind an object, oldest first: itself, those its selector names (workloads, Services), or those of the newest Job of
/// a CronJob. Unsupported: a kind without pods.
[[nodiscard]] Async<QList<Object>> podsOf(ApiPtr api, ResourceType type, ObjectName name, CancelToken cancel);

} // namespace sentinel::kube
