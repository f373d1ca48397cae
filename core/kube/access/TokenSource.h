// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/kube/access/ClusterAccess.h"

#include <memory>

namespace sentinel::kube {

/// The bearer token of a user. A token file is read again every minute, since the cluster's tokens are short-lived; when it
/// cannot be read for a while, the last good token is used on.
class TokenSource
{
public:
    TokenSource(const ClusterAccess &access, std::shared_ptr<Clock> clock);

    /// Empty when the user has none. Errors: those of reading the file the first time.
    [[nodiscard]] Result<QByteArray> token();
    void forget() { m_isOld = true; } ///< the server refuses it: the file is read again at once

private:
    std::shared_ptr<Clock> m_clock;
    QString m_file;
    QByteArray m_token;
    QDateTime m_readAt;
    bool m_isOld = false;
};

} // namespace sentinel::kube
