// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"

#include <QString>
#include <functional>

namespace sentinel::helm {

/// `helm rollback` as flows need it. A port: the program fills it with the real binary.
class HelmBack
{
public:
    virtual ~HelmBack() = default;
    /// Makes a new revision with the content of `revision`; does not wait for pods. Errors are those of `rollBackRelease`.
    [[nodiscard]] virtual Async<void> rollBack(QString ns, QString release, int revision, bool hooks,
                                               std::function<void(QString)> line, CancelToken cancel)
        = 0;
};

} // namespace sentinel::helm
