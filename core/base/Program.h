// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Async.h"
#include "core/base/CancelToken.h"
#include "core/base/Duration.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <functional>

namespace sentinel {

/// One run of another program. Never through a shell; secrets go into files or the input, since arguments can be seen by all.
struct ProgramRun
{
    QString program; ///< a path, or a name looked for on PATH
    QStringList arguments{};
    QString folder{}; ///< where it runs; empty: where we are
    QMap<QString, QString> environment{}; ///< set over what we have ourselves
    QStringList without{}; ///< variables it must not inherit; "HELM_*" takes all that begin so
    QByteArray input{};
    std::function<void(const QString &)> errorLine{}; ///< told of each line of stderr as it comes, control characters taken out
    bool onTerminal = false; ///< asks its questions on our terminal, whose Ctrl+C it then hears too; stderr goes there as well
    Duration atMost{0}; ///< stopped when it runs longer; 0: as long as it likes
    Duration grace = std::chrono::seconds(30); ///< between the polite signal and the killing one
};

struct ProgramOutput
{
    int exitCode = 0;
    QByteArray out; ///< at most 128 MiB
    QByteArray error; ///< the last 256 KiB
};

/// Runs it in a session of its own, so a Ctrl+C in our terminal is ours alone to answer. Asked to stop it gets SIGTERM, all it
/// started included, and is waited for: a program that ends well all the same is reported as that, since what it did is done.
/// Errors: NotFound (no such program), Cancelled, Timeout, Internal (ended by a signal nobody here sent, too much output).
/// Another exit code than 0 is no error here.
[[nodiscard]] Async<ProgramOutput> runProgram(ProgramRun run, CancelToken cancel);

} // namespace sentinel
