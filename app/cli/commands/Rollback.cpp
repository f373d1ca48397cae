// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/AskSecrets.h"
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/RollbackDocument.h"
#include "app/cli/commands/RunDocument.h"
#include "app/cli/commands/RunLines.h"
#include "app/composition/RollbackServices.h"
#include "core/gitops/AutoSync.h"
#include "core/rollback/Distances.h"
#include "core/rollback/ResumeAutoSync.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct RollbackOptions
{
    std::string app;
    std::string to;
    std::string via;
    bool dryRun = false;
    bool yes = false;
    bool withHooks = false;
    bool prune = false;
    bool revertCommit = false;
    bool endRunning = false;
    bool addPointer = false;
    bool resumeAutoSync = false;
    bool pullRequest = false;
    std::string reason;
    std::vector<std::string> accepted;
    std::string confirm;
    ClusterOptions target;
    Format format = Format::Table;
};

/// Everything a rollback of one thing needs.
struct Place
{
    composition::ClusterConnection connection;
    rollback::Subject subject;
    rollback::Services services;
};

[[nodiscard]] Async<Place> placeOf(composition::ClusterConnection connection, rollback::SubjectName name,
                                   composition::RollbackPurpose purpose, CancelToken cancel)
{
    const auto subject = co_await rollback::findSubject(connection.api, name, cancel);
    if (!subject) {
        co_return failure(subject);
    }
    const auto services = co_await composition::rollbackServices(connection, *subject, purpose, cancel);
    if (!services) {
        co_return failure(services);
    }
    co_return Place{.connection = connection, .subject = *subject, .services = *services};
}

rollback::Choice choiceOf(const RollbackOptions &options, const rollback::Subject &subject)
{
    return {.way = rollback::wayNamed(text(options.via)).value_or(subject.way),
            .withHooks = options.withHooks,
            .prune = options.prune,
            .endRunning = options.endRunning,
            .addPointer = options.addPointer,
            .revertCommit = options.revertCommit};
}

QStringList acceptedRules(const RollbackOptions &options)
{
    QStringList rules;
    for (const std::string &rule : options.accepted) {
        rules += text(rule).split(u',', Qt::SkipEmptyParts);
    }
    return rules;
}

rollback::RollbackRequest requestOf(const RollbackOptions &options, const rollback::Subject &subject)
{
    return {.subject = subject, .to = text(options.to), .choice = choiceOf(options, subject), .accepted = acceptedRules(options)};
}

/// What is wrong with the words alone, said before a cluster is asked; empty when nothing is.
QString complaintOf(const RollbackOptions &options)
{
    if (options.pullRequest && (options.via != "git" || options.to.empty())) {
        return Text::tr("--pull-request is for --via git and needs --to ID.");
    }
    if (options.resumeAutoSync && !options.to.empty()) {
        return Text::tr("--to goes back and --resume-auto-sync ends that: give one of them.");
    }
    return complaintOfRules(acceptedRules(options));
}

/// Of several words before the last, the first names a context of the kubeconfig: CONTEXT/NAMESPACE/NAME.
rollback::SubjectName nameOf(RollbackOptions &options)
{
    QString word = text(options.app);
    if (word.count(u'/') == 2) {
        options.target.context = word.section(u'/', 0, 0).toStdString();
        word = word.section(u'/', 1);
    }
    rollback::SubjectName name{.word = word, .ns = text(options.target.ns)};
    if (!options.via.empty()) {
        name.way = options.via == "helm" ? rollback::Way::Helm : rollback::Way::ArgoCd;
    }
    return name;
}

[[nodiscard]] Async<std::optional<rollback::Pause>> pauseOf(Place place, CancelToken cancel)
{
    const auto pauses = co_await rollback::openPauses(place.services, cancel);
    if (!pauses) {
        co_return failure(pauses);
    }
    for (const rollback::Pause &pause : *pauses) {
        if (pause.ns == place.subject.ns && pause.name == place.subject.name && pause.clusterId == place.services.clusterId) {
            co_return pause;
        }
    }
    co_return std::nullopt;
}

Exit listCandidates(const Io &io, const RollbackOptions &options, const Place &place, const CancelToken &cancel)
{
    const auto known = waitFor(rollback::candidatesOf(place.services.api, place.subject, place.services.memory, cancel));
    const auto candidates = known ? waitFor(rollback::withDistances(*known, place.subject, place.services, cancel)) : known;
    if (!candidates) {
        return report(io, candidates.error(), false);
    }
    auto pause = waitFor(pauseOf(place, cancel));
    if (!pause) {
        io.say(Text::tr("What the journal of this machine knows of it is not known: %1").arg(pause.error().detail));
        if (gitops::isAutoSyncPaused(place.subject.application)) {
            pause = rollback::Pause(); // since when is unknown
        }
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, candidatesDocument(place.subject, *candidates, pause.value_or(std::nullopt)));
    } else if (options.format == Format::Name) {
        for (const rollback::Candidate &candidate : *candidates) {
            if (!candidate.isPresent) {
                io.print(candidate.id + u'\n');
            }
        }
    } else {
        io.print(candidateTable(*candidates, options.format == Format::Wide ? CandidateDetail::Names : CandidateDetail::Counts));
    }
    if (pause && *pause && !(*pause)->since.isValid()) {
        io.say(Text::tr("Auto-sync is paused; turn it on again with --resume-auto-sync."));
    } else if (pause && *pause) {
        io.say(Text::tr("Auto-sync is paused since %1; turn it on again with --resume-auto-sync.")
                   .arg((*pause)->since.toLocalTime().toString(u"yyyy-MM-dd HH:mm")));
    }
    io.say(Text::tr("Say which one with --to ID; --dry-run looks whether it is safe and changes nothing."));
    return Exit::Usage;
}

void printVerdict(const Io &io, const RollbackOptions &options, const rollback::Verdict &verdict)
{
    if (isDocument(options.format)) {
        printDocument(io, options.format, verdictDocument(verdict));
    } else if (options.format == Format::Name) {
        io.print(rollback::lightName(verdict.light()) + u'\n');
    } else {
        io.print(verdictText(verdict, options.format == Format::Wide));
    }
}

/// A real cluster is changed by somebody who said so, a protected one by somebody who named what is changed.
std::optional<Exit> refusedConsent(const Io &io, const RollbackOptions &options, const Place &place)
{
    const ProtectionLevel level = composition::protectionOf(place.connection, place.subject.environment);
    const QString what = Text::tr("Roll %1 back to %2 on %3?")
                             .arg(plainLine(place.subject.title()), text(options.to), plainLine(place.connection.access.context));
    if (level == ProtectionLevel::ReadOnly) {
        io.say(Text::tr("This cluster is for looking only (protection read-only in the list of clusters)."));
        return Exit::No;
    }
    if (level == ProtectionLevel::TypedName && text(options.confirm) != place.subject.name) {
        io.say(Text::tr("%1 This cluster is protected: add --confirm %2 when this is meant.")
                   .arg(what, plainLine(place.subject.name)));
        return Exit::No;
    }
    if (place.connection.rehearsal || options.yes) {
        return {};
    }
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

void sayPaused(const Io &io, const rollback::RollbackOutcome &outcome, const Place &place)
{
    if (outcome.isPaused) {
        io.say(Text::tr("Auto-sync of %1 is paused. Turn it on again with: sentinelctl rollback %2 --resume-auto-sync")
                   .arg(plainLine(place.subject.name), plainLine(place.subject.title())));
    }
}

Exit sayEnd(const Io &io, const deploy::DeployRun &run, const Result<rollback::RollbackOutcome> &ended, const Place &place)
{
    if (ended && ended->healthy) {
        io.say(Text::tr("Everything is healthy."));
        sayPaused(io, *ended, place);
        return Exit::Done;
    }
    if (ended && ended->isRefused) {
        io.say(run.error() ? run.error()->detail : Text::tr("Nothing was done."));
        if (const QStringList rules = ended->verdict->unaccepted({}); ended->verdict->light() == rollback::Light::Amber) {
            io.say(Text::tr("Accept what you take upon yourself: --accept %1").arg(rules.join(u',')));
        }
        return Exit::No;
    }
    if (ended) {
        io.say(Text::tr("It did not become healthy."));
        io.say(ended->cause.isEmpty() && run.error() ? run.error()->detail : causeText(ended->cause).trimmed());
        sayPaused(io, *ended, place);
        return Exit::No;
    }
    const Exit code = report(io, ended.error(), true);
    if (!run.isResumable()) {
        return code;
    }
    if (!run.leftBehind().isEmpty()) {
        io.say(Text::tr("What was done stays: %1.").arg(run.leftBehind().join(u", "_s)));
    }
    io.say(Text::tr("%1 is open; the same command again goes on with it.").arg(run.id()));
    return Exit::Stopped;
}

void printRun(const Io &io, const RollbackOptions &options, const deploy::DeployRun &run)
{
    if (isDocument(options.format)) {
        printDocument(io, options.format, runDocument(run));
    } else if (options.format == Format::Name) {
        io.print(run.id() + u'\n');
    } else if (!run.objects().isEmpty()) {
        io.print(objectTable(run.objects(), options.format == Format::Wide ? Depth::Everything : Depth::Top));
    }
}

Exit goBack(const Io &io, const RollbackOptions &options, const Place &place, std::shared_ptr<deploy::DeployRun> &run,
            const CancelSource &asked)
{
    if (const auto refused = refusedConsent(io, options, place)) {
        return *refused;
    }
    const rollback::RollbackRequest request = requestOf(options, place.subject);
    const auto opened = rollback::openRun(request, place.services);
    if (!opened) {
        return report(io, opened.error(), true);
    }
    run = *opened;
    if (asked.isCancelled()) {
        run->cancel(); // meanwhile
    }
    const ProgressLines progress(io, *run);
    const auto ended = waitFor(rollback::rollBack(request, place.services, run, run->cancelToken()));
    if (ended && ended->isRefused) {
        printVerdict(io, options, *ended->verdict);
    } else {
        printRun(io, options, *run);
    }
    return sayEnd(io, *run, ended, place);
}

Exit resume(const Io &io, const Place &place, const CancelToken &cancel)
{
    const auto resumed = waitFor(rollback::resumeIfPaused(place.subject, place.services, cancel));
    if (!resumed) {
        return report(io, resumed.error(), false);
    }
    io.say((*resumed ? Text::tr("Auto-sync of %1 is on again, as it was.")
                     : Text::tr("No rollback paused auto-sync of %1, so there was nothing to do."))
               .arg(plainLine(place.subject.name)));
    return Exit::Done;
}

/// The text of a pull request; nothing is committed and nothing pushed.
Exit printPullRequest(const Io &io, const RollbackOptions &options, const rollback::Verdict &verdict)
{
    const auto text = rollback::pullRequestText(verdict, cli::text(options.reason));
    if (!text) {
        return report(io, text.error(), true);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, pullRequestDocument(*text, verdict.light()));
    } else if (options.format == Format::Name) {
        io.print(text->branch + u'\n');
    } else {
        io.print(pullRequestText(*text));
    }
    io.say(Text::tr("Nothing was committed and nothing pushed."));
    return verdict.light() == rollback::Light::Red ? Exit::No : Exit::Done;
}

Exit rollBackApp(const Io &io, RollbackOptions options)
{
    if (const QString complaint = complaintOf(options); !complaint.isEmpty()) {
        io.say(complaint);
        return Exit::Usage;
    }
    CancelSource asked;
    std::shared_ptr<deploy::DeployRun> run;
    const StopSignals signals([&] { run ? run->cancel() : asked.cancel(); });
    const rollback::SubjectName name = nameOf(options);
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    const auto purpose = options.to.empty() && !options.resumeAutoSync ? composition::RollbackPurpose::History
                                                                       : composition::RollbackPurpose::GoingBack;
    const auto place = waitFor(placeOf(*connection, name, purpose, asked.token()));
    if (!place) {
        const Error::Kind kind = place.error().kind;
        const Exit code = report(io, place.error(), true);
        return kind == Error::Kind::Conflict ? Exit::Usage : kind == Error::Kind::Forbidden ? Exit::CouldNot : code;
    }
    if (options.resumeAutoSync) {
        return resume(io, *place, asked.token());
    }
    if (options.to.empty()) {
        return listCandidates(io, options, *place, asked.token());
    }
    if (!options.dryRun && !options.pullRequest) {
        return goBack(io, options, *place, run, asked);
    }
    const auto verdict = waitFor(rollback::lookAhead(requestOf(options, place->subject), place->services, asked.token()));
    if (!verdict) {
        return report(io, verdict.error(), verdict.error().kind == Error::Kind::NotFound);
    }
    if (options.pullRequest) {
        return printPullRequest(io, options, **verdict);
    }
    printVerdict(io, options, **verdict);
    io.say(Text::tr("Nothing was changed."));
    return (*verdict)->light() == rollback::Light::Red ? Exit::No : Exit::Done;
}

} // namespace

void addRollback(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<RollbackOptions>();
    CLI::App *command = app.add_subcommand("rollback", "Go back to an older version, once it is known to be safe");
    command->add_option("APP", options->app, "[NAMESPACE/]NAME of an Application of Argo CD, or of a Helm release")->required();
    command->add_option("--to", options->to, "Which version, by its id; without it those there are")->type_name("ID");
    command->add_option("--via", options->via, "argocd, helm or git; as it was brought otherwise")
        ->check(CLI::IsMember({"argocd", "helm", "git"}))
        ->type_name("WAY");
    command->add_flag("--dry-run", options->dryRun, "Look whether it is safe and what it changes; nothing is written");
    command->add_flag("--yes", options->yes, "Do not ask; the rehearsal cluster never does");
    command->add_flag("--with-hooks", options->withHooks, "Let the older version's hooks run too (Argo CD)");
    command->add_flag("--prune", options->prune, "Remove what only the newer version has (Argo CD; Helm always does)");
    command->add_flag("--revert-commit", options->revertCommit, "Also commit the older version in Git, so that it lasts");
    command->add_flag("--end-running", options->endRunning, "End an operation that runs first (Argo CD)");
    command->add_flag("--add-pointer", options->addPointer,
                      "Tell the owning ApplicationSet to leave the pause of auto-sync alone");
    command->add_flag("--pull-request", options->pullRequest,
                      "Print the text of a pull request instead (--via git); nothing is committed");
    command->add_option("--reason", options->reason, "Why, for the text of the pull request")->type_name("TEXT");
    command->add_flag("--resume-auto-sync", options->resumeAutoSync, "Turn auto-sync on again, as it was before the rollback");
    command->add_option("--accept", options->accepted, "Rules of checks to be accepted that you take upon yourself")
        ->type_name("RULE");
    command->add_option("--confirm", options->confirm, "The name again, where the cluster is protected")->type_name("NAME");
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return rollBackApp(io, *options); }; });
}

} // namespace sentinel::cli
