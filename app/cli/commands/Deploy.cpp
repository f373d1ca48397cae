// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Deploy.h"
#include "app/cli/commands/AskSecrets.h"
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/Guard.h"
#include "app/cli/commands/Preflight.h"
#include "app/cli/commands/RunDocument.h"
#include "app/cli/commands/RunLines.h"
#include "app/composition/DeployServices.h"
#include "core/base/Files.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct DeployOptions
{
    std::string folder;
    std::string environment;
    std::string cluster;
    std::string via;
    std::string secretsFrom;
    std::string skipPreflight;
    std::vector<std::string> overrides;
    bool dryRun = false;
    bool yes = false;
    bool guard = false;
    ClusterOptions target;
    Format format = Format::Table;
};

Result<deploy::SecretValues> secretsFrom(const QString &place)
{
    if (place.isEmpty()) {
        return deploy::SecretValues();
    }
    Result<QByteArray> text;
    if (place == u"-") {
        QFile input;
        text = input.open(stdin, QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    } else {
        text = readFile(place);
    }
    return text ? deploy::readSecretValues(*text, place == u"-" ? Text::tr("standard input") : place) : failure(text);
}

Result<deploy::DeployRequest> requestOf(const DeployOptions &options)
{
    deploy::DeployRequest request{.folder = text(options.folder),
                                  .environment = text(options.environment),
                                  .cluster = text(options.cluster),
                                  .dryRun = options.dryRun};
    if (!options.via.empty()) {
        request.via = options.via == "argocd" ? deploy::Via::ArgoCd : deploy::Via::Helm;
    }
    const auto overrides = overridesOf(options.overrides);
    if (!overrides) {
        return failure(overrides);
    }
    request.overrides = *overrides;
    request.skipPreflight = plainLine(text(options.skipPreflight));
    auto secrets = secretsFrom(text(options.secretsFrom));
    if (!secrets) {
        return failure(secrets);
    }
    request.secrets = std::move(*secrets);
    return request;
}

/// A real cluster is changed by somebody who said so; the rehearsal needs no consent.
std::optional<Exit> refusedConsent(const Io &io, const DeployOptions &options, const composition::ClusterConnection &connection)
{
    if (connection.rehearsal || options.yes || options.dryRun) {
        return {};
    }
    const QString what = Text::tr("Deploy %1, environment %2, to %3 (%4)?")
                             .arg(text(options.folder), text(options.environment), plainLine(connection.access.context),
                                  connection.access.host());
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

void printRun(const Io &io, const deploy::DeployRun &run, Format format)
{
    if (isDocument(format)) {
        printDocument(io, format, runDocument(run));
    } else if (format == Format::Name) {
        io.print(run.id() + u'\n');
    } else if (run.verdict() == deploy::Verdict::Planned) {
        io.print(run.planned().join(u'\n') + u'\n');
    } else if (!run.objects().isEmpty()) {
        io.print(objectTable(run.objects(), format == Format::Wide ? Depth::Everything : Depth::Top));
    }
}

Exit sayEnd(const Io &io, const deploy::DeployRun &run, const Result<deploy::DeployOutcome> &ended)
{
    if (ended && (ended->healthy || run.verdict() == deploy::Verdict::Planned)) {
        io.say(run.verdict() == deploy::Verdict::Planned ? Text::tr("Nothing was changed.") : Text::tr("Everything is healthy."));
        return Exit::Done;
    }
    if (ended && run.isRefused()) {
        io.say(preflightTable(*run.preflight(), Format::Table).trimmed());
        io.say(Text::tr(
            "Refused: nothing was changed. Mend what failed, accept it with --override RULE=REASON, or leave the look out with "
            "--skip-preflight REASON."));
        return Exit::No;
    }
    if (ended) {
        io.say(Text::tr("It did not become healthy."));
        io.say(ended->cause.isEmpty() && run.error() ? run.error()->detail : causeText(ended->cause).trimmed());
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

/// Armed before anything of the deploy happens.
Result<std::optional<Guarding>> armed(const Io &io, const DeployOptions &options, const deploy::DeployRequest &request,
                                      const composition::ClusterConnection &connection, const QString &run,
                                      const CancelToken &cancel)
{
    if (!options.guard || options.dryRun) {
        return std::nullopt;
    }
    const auto package = deploy::readPackage(request.folder, request.environment, request.cluster, request.via);
    return package ? armForDeploy(io, connection, *package, run, cancel) : failure(package);
}

/// Whatever came of the deploy: what failed is what a guard is there for.
Exit guardedEnd(const Io &io, Exit code, Guarding guarding, std::shared_ptr<deploy::DeployRun> &run)
{
    guarding.request.since = guarding.services.rollback.clock->now();
    const Exit guarded = guardNow(io, std::nullopt, guarding, run);
    return code == Exit::Done ? guarded : code;
}

Exit deployTo(const Io &io, const DeployOptions &options)
{
    const auto request = requestOf(options);
    if (!request) {
        return report(io, request.error(), true);
    }
    CancelSource asked;
    std::shared_ptr<deploy::DeployRun> run;
    const StopSignals signals([&] { run ? run->cancel() : asked.cancel(); });
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    if (const auto refused = refusedConsent(io, options, *connection)) {
        return *refused;
    }
    auto services = waitFor(composition::deployServices(*connection, asked.token()));
    if (!services) {
        return report(io, services.error(), false);
    }
    if (io.isInteractive && !connection->rehearsal) {
        services->ask = [&io](const QList<deploy::SecretQuestion> &questions) { return askSecrets(io, questions); };
    }
    const auto opened = deploy::openRun(*request, *services);
    if (!opened) {
        return report(io, opened.error(), true);
    }
    run = *opened;
    const auto guarding = armed(io, options, *request, *connection, run->id(), asked.token());
    if (!guarding) {
        return report(io, guarding.error(), true);
    }
    if (asked.isCancelled()) {
        run->cancel(); // meanwhile
    }
    const auto kept = run; // `run` becomes the guard's
    const ProgressLines progress(io, *kept);
    const auto ended = waitFor(deploy::deployBundle(*request, *services, run, run->cancelToken()));
    printRun(io, *run, options.format);
    const bool isRefused = run->isRefused();
    const Exit code = sayEnd(io, *run, ended);
    return *guarding && ended && !isRefused ? guardedEnd(io, code, **guarding, run) : code;
}

} // namespace

void addDeploy(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<DeployOptions>();
    CLI::App *command
        = app.add_subcommand("deploy", "Bring an environment of a bundle onto a cluster and follow it until it is healthy");
    command->add_option("DIR", options->folder, "The bundle")->required();
    command->add_option("--environment", options->environment, "Which environment of it")->required()->type_name("NAME");
    command->add_option("--cluster", options->cluster, "Which of its clusters, when there are several")->type_name("NAME");
    command->add_option("--via", options->via, "argocd or helm; as the plan says otherwise")
        ->check(CLI::IsMember({"argocd", "helm"}))
        ->type_name("WAY");
    command
        ->add_option("--secrets-from", options->secretsFrom,
                     "Values only you have, as Secrets or NAME/KEY: VALUE; - reads standard input")
        ->type_name("FILE");
    command
        ->add_option("--override", options->overrides,
                     "Accept a failed check of preflight, with the reason; it is kept in the journal")
        ->type_name("RULE=REASON")
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
    command
        ->add_option("--skip-preflight", options->skipPreflight,
                     "Leave preflight out, with the reason; it is kept in the journal")
        ->type_name("REASON");
    command->add_flag("--dry-run", options->dryRun, "Say what would be done; nothing is written");
    command->add_flag("--guard", options->guard,
                      "Watch it afterwards and go back when it fails newly, where the plan allows that (delivery.guard)");
    command->add_flag("--yes", options->yes, "Do not ask; the rehearsal cluster never does");
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return deployTo(io, *options); }; });
}

} // namespace sentinel::cli
