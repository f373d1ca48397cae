// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands/Cluster.h"
#include "core/gitops/Change.h"
#include "core/gitops/DesiredState.h"

namespace sentinel::cli {

// `apps` and `history`: what they share.

/// An Application somebody named, and where it is.
struct FoundApplication
{
    composition::ClusterConnection connection;
    kube::Object object;
    gitops::Application application;

    [[nodiscard]] kube::ObjectName name() const { return {.ns = application.ns, .name = application.name}; }
    [[nodiscard]] QString spoken() const { return application.ns + u'/' + application.name; }
};

/// `[CONTEXT/][NAMESPACE/]NAME`. Errors: Invalid (several of that name: they are listed), NotFound, those of reaching the
/// cluster.
[[nodiscard]] Result<FoundApplication> findApplication(const QString &word, const ClusterOptions &options, CancelToken cancel);

/// Applications of a namespace, or of all; where that is not allowed, of "argocd".
[[nodiscard]] Async<QList<kube::Object>> listApplications(kube::ApiPtr api, QString ns, CancelToken cancel);

/// The journal, and who does it.
[[nodiscard]] Result<gitops::ChangeServices> changeServices(const composition::ClusterConnection &connection);

struct AppsOptions;
/// Where sources come from, argocd-server included as the flags say.
[[nodiscard]] Async<gitops::SourceServices> sourcesFor(composition::ClusterConnection connection, AppsOptions options,
                                                       CancelToken cancel);

/// Ends a command whose cluster or application could not be found.
[[nodiscard]] Exit sayNotFound(const Io &io, const Error &error);

struct AppsOptions
{
    std::string app;
    ClusterOptions target;
    Format format = Format::Table;

    // list
    std::vector<std::string> contexts;
    bool allContexts = false;
    std::string selector;

    // show, diff, history
    std::string argocdServer; ///< empty: as the environment says

    // show
    bool tree = false;

    // diff
    std::string revision;
    std::string from;
    std::string to;
    bool all = false;
    bool rule = false;

    // sync
    bool prune = false;
    bool force = false;
    bool dryRun = false;
    bool noHooks = false;
    bool noWait = false;
    bool giveUp = false;
    bool yes = false;
    std::string timeout;
    int retries = -1;
    std::vector<std::string> syncOptions;
    std::vector<std::string> resources;

    // refresh
    bool hard = false;

    // autosync
    std::string state;
    bool selfHeal = false;
    bool teachOwner = false;
};
/// `--argocd-server`.
void addArgoServer(CLI::App &command, AppsOptions &options);

using AppsWork = Exit (*)(const Io &io, const AppsOptions &options);

[[nodiscard]] Exit appsList(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsShow(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsDiff(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsSync(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsRefresh(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsTerminate(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsConfirm(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsAutoSync(const Io &io, const AppsOptions &options);
[[nodiscard]] Exit appsWindows(const Io &io, const AppsOptions &options);

} // namespace sentinel::cli
