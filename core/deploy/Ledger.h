// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/OperationRun.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sentinel::deploy {

/// One line of what a run wrote down.
struct LedgerEntry
{
    enum class Kind {
        Begun, ///< the run; `facts` says of what
        Intent, ///< `effect` is about to happen
        Done, ///< it did; `facts` is what the rest of the run needs to know of it
        Failed, ///< it did not
        Paused, ///< the run stopped and can be resumed; `sentence` says why
        Resumed, ///< by this process
        Ended, ///< the run is over and not to be resumed
    };
    QString run;
    Kind kind = Kind::Intent;
    QString effect{}; ///< stable within a run: "apply:Namespace/sentinel-prod", "sync:sentinel-prod-eu-1"
    QString sentence{}; ///< for people; never a secret
    QJsonObject facts{};
};

/// The journal as a deploy needs it. A port, so that a test can stop the world after any line.
class Ledger
{
public:
    virtual ~Ledger() = default;
    /// On disk when it returns: intent comes before effect.
    [[nodiscard]] virtual Result<void> append(const LedgerEntry &entry) = 0;
    /// Of runs that began and did not end, oldest first.
    [[nodiscard]] virtual Result<QList<LedgerEntry>> openRuns() = 0;
    /// From now on the steps of the run are written down as they change, for those who look at it later.
    virtual void attach(OperationRun &run) { Q_UNUSED(run) }
};

} // namespace sentinel::deploy
