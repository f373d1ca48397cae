// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Apps.h"
#include "app/cli/commands/AskSecrets.h"
#include "app/composition/RollbackServices.h"
#include "core/base/SafeText.h"
#include "core/gitops/PastSync.h"
#include "core/gitops/SyncPreview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// `[GROUP/]KIND/[NAMESPACE/]NAME`; the group and namespace are those the Application has, where they are not given.
Result<gitops::SelectedResource> resourceOf(const QString &word, const gitops::Application &application)
{
    const QStringList parts = word.split(u'/');
    QList<gitops::SelectedResource> fitting;
    for (const gitops::ApplicationResource &each : application.resources) {
        const QStringList whole{each.group, each.kind, each.ns, each.name};
        const bool fits = (parts.size() == 2 && parts[0] == each.kind && parts[1] == each.name)
            || (parts.size() == 3 && parts[2] == each.name
                && ((parts[0] == each.group && parts[1] == each.kind) || (parts[0] == each.kind && parts[1] == each.ns)))
            || parts == whole;
        if (fits) {
            fitting.append({.group = each.group, .kind = each.kind, .ns = each.ns, .name = each.name});
        }
    }
    if (fitting.size() == 1) {
        return fitting.first();
    }
    return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                   fitting.isEmpty()
                       ? Text::tr("The Application has no object \"%1\".").arg(plainLine(word))
                       : Text::tr("\"%1\" fits several objects; give its group and namespace.").arg(plainLine(word)));
}

Result<gitops::SyncRequest> requestOf(const AppsOptions &options, const FoundApplication &found)
{
    gitops::SyncRequest request{.name = found.name()};
    request.wish = {.prune = options.prune,
                    .force = options.force,
                    .dryRun = options.dryRun,
                    .strategy = options.noHooks ? gitops::SyncWish::Strategy::Apply : gitops::SyncWish::Strategy::Hook,
                    .retries = options.retries};
    if (!options.revision.empty()) {
        if (found.object[u"spec"][u"sources"].isArray()) {
            return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                           Text::tr("The Application has several sources, so one --revision does not say which."));
        }
        request.wish.revisions = {text(options.revision)};
    }
    for (const std::string &option : options.syncOptions) {
        request.wish.options.append(text(option));
    }
    for (const std::string &word : options.resources) {
        const auto resource = resourceOf(text(word), found.application);
        if (!resource) {
            return failure(resource);
        }
        request.wish.resources.append(*resource);
    }
    if (!options.timeout.empty()) {
        const auto patience = parseDuration(text(options.timeout));
        if (!patience) {
            return failure(patience);
        }
        request.patience = *patience;
    }
    request.followsHealth = !options.noWait;
    return request;
}

/// What is wrong with the words alone, said before a cluster is asked.
Result<void> checkWords(const AppsOptions &options)
{
    for (const std::string &option : options.syncOptions) {
        const QString word = text(option);
        if (word.indexOf(u'=') < 1 || word.endsWith(u'=')) {
            return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                           Text::tr("--option: \"%1\" is not NAME=VALUE, such as ServerSideApply=true.").arg(plainLine(word)));
        }
    }
    return {};
}

/// What deletes on a real cluster is said yes to.
std::optional<Exit> refusedConsent(const Io &io, const AppsOptions &options, const FoundApplication &found)
{
    if (found.connection.rehearsal || options.yes || options.dryRun || (!options.prune && !options.force)) {
        return {};
    }
    const QString what = options.prune
        ? Text::tr("Sync %1 and delete what its sources have no more?").arg(plainLine(found.spoken()))
        : Text::tr("Sync %1 and delete and make anew what cannot be changed?").arg(plainLine(found.spoken()));
    if (!io.isInteractive) {
        io.say(Text::tr("%1 Nobody is here to say yes: add --yes when this is meant.").arg(what));
        return Exit::Usage;
    }
    if (!askYes(io, what)) {
        io.say(Text::tr("Nothing was done."));
        return Exit::No;
    }
    return {};
}

/// Each step as it ends, and what it waits for when that changes.
class StepLines : public QObject
{
public:
    StepLines(const Io &io, OperationRun &run)
    {
        connect(&run, &OperationRun::stepChanged, this, [this, &io, &run](int index) {
            const OperationStep &step = run.steps()[index];
            QString line;
            if (step.state == OperationStep::State::Running && !step.detail.isEmpty()) {
                line = u"  "_s + step.detail;
            } else if (step.state == OperationStep::State::Done || step.state == OperationStep::State::Failed) {
                const QString word = step.detail.isEmpty() ? stateName(step.state) : step.detail;
                line = (step.state == OperationStep::State::Done ? u"+ "_s : u"! "_s) + step.title + u": "_s + word;
            }
            if (!line.isEmpty() && std::exchange(m_last, line) != line) {
                io.say(line);
            }
        });
    }

private:
    QString m_last;
};

yaml::Value outcomeDocument(const OperationRun &run, const gitops::SyncOutcome &outcome)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"ApplicationSync"_s);
    document.set(u"id"_s, run.id());
    document.set(u"succeeded"_s, outcome.succeeded);
    document.set(u"healthy"_s, outcome.healthy);
    document.set(u"health"_s, plainLine(outcome.health));
    document.set(u"message"_s, plainLine(outcome.message));
    document.set(u"revisions"_s, yaml::Value::list(outcome.revisions));
    return document;
}

Exit sayEnd(const Io &io, const AppsOptions &options, const OperationRun &run, const Result<gitops::SyncOutcome> &ended)
{
    if (!ended) {
        const Exit code = report(io, ended.error(), false);
        if (run.isResumable()) {
            io.say(Text::tr("%1 is open; the same command again goes on with it.").arg(run.id()));
            return Exit::Stopped;
        }
        return code == Exit::Usage ? Exit::CouldNot : code;
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, outcomeDocument(run, *ended));
    } else if (options.format == Format::Name) {
        io.print(run.id() + u'\n');
    }
    if (!ended->succeeded) {
        io.say(Text::tr("The sync failed: %1").arg(plainLine(ended->message)));
        return Exit::No;
    }
    if (options.noWait || options.dryRun) {
        io.say(options.dryRun ? Text::tr("The dry run went well; nothing was written.") : Text::tr("Synced."));
        return Exit::Done;
    }
    io.say(ended->healthy ? Text::tr("Synced and healthy.")
                          : Text::tr("Synced, and not healthy: %1.").arg(plainLine(ended->health)));
    return ended->healthy ? Exit::Done : Exit::No;
}

[[nodiscard]] Async<void> revisionIsThere(FoundApplication found, AppsOptions options, CancelToken cancel)
{
    if (options.revision.empty()) {
        co_return {};
    }
    const auto services = co_await sourcesFor(found.connection, options, cancel);
    if (!services) {
        // Argo CD has its own way to the repository.
        co_return services.error().kind == Error::Kind::Cancelled ? Result<void>(failure(services)) : Result<void>();
    }
    co_return co_await gitops::checkRevision(found.object, text(options.revision), *services, cancel);
}

/// The run to follow; an earlier one that asked for something else and is over is closed first.
Result<gitops::SyncRun> opened(const Io &io, const AppsOptions &options, const gitops::SyncRequest &request,
                               const gitops::ChangeServices &services, const CancelToken &cancel)
{
    if (!options.giveUp) {
        const auto closed = waitFor(gitops::closePastSync(request, services, cancel));
        if (!closed) {
            return failure(closed);
        }
        if (!closed->isEmpty()) {
            io.say(*closed);
        }
    }
    return gitops::openSync(request, services, options.giveUp);
}

/// What was synced is kept for the day its repository is gone; that it cannot be takes nothing from the sync.
void keep(const Io &io, const FoundApplication &found, const CancelToken &cancel)
{
    const kube::ObjectName name = found.name();
    if (const auto kept = waitFor(composition::keepPresent(found.connection, name.ns, name.name, cancel)); !kept) {
        io.say(Text::tr("Its manifests could not be kept on this machine: %1").arg(plainLine(kept.error().detail)));
    }
}

} // namespace

Exit appsSync(const Io &io, const AppsOptions &options)
{
    if (const auto good = checkWords(options); !good) {
        return report(io, good.error(), true);
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto request = requestOf(options, *found);
    if (!request) {
        return report(io, request.error(), true);
    }
    if (const auto there = waitFor(revisionIsThere(*found, options, asked.token())); !there) {
        return report(io, there.error(), true);
    }
    if (const auto refused = refusedConsent(io, options, *found)) {
        return *refused;
    }
    const auto services = changeServices(found->connection);
    if (!services) {
        return report(io, services.error(), false);
    }
    const auto run = opened(io, options, *request, *services, asked.token());
    if (!run) {
        return report(io, run.error(), false);
    }
    if (run->isResumed) {
        io.say(Text::tr("Going on with %1.").arg(run->run->id()));
    }
    const StepLines lines(io, *run->run);
    const auto ended = waitFor(gitops::syncApplication(*request, *services, *run, asked.token()));
    if (ended && ended->succeeded && ended->healthy && !options.dryRun) {
        keep(io, *found, asked.token());
    }
    return sayEnd(io, options, *run->run, ended);
}

} // namespace sentinel::cli
