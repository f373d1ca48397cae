// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Io.h"
#include "core/deploy/DeployRun.h"

namespace sentinel::cli {

/// Tells people what goes on: a line when a step begins or ends, and what it waits for when that changes.
class ProgressLines : public QObject
{
public:
    ProgressLines(const Io &io, deploy::DeployRun &run);

private:
    void stepChanged(int index);
    static QString mark(OperationStep::State state);
    void tell(const QString &line);

    const Io &m_io;
    deploy::DeployRun &m_run;
    QString m_last;
};

} // namespace sentinel::cli
