// SPDX-License-Identifier: GPL-3.0-or-later
// sentinelctl-cluster: the whole command line, with what speaks to clusters. `sentinelctl` becomes it when that is needed.
#include "app/cli/commands/Cluster.h"
#include "app/cli/Cli.h"
#include "app/composition/Application.h"

#include <QCoreApplication>
#include <QFile>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace sentinel;

namespace {

// Outside of what listens to signals itself, nothing is half done.
void interrupted(int)
{
    std::_Exit(static_cast<int>(cli::Exit::Interrupted));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    composition::identify(application);
    const Language language = composition::systemLanguage();
    composition::speak(application, language);
    std::signal(SIGINT, interrupted);
    std::signal(SIGPIPE, SIG_IGN);

    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return static_cast<int>(cli::Exit::CouldNot);
    }
    const bool interactive = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
    const cli::Exit code = cli::run(
        application.arguments().sliced(1), {.out = out, .err = err, .language = language, .isInteractive = interactive},
        {cli::addClusters, cli::addSandbox, cli::addDeploy, cli::addStatus, cli::addJournal, cli::addRollback, cli::addGuard,
         cli::addApps, cli::addHistory, cli::addTour, cli::addLogs, cli::addEvents, cli::addPreflight, cli::addCertificates});
    const bool flushed = out.flush();
    if (code == cli::Exit::Done && (!flushed || out.error() != QFileDevice::NoError || std::ferror(stdout) != 0)) {
        return static_cast<int>(cli::Exit::CouldNot);
    }
    return static_cast<int>(code);
}
