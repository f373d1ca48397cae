// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Commands.h"
#include "app/composition/ClusterConnection.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <string>
#include <vector>

namespace sentinel::cli {

// Commands that speak to a cluster; the program of cluster commands adds them.
void addClusters(CLI::App &app, Invocation &invocation);
void addSandbox(CLI::App &app, Invocation &invocation);
void addDeploy(CLI::App &app, Invocation &invocation);
void addRollback(CLI::App &app, Invocation &invocation);
void addGuard(CLI::App &app, Invocation &invocation);
void addApps(CLI::App &app, Invocation &invocation);
void addHistory(CLI::App &app, Invocation &invocation);
void addStatus(CLI::App &app, Invocation &invocation);
void addCertificates(CLI::App &app, Invocation &invocation);
void addPreflight(CLI::App &app, Invocation &invocation);
void addJournal(CLI::App &app, Invocation &invocation);
void addTour(CLI::App &app, Invocation &invocation);
void addLogs(CLI::App &app, Invocation &invocation);
void addEvents(CLI::App &app, Invocation &invocation);

/// kubectl's own flags as they were typed.
struct ClusterOptions
{
    std::string kubeconfig;
    std::string context;
    std::string ns;
    std::string requestTimeout;
    std::string as;
    std::string asUid;
    std::vector<std::string> asGroups;
};
void addClusterFlags(CLI::App &command, ClusterOptions &options);
/// Invalid: the timeout is no duration.
[[nodiscard]] Result<composition::ClusterFlags> flagsOf(const ClusterOptions &options);
/// Connected, and whether it is the rehearsal cluster.
[[nodiscard]] Result<composition::ClusterConnection> connected(const ClusterOptions &options, CancelToken cancel);

/// Runs the event loop until the flow has ended: the outermost line of a command.
template <typename T>
[[nodiscard]] Result<T> waitFor(Async<T> task)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    deliver(std::move(task), &loop, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    if (!answer) {
        loop.exec();
    }
    return *answer;
}

/// While it lives, SIGINT and SIGTERM call `asked` from the event loop; a second one ends the program at once.
class StopSignals
{
public:
    explicit StopSignals(std::function<void()> asked);
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

private:
    QSocketNotifier m_notifier;
    void (*m_beforeInterrupt)(int) = nullptr; ///< given back at the end
    void (*m_beforeTerminate)(int) = nullptr;
};

} // namespace sentinel::cli
