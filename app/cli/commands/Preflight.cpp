// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Preflight.h"

#include "app/cli/commands/AppsDocument.h"
#include "app/cli/commands/Cluster.h"
#include "app/composition/DeployServices.h"
#include "app/composition/PreflightServices.h"
#include "core/base/Files.h"
#include "core/base/SafeText.h"
#include "core/certs/Served.h"
#include "core/preflight/ReportDocument.h"
#include "core/preflight/inside/Objects.h"
#include "core/preflight/registry/Registries.h"
#include "core/yaml/Emit.h"

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

struct PreflightOptions
{
    std::string folder;
    std::string environment;
    std::string cluster;
    std::string via;
    std::string report;
    std::vector<std::string> overrides;
    bool job = false;
    bool runJob = false;
    bool offline = false;
    std::string registryAuthority;
    ClusterOptions target;
    Format format = Format::Table;
};

preflight::Request requestOf(const PreflightOptions &options)
{
    preflight::Request request{
        .folder = text(options.folder), .environment = text(options.environment), .cluster = text(options.cluster)};
    if (!options.via.empty()) {
        request.way = options.via == "argocd" ? preflight::Way::ArgoCd : preflight::Way::Helm;
    }
    return request;
}

Result<void> writeReport(const preflight::Report &report, const QString &path)
{
    if (path.endsWith(".html"_L1)) {
        return writeFile(path, preflight::reportHtml(report));
    }
    return writeFile(
        path, path.endsWith(".json"_L1) ? toJson(preflight::reportDocument(report)) : preflight::reportText(report).toUtf8());
}

Result<void> checkReportName(const QString &path)
{
    if (path.isEmpty() || path.endsWith(".html"_L1) || path.endsWith(".json"_L1) || path.endsWith(".txt"_L1)) {
        return {};
    }
    return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                   Text::tr("--report: \"%1\" ends in none of .html, .json, .txt, so it is not clear what to write.").arg(path));
}

/// What was accepted before for this bundle, and now; what is new is written down.
Result<void> takeOverrides(const Io &io, const PreflightOptions &options, const composition::ClusterConnection &connection,
                           preflight::Report &report)
{
    const auto given = overridesOf(options.overrides);
    const auto scope = composition::overrideScope(text(options.folder), report.environment, connection);
    const auto journal = composition::openJournal();
    if (!given || !scope || !journal) {
        return !given ? failure(given) : !scope ? failure(scope) : failure(journal);
    }
    const auto before = composition::recordedOverrides(**journal, *scope);
    if (!before) {
        return failure(before);
    }
    std::ignore = preflight::accept(report, *before);
    const QList<preflight::Override> unused = preflight::accept(report, *given);
    for (const preflight::Override &override : unused) {
        io.say(Text::tr("%1 did not fail, so there is nothing to accept.").arg(override.rule));
    }
    QList<preflight::Override> used = *given;
    used.removeIf([&unused](const preflight::Override &override) { return unused.contains(override); });
    return used.isEmpty() ? Result<void>() : composition::recordOverrides(**journal, *scope, used);
}

void print(const Io &io, const preflight::Report &report, Format format)
{
    if (isDocument(format)) {
        printDocument(io, format, preflight::reportDocument(report));
        return;
    }
    if (format == Format::Name) {
        const QStringList rules = report.failedRules();
        io.print(rules.isEmpty() ? QString() : rules.join(u'\n') + u'\n');
        return;
    }
    io.print(preflightTable(report, format));
}

Exit sayEnd(const Io &io, const preflight::Report &report)
{
    io.say(Text::tr("%1 failed, %2 to look at, %3 not checked, %4 good.")
               .arg(report.count(preflight::State::Fail))
               .arg(report.count(preflight::State::Warn))
               .arg(report.count(preflight::State::NotChecked))
               .arg(report.count(preflight::State::Pass)));
    if (report.isClear()) {
        return Exit::Done;
    }
    io.say(Text::tr("A deploy is refused until this is mended, or accepted with --override RULE=REASON."));
    return Exit::No;
}

/// The authority of the person's own, in PEM; empty where none was named.
Result<QByteArray> registryAuthority(const PreflightOptions &options)
{
    const QString path = text(options.registryAuthority);
    if (path.isEmpty()) {
        return QByteArray();
    }
    auto authority = readFile(path);
    if (authority && !certs::readServed(*authority)) {
        return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                       Text::tr("--registry-ca: %1 holds no PEM certificate.").arg(plainLine(path)), {.file = path});
    }
    return authority;
}

/// How registries are asked: not at all, or with an authority of the person's own.
void chooseRegistries(const PreflightOptions &options, const QByteArray &authority, preflight::Services &services)
{
    if (options.offline) {
        services.hasImage = nullptr;
    } else if (!authority.isEmpty() && !services.rehearsal) {
        auto usual = preflight::usualRegistryOptions();
        usual.authority = authority;
        services.hasImage = preflight::registries(std::move(usual));
    }
}

/// What a look from inside makes, for whoever applies it himself.
Exit printJob(const Io &io, const PreflightOptions &options)
{
    const auto demand = preflight::readDemand(requestOf(options));
    if (!demand) {
        return report(io, demand.error(), true);
    }
    const QList<QJsonObject> objects = preflight::probeManifests(*demand, u"look-by-hand"_s, {});
    QList<yaml::Value> documents;
    QString names;
    for (const QJsonObject &object : objects) {
        documents.append(treeOf(object));
        names += u"%1/%2\n"_s.arg(object[u"kind"].toString(), object[u"metadata"][u"name"].toString());
    }
    if (options.format == Format::Name) {
        io.print(names);
    } else if (options.format == Format::Json) {
        yaml::Value list;
        list.set(u"apiVersion"_s, u"v1"_s);
        list.set(u"kind"_s, u"List"_s);
        list.set(u"items"_s, yaml::Value::list(documents));
        printDocument(io, options.format, list);
    } else {
        io.print(QString::fromUtf8(yaml::emitAll(documents).text));
    }
    io.say(Text::tr("Its result is one line of its log: kubectl logs job/look-by-hand -n %1").arg(demand->ns()));
    if (preflight::insideWishOf(*demand).nodes) {
        io.say(Text::tr("The plan has the nodes watched; only --run-job sends a pod to each of them."));
    }
    return Exit::Done;
}

/// Adds what a pod sees.
Result<void> addInside(const Io &io, const PreflightOptions &options, const composition::ClusterConnection &connection,
                       preflight::Report &report, CancelToken cancel)
{
    const auto services = composition::insideServices(connection);
    if (!services) {
        return failure(services);
    }
    const auto tell = [&io](const QString &line) { io.say(line); };
    const auto checks = waitFor(preflight::lookInside(requestOf(options), *services, tell, std::move(cancel)));
    if (!checks) {
        return failure(checks);
    }
    preflight::takeInside(report, *checks);
    return {};
}

Exit run(const Io &io, const PreflightOptions &options)
{
    if (options.job) {
        return printJob(io, options);
    }
    const auto named = checkReportName(text(options.report));
    const auto given = overridesOf(options.overrides);
    const auto authority = registryAuthority(options);
    if (!named || !given || !authority) {
        return report(io, !named ? named.error() : !given ? given.error() : authority.error(), true);
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    // What is wrong with the input is said before a cluster is asked.
    if (const auto demand = preflight::readDemand(requestOf(options)); !demand) {
        return report(io, demand.error(), true);
    }
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    auto services = waitFor(composition::preflightServices(*connection, asked.token()));
    if (!services) {
        return report(io, services.error(), false);
    }
    chooseRegistries(options, *authority, *services);
    auto looked = waitFor(preflight::preflight(requestOf(options), *services, preflight::Depth::Full, asked.token()));
    if (!looked) {
        return report(io, looked.error(), false);
    }
    if (options.runJob) {
        if (const auto added = addInside(io, options, *connection, *looked, asked.token()); !added) {
            return report(io, added.error(), false);
        }
    }
    if (const auto taken = takeOverrides(io, options, *connection, *looked); !taken) {
        return report(io, taken.error(), false);
    }
    print(io, *looked, options.format);
    if (!options.report.empty()) {
        if (const auto written = writeReport(*looked, text(options.report)); !written) {
            return report(io, written.error(), true);
        }
    }
    return sayEnd(io, *looked);
}

} // namespace

QString preflightTable(const preflight::Report &report, Format format)
{
    Table table({{Text::tr("state")}, {Text::tr("check")}, {Text::tr("what was found")}});
    if (format == Format::Wide) {
        table = Table(
            {{Text::tr("state")}, {Text::tr("check")}, {Text::tr("rule")}, {Text::tr("answer")}, {Text::tr("what was found")}});
    }
    for (const auto state :
         {preflight::State::Fail, preflight::State::Warn, preflight::State::NotChecked, preflight::State::Pass}) {
        for (const preflight::Check &check : report.checks) {
            if (check.state != state) {
                continue;
            }
            QStringList cells{preflight::stateWord(state), preflight::ruleOf(check.rule).title};
            if (format == Format::Wide) {
                cells << check.rule << check.answer;
            }
            const qsizetype before = cells.size();
            const auto below = [&](const QString &line) {
                QStringList row(before, QString());
                table.add(row << u"  "_s + line);
            };
            table.add(QStringList(cells) << (check.object.isEmpty() ? check.found : check.object + u": "_s + check.found));
            if (!check.remedy.isEmpty()) {
                below(Text::tr("What to do: %1").arg(check.remedy));
            }
            if (!check.whoCan.isEmpty()) {
                below(Text::tr("Who can check: %1").arg(check.whoCan));
            }
            if (!check.overriddenBy.isEmpty()) {
                below(Text::tr("Accepted (%1): %2").arg(check.rule, check.overriddenBy));
            } else if (state == preflight::State::Fail && format != Format::Wide) {
                below(Text::tr("Rule %1%2")
                          .arg(check.rule, check.answer.isEmpty() ? QString() : Text::tr(", answer %1").arg(check.answer)));
            }
            if (format == Format::Wide) {
                std::ranges::for_each(check.details, below);
            }
        }
    }
    return table.toString();
}

Result<QList<preflight::Override>> overridesOf(const std::vector<std::string> &words)
{
    QList<preflight::Override> overrides;
    const QStringList known = preflight::ruleIds();
    for (const std::string &word : words) {
        const qsizetype at = text(word).indexOf(u'=');
        const QString rule = text(word).first(std::max<qsizetype>(at, 0));
        const QString reason = plainLine(text(word).sliced(at + 1));
        if (at <= 0 || reason.isEmpty()) {
            return failure(
                Error::Kind::Invalid, Text::tr("reading the command line"),
                Text::tr("--override: \"%1\" is no RULE=REASON, such as preflight.capacity=\"the new nodes come tonight\".")
                    .arg(text(word)));
        }
        if (!known.contains(rule)) {
            return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                           Text::tr("--override: there is no rule \"%1\"; known are %2.").arg(rule, known.join(u", "_s)));
        }
        overrides.append({.rule = rule, .reason = reason});
    }
    return overrides;
}

void addPreflight(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<PreflightOptions>();
    CLI::App *command = app.add_subcommand("preflight", "Look whether a bundle would come up on a cluster; nothing is changed");
    command->add_option("DIR", options->folder, "The bundle")->required();
    command->add_option("--environment", options->environment, "Which environment of it, when there are several")
        ->type_name("NAME");
    command->add_option("--cluster", options->cluster, "Which of its clusters, when there are several")->type_name("NAME");
    command->add_option("--via", options->via, "argocd or helm; as the plan says otherwise")
        ->check(CLI::IsMember({"argocd", "helm"}))
        ->type_name("WAY");
    command->add_option("--report", options->report, "Also write the report; its name ends in .html, .json or .txt")
        ->type_name("FILE");
    command->add_option("--override", options->overrides, "Accept a failed check, with the reason; it is kept in the journal")
        ->type_name("RULE=REASON")
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
    CLI::Option *job
        = command->add_flag("--job", options->job, "Print what a look from inside makes, as YAML; no cluster is asked");
    command->add_flag("--run-job", options->runJob, "Send a pod that looks from inside, and remove it again")->excludes(job);
    CLI::Option *offline = command->add_flag("--offline", options->offline, "Ask no registry whether it has the images");
    command
        ->add_option("--registry-ca", options->registryAuthority,
                     "Trust these authorities (PEM) at registries, beside the system's")
        ->type_name("FILE")
        ->excludes(offline);
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return run(io, *options); }; });
}

} // namespace sentinel::cli
