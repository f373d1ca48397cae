// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/Api.h"

namespace sentinel::cli {

/// What a word like "web-0", "pod/web-0" or "deploy/web" means.
struct Target
{
    kube::ResourceType type;
    QString name;
};

/// Only KIND/NAME asks the server which kinds there are. Errors: Invalid (no such form), NotFound (no such kind), those of
/// asking.
[[nodiscard]] Async<Target> targetOf(kube::ApiPtr api, QString word, CancelToken cancel);

} // namespace sentinel::cli
