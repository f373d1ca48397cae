// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Cluster.h"

#include "core/base/Duration.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

volatile std::sig_atomic_t s_asked = 0;

/// The two ends of a pipe: a signal handler may write, and little else.
const int *pipeEnds()
{
    static const auto made = [] {
        std::array<int, 2> ends{-1, -1};
        if (pipe(ends.data()) != 0) {
            std::abort();
        }
        return ends;
    }();
    return made.data();
}

void signalled(int)
{
    if (s_asked) {
        std::_Exit(static_cast<int>(Exit::Interrupted));
    }
    s_asked = 1;
    const char byte = 0;
    std::ignore = write(pipeEnds()[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals(std::function<void()> asked)
    : m_notifier(pipeEnds()[0], QSocketNotifier::Read)
{
    s_asked = 0;
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [asked = std::move(asked)] {
        char byte = 0;
        std::ignore = read(pipeEnds()[0], &byte, 1);
        asked();
    });
    m_beforeInterrupt = std::signal(SIGINT, signalled);
    m_beforeTerminate = std::signal(SIGTERM, signalled);
}

StopSignals::~StopSignals()
{
    std::signal(SIGINT, m_beforeInterrupt);
    std::signal(SIGTERM, m_beforeTerminate);
}

void addClusterFlags(CLI::App &command, ClusterOptions &options)
{
    command.add_option("--kubeconfig", options.kubeconfig, "File to find clusters in; as kubectl finds it otherwise")
        ->type_name("FILE");
    command.add_option("--context", options.context, "Context of that file; its current one otherwise")->type_name("NAME");
    command.add_option("-n,--namespace", options.ns, "Namespace")->type_name("NAME");
    command.add_option("--request-timeout", options.requestTimeout, "How long one answer may take, such as 30s; 0: for ever")
        ->type_name("DURATION");
    command.add_option("--as", options.as, "Act as this user")->type_name("NAME");
    command.add_option("--as-uid", options.asUid, "With this id")->type_name("ID");
    command.add_option("--as-group", options.asGroups, "In this group; may be given several times")->type_name("NAME");
}

Result<composition::ClusterFlags> flagsOf(const ClusterOptions &options)
{
    composition::ClusterFlags flags{
        .kubeconfig = text(options.kubeconfig), .context = text(options.context), .ns = text(options.ns)};
    flags.hasTerminal = isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
    flags.as = {.user = text(options.as), .uid = text(options.asUid)};
    for (const std::string &group : options.asGroups) {
        flags.as.groups.append(text(group));
    }
    if (flags.as.isNobody() && (!flags.as.uid.isEmpty() || !flags.as.groups.isEmpty())) {
        return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                       Text::tr("--as-uid and --as-group need --as: as whom?"));
    }
    if (!options.requestTimeout.empty()) {
        const QString word = text(options.requestTimeout);
        bool isNumber = false;
        const uint seconds = word.toUInt(&isNumber); // kubectl takes a bare number as seconds
        const auto timeout = isNumber ? Result<Duration>(std::chrono::seconds(seconds)) : parseDuration(word);
        if (!timeout) {
            return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                           Text::tr("--request-timeout: \"%1\" is no duration, such as 30s or 2m.").arg(word));
        }
        flags.requestTimeout = *timeout;
    }
    return flags;
}

Result<composition::ClusterConnection> connected(const ClusterOptions &options, CancelToken cancel)
{
    const auto flags = flagsOf(options);
    if (!flags) {
        return failure(flags);
    }
    auto connection = composition::connectTo(*flags);
    if (!connection) {
        return connection;
    }
    const auto rehearsal = waitFor(composition::isRehearsal(*connection, std::move(cancel)));
    if (!rehearsal) {
        return failure(rehearsal);
    }
    connection->rehearsal = *rehearsal;
    return connection;
}

} // namespace sentinel::cli
