// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Apps.h"

#include <CLI/CLI.hpp>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

using Options = std::shared_ptr<AppsOptions>;

CLI::App *add(CLI::App &apps, Invocation &invocation, const Options &options, const char *name, const char *help, AppsWork work)
{
    CLI::App *command = apps.add_subcommand(name, help);
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback([&invocation, options, work] {
        invocation.action = [&io = invocation.io, options, work] { return work(io, *options); };
    });
    return command;
}

CLI::App *addForOne(CLI::App &apps, Invocation &invocation, const Options &options, const char *name, const char *help,
                    AppsWork work)
{
    CLI::App *command = add(apps, invocation, options, name, help, work);
    command->add_option("APP", options->app, "[CONTEXT/][NAMESPACE/]NAME")->required();
    return command;
}

void addReading(CLI::App &apps, Invocation &invocation, const Options &options)
{
    CLI::App *list = add(apps, invocation, options, "list", "Applications of Argo CD, and how they stand", appsList);
    list->add_option("--contexts", options->contexts, "Of these contexts of the kubeconfig, together")
        ->delimiter(',')
        ->type_name("NAME,…");
    list->add_flag("--all-contexts", options->allContexts, "Of every context of the kubeconfig");
    list->add_option("-l,--selector", options->selector, "Only those with these labels")->type_name("LABELS");
    CLI::App *show
        = addForOne(apps, invocation, options, "show", "One Application: state, conditions, operation, resources", appsShow);
    addArgoServer(*show, *options);
    show->add_flag("--tree", options->tree, "Also what controllers made: ReplicaSets, pods, Jobs");
    CLI::App *diff = addForOne(apps, invocation, options, "diff",
                               "What a sync would change; or what changes between two revisions", appsDiff);
    addArgoServer(*diff, *options);
    diff->add_option("--revision", options->revision, "Of this revision, not the Application's own")->type_name("REVISION");
    diff->add_option("--from", options->from, "Compare revisions only: from this one (or a number of the history)")
        ->type_name("REVISION|ID");
    diff->add_option("--to", options->to, "… to this one; the Application's own otherwise")->type_name("REVISION|ID");
    diff->add_flag("--all", options->all, "Every object, also where Argo CD found no difference in a large Application");
    diff->add_flag("--ignore-rules", options->rule, "Print the ignoreDifferences for fields that others own");
    addForOne(apps, invocation, options, "windows", "Sync windows of its project: open now? when next?", appsWindows);
}

void addChanging(CLI::App &apps, Invocation &invocation, const Options &options)
{
    CLI::App *sync = addForOne(apps, invocation, options, "sync", "Sync now, and follow until it is healthy", appsSync);
    sync->add_option("--revision", options->revision, "To this revision; the Application's own otherwise")->type_name("REVISION");
    sync->add_flag("--prune", options->prune, "Delete what the sources have no more");
    sync->add_flag("--force", options->force, "Delete and make anew what cannot be changed");
    sync->add_flag("--dry-run", options->dryRun, "Let Argo CD check the manifests; nothing is written");
    sync->add_flag("--no-hooks", options->noHooks, "Leave hooks out");
    sync->add_option("--option", options->syncOptions, "A sync option, such as ServerSideApply=true; may be given several times")
        ->type_name("NAME=VALUE");
    sync->add_option("--resource", options->resources,
                     "Only this object: [GROUP/]KIND/[NAMESPACE/]NAME; may be given several times")
        ->type_name("OBJECT");
    sync->add_option("--retry", options->retries, "Try so often again when it fails; as the Application says otherwise")
        ->check(CLI::Range(0, 100))
        ->type_name("TIMES");
    sync->add_flag("--no-wait", options->noWait, "Do not wait until it is healthy");
    sync->add_flag("--give-up", options->giveUp,
                   "Give up an earlier sync that was stopped half-way and asked for something else");
    sync->add_option("--timeout", options->timeout, "How long it may take, 10m otherwise")->type_name("DURATION");
    sync->add_flag("--yes", options->yes, "Do not ask before deleting");
    CLI::App *refresh = addForOne(apps, invocation, options, "refresh", "Let Argo CD compare with Git again", appsRefresh);
    refresh->add_flag("--hard", options->hard, "And render anew, whatever it remembers");
    addForOne(apps, invocation, options, "terminate", "End the operation that runs", appsTerminate);
    addForOne(apps, invocation, options, "confirm", "Say yes to deletions that wait for it", appsConfirm);
    CLI::App *autosync = addForOne(apps, invocation, options, "autosync", "Switch syncing by itself on or off", appsAutoSync);
    autosync->add_option("STATE", options->state, "on, off or status")->required()->check(CLI::IsMember({"on", "off", "status"}));
    autosync->add_flag("--prune", options->prune, "On, where it never was: deletes what the sources have no more");
    autosync->add_flag("--self-heal", options->selfHeal, "On, where it never was: undoes changes made in the cluster");
    autosync->add_flag("--teach-owner", options->teachOwner,
                       "Let the ApplicationSet or Application above leave auto-sync alone, where it would undo this");
}

} // namespace

void addArgoServer(CLI::App &command, AppsOptions &options)
{
    command
        .add_option("--argocd-server", options.argocdServer,
                    "Its server, for what only Argo CD knows: auto (as \"argocd login\" left it), proxy, off or its address")
        ->type_name("WHERE");
}

void addApps(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<AppsOptions>();
    CLI::App *apps = app.add_subcommand("apps", "Follow and steer Applications of Argo CD");
    apps->require_subcommand(1);
    addReading(*apps, invocation, options);
    addChanging(*apps, invocation, options);
}

} // namespace sentinel::cli
