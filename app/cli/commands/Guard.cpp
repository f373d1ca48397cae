// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Guard.h"
#include "app/cli/commands/GuardDocument.h"
#include "app/cli/commands/RunLines.h"
#include "app/composition/GuardOfBundle.h"
#include "app/composition/RollbackServices.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct GuardOptions
{
    std::string folder;
    std::string environment;
    std::string cluster;
    std::string via;
    std::string app;
    std::string watch;
    std::string wait;
    std::string patience;
    std::string query;
    double above = 0;
    std::string prometheus;
    std::string confirm;
    bool arm = false;
    bool yes = false;
    ClusterOptions target;
    Format format = Format::Table;
};

/// What is guarded, by which rules, and whether the plan says so.
struct Wish
{
    rollback::SubjectName name;
    rollback::GuardRules rules;
    bool isPlanned = false;
    QString environment{};
};

Result<void> takeDuration(Duration &into, const std::string &word, const char *flag)
{
    if (word.empty()) {
        return {};
    }
    const auto duration = parseDuration(text(word));
    if (!duration) {
        return failure(Error::Kind::Invalid, QString::fromLatin1(flag), duration.error().detail);
    }
    into = *duration;
    return {};
}

/// Flags win over the plan.
Result<void> takeFlags(Wish &wish, const GuardOptions &options)
{
    if (const auto taken = takeDuration(wish.rules.watch, options.watch, "--for"); !taken) {
        return taken;
    }
    if (!options.query.empty()) {
        wish.rules.query = text(options.query);
        wish.rules.above = options.above;
    }
    if (!options.prometheus.empty()) {
        const auto port = rollback::servicePortOf(text(options.prometheus));
        if (!port) {
            return failure(port);
        }
        wish.rules.prometheus = *port;
    }
    if (!wish.rules.query.isEmpty() && wish.rules.prometheus.service.isEmpty()) {
        return failure(Error::Kind::Invalid, u"--slo-query"_s,
                       Text::tr("Say where Prometheus is with --prometheus NAMESPACE/SERVICE:PORT."));
    }
    return {};
}

Result<Wish> wishOf(const GuardOptions &options)
{
    Wish wish;
    if (options.app.empty() == options.folder.empty()) {
        return failure(Error::Kind::Invalid, u"guard"_s, Text::tr("Name a bundle, or an Application or release with --app."));
    }
    if (!options.app.empty()) {
        wish.name = {.word = text(options.app), .ns = text(options.target.ns)};
        if (!options.via.empty()) {
            wish.name.way = options.via == "helm" ? rollback::Way::Helm : rollback::Way::ArgoCd;
        }
    } else {
        const auto via = options.via.empty() ? std::optional<deploy::Via>()
            : options.via == "argocd"        ? std::optional(deploy::Via::ArgoCd)
                                             : std::optional(deploy::Via::Helm);
        const auto package = deploy::readPackage(text(options.folder), text(options.environment), text(options.cluster), via);
        const auto rules = package ? composition::guardRulesOf(*package) : failure(package);
        if (!rules) {
            return failure(rules);
        }
        wish = {.name = composition::subjectNameOf(*package),
                .rules = *rules,
                .isPlanned = rules->isOn,
                .environment = package->environment};
    }
    const auto taken = takeFlags(wish, options);
    return taken ? Result<Wish>(wish) : failure(taken);
}

/// Who opted in: the plan of this environment, or on an unprotected cluster whoever says so; on a protected one by naming it.
QString optInOf(const GuardOptions &options, const Wish &wish, const composition::ClusterConnection &connection,
                const rollback::Subject &subject)
{
    const QString person = qEnvironmentVariable("USER", u"sentinel-console"_s);
    const QString environment = wish.environment.isEmpty() ? subject.environment : wish.environment;
    switch (composition::protectionOf(connection, environment)) {
    case ProtectionLevel::ReadOnly:
        return {};
    case ProtectionLevel::TypedName:
        return wish.isPlanned ? u"plan"_s : text(options.confirm) == subject.name ? person : QString();
    case ProtectionLevel::None:
    case ProtectionLevel::Confirm:
        return wish.isPlanned ? u"plan"_s : options.yes || connection.rehearsal ? person : QString();
    }
    Q_UNREACHABLE_RETURN({});
}

Exit sayRefused(const Io &io, const rollback::Subject &subject)
{
    io.say(
        Text::tr(
            "Nobody said that a guard may roll %1 back without a person. Answer delivery.guard in the plan for this environment, "
            "or add --yes (on a protected cluster: --confirm %2).")
            .arg(plainLine(subject.title()), plainLine(subject.name)));
    return Exit::No;
}

Exit sayArmed(const Io &io, const Result<rollback::GuardArmed> &armed, const rollback::Subject &subject)
{
    if (!armed) {
        return report(io, armed.error(), false);
    }
    io.say(Text::tr("The guard of %1 is armed: %n object(s) are not well already and do not count.", nullptr,
                    int(armed->failing.size()))
               .arg(plainLine(subject.title())));
    return Exit::Done;
}

Exit sayNotThere(const Io &io, const Error &error)
{
    if (error.kind != Error::Kind::NotFound) {
        const Exit code = report(io, error, true);
        return error.kind == Error::Kind::Conflict ? Exit::Usage : error.kind == Error::Kind::Forbidden ? Exit::CouldNot : code;
    }
    io.say(Text::tr("Nothing is deployed yet, so there is nothing a guard could go back to."));
    return Exit::Done;
}

Exit guard(const Io &io, const GuardOptions &options)
{
    const auto wish = wishOf(options);
    if (!wish) {
        return report(io, wish.error(), true);
    }
    rollback::GuardRequest request{.rules = wish->rules};
    for (const auto &taken :
         {takeDuration(request.wait, options.wait, "--wait"), takeDuration(request.patience, options.patience, "--patience")}) {
        if (!taken) {
            return report(io, taken.error(), true);
        }
    }
    CancelSource asked;
    std::shared_ptr<deploy::DeployRun> run;
    const StopSignals signals([&] { run ? run->cancel() : asked.cancel(); });
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    const auto subject = waitFor(rollback::findSubject(connection->api, wish->name, asked.token()));
    if (!subject) {
        return options.app.empty() ? sayNotThere(io, subject.error()) : report(io, subject.error(), true);
    }
    request.subject = *subject;
    request.optIn = optInOf(options, *wish, *connection, *subject);
    if (request.optIn.isEmpty()) {
        return sayRefused(io, *subject);
    }
    const auto services = waitFor(composition::guardServices(*connection, *subject, asked.token()));
    if (!services) {
        return report(io, services.error(), false);
    }
    if (options.arm) {
        return sayArmed(io, waitFor(rollback::armGuard(*subject, request.rules, *services, {}, asked.token())), *subject);
    }
    return guardNow(io, options.format, {.services = *services, .request = request}, run);
}

} // namespace

Result<std::optional<Guarding>> armForDeploy(const Io &io, const composition::ClusterConnection &connection,
                                             const deploy::Package &package, const QString &run, CancelToken cancel)
{
    const auto rules = composition::guardRulesOf(package);
    if (!rules) {
        return failure(rules);
    }
    if (!rules->isOn) {
        return failure(
            Error::Kind::Invalid, Text::tr("guarding the deploy"),
            Text::tr("The plan does not say that a guard may roll %1 back without a person: answer delivery.guard for this "
                     "environment and generate again.")
                .arg(package.environment));
    }
    const auto subject = waitFor(rollback::findSubject(connection.api, composition::subjectNameOf(package), cancel));
    if (!subject && subject.error().kind == Error::Kind::NotFound) {
        io.say(Text::tr("Nothing is deployed yet, so there is nothing a guard could go back to."));
        return std::nullopt;
    }
    if (!subject) {
        return failure(subject);
    }
    auto services = waitFor(composition::guardServices(connection, *subject, cancel));
    if (!services) {
        return failure(services);
    }
    const auto armed = waitFor(rollback::armGuard(*subject, *rules, *services, run, cancel));
    if (!armed) {
        return failure(armed);
    }
    return Guarding{.services = *services, .request = {.subject = *subject, .rules = *rules, .optIn = u"plan"_s, .purpose = run}};
}

Exit guardNow(const Io &io, std::optional<Format> format, const Guarding &guarding, std::shared_ptr<deploy::DeployRun> &run)
{
    const auto opened = rollback::openGuard(guarding.request, guarding.services);
    if (!opened) {
        return report(io, opened.error(), true);
    }
    run = *opened;
    const ProgressLines progress(io, *run);
    const auto ended = waitFor(rollback::guardDeploy(guarding.request, guarding.services, run, run->cancelToken()));
    if (!ended) {
        const Exit code = report(io, ended.error(), true);
        if (!run->isResumable()) {
            return code;
        }
        io.say(Text::tr("%1 is open; the same command again goes on with it.").arg(run->id()));
        return Exit::Stopped;
    }
    if (!format) {
        io.say(guardText(*ended).trimmed());
    } else if (isDocument(*format)) {
        printDocument(io, *format, guardDocument(*ended, run->id()));
    } else if (format == Format::Name) {
        io.print(rollback::guardDecisionName(ended->decision) + u'\n');
    } else {
        io.print(guardText(*ended));
    }
    const bool isGood = ended->decision == rollback::GuardDecision::Nothing || ended->decision == rollback::GuardDecision::Quiet;
    return isGood ? Exit::Done : Exit::No;
}

void addGuard(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<GuardOptions>();
    CLI::App *command
        = app.add_subcommand("guard", "Watch a deploy and go back by itself when it fails newly, where the plan allows that");
    command->add_option("DIR", options->folder, "The bundle");
    command->add_option("--environment", options->environment, "Which environment of it")->type_name("NAME");
    command->add_option("--cluster", options->cluster, "Which of its clusters, when there are several")->type_name("NAME");
    command->add_option("--via", options->via, "argocd or helm; as the plan says otherwise")
        ->check(CLI::IsMember({"argocd", "helm"}))
        ->type_name("WAY");
    command->add_option("--app", options->app, "Instead of a bundle: [NAMESPACE/]NAME of an Application or a release")
        ->type_name("APP");
    command->add_flag("--arm", options->arm, "Before a deploy: write down what runs and what fails already");
    command->add_option("--for", options->watch, "How long after the deploy; as the plan says otherwise, or 10m")
        ->type_name("DURATION");
    command->add_option("--wait", options->wait, "How long to wait for the deploy to come")->type_name("DURATION");
    command->add_option("--patience", options->patience, "How long a failure must last; 1m otherwise")->type_name("DURATION");
    command->add_option("--slo-query", options->query, "A query of Prometheus that is too high when a deploy is bad")
        ->type_name("PROMQL");
    command->add_option("--slo-above", options->above, "The highest value that is still well")->type_name("NUMBER");
    command->add_option("--prometheus", options->prometheus, "Where it is asked")->type_name("NAMESPACE/SERVICE:PORT");
    command->add_flag("--yes", options->yes, "You say that it may go back, where the plan does not and nothing is protected");
    command->add_option("--confirm", options->confirm, "The same on a protected cluster, by its name")->type_name("NAME");
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return guard(io, *options); }; });
}

} // namespace sentinel::cli
