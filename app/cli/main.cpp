// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Cli.h"
#include "app/cli/Programs.h"
#include "app/composition/Application.h"

#include <QCoreApplication>
#include <QFile>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace sentinel;
using namespace Qt::StringLiterals;

namespace {

// Everything in this version is either read-only or one atomic rename, so an interrupted run has begun nothing.
void interrupted(int)
{
    std::_Exit(static_cast<int>(cli::Exit::Interrupted));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || !cli::isOffline(argv[1])) {
        return cli::becomeClusterProgram(argv);
    }
    QCoreApplication application(argc, argv);
    composition::identify(application);
    const Language language = composition::systemLanguage();
    composition::speak(application, language);
    std::signal(SIGINT, interrupted);
    // A closed pipe ("sentinelctl … | head") ends the write, not the program, before its exit code is known.
    std::signal(SIGPIPE, SIG_IGN);

    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly)) {
        return static_cast<int>(cli::Exit::CouldNot);
    }
    const cli::Exit code = cli::run(application.arguments().sliced(1), {.out = out, .err = err, .language = language});
    // A full disk behind a redirect must not look like success.
    const bool flushed = out.flush();
    if (code == cli::Exit::Done && (!flushed || out.error() != QFileDevice::NoError || std::ferror(stdout) != 0)) {
        // Whoever closed the pipe has read enough; anybody else must hear why there is no answer.
        if (const QString why = out.errorString(); why != qt_error_string(EPIPE)) {
            err.write(u"sentinelctl: %1\n"_s.arg(why).toUtf8());
        }
        return static_cast<int>(cli::Exit::CouldNot);
    }
    return static_cast<int>(code);
}
