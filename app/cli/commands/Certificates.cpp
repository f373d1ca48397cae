// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/AskSecrets.h"
#include "app/cli/commands/CertificatesDocument.h"
#include "app/cli/commands/Cluster.h"
#include "app/composition/DeployServices.h"
#include "core/certs/Renew.h"
#include "core/certs/Sight.h"

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

struct CertificatesOptions
{
    std::string name;
    bool yes = false;
    ClusterOptions target;
    Format format = Format::Table;
};

/// What was found, judged now.
struct Found
{
    composition::ClusterConnection connection;
    certs::Sight sight;
    QList<certs::Certificate> all;
};

Result<Found> find(const CertificatesOptions &options, const CancelSource &asked)
{
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return failure(connection);
    }
    // "NAMESPACE/NAME" says where to look.
    const QString word = text(options.name);
    const QString ns = word.contains(u'/') ? word.section(u'/', 0, 0) : text(options.target.ns);
    auto sight = waitFor(certs::lookAt(connection->api, ns, asked.token()));
    if (!sight) {
        return failure(sight);
    }
    const QList<certs::Certificate> all = certs::judge(*sight, QDateTime::currentDateTimeUtc());
    return Found{.connection = *connection, .sight = std::move(*sight), .all = all};
}

Exit reportFound(const Io &io, const Error &error)
{
    // A cluster without cert-manager is no fault of the command line.
    const Exit code = report(io, error, error.kind == Error::Kind::NotFound);
    return error.kind == Error::Kind::Unsupported ? Exit::CouldNot : code;
}

bool isGood(const certs::Certificate &one)
{
    return !one.needsCare();
}

void printTable(const Io &io, const Found &found, Format format)
{
    QList<Table::Column> columns{
        {Text::tr("namespace")}, {Text::tr("name")}, {Text::tr("state")}, {Text::tr("until")}, {Text::tr("what")}};
    if (format == Format::Wide) {
        columns += {{Text::tr("issuer")}, {Text::tr("secret")}, {Text::tr("revision"), Table::Align::Right}};
    }
    Table table(columns);
    for (const certs::Certificate &one : found.all) {
        QStringList cells{one.ns, one.name, certs::stateWord(one.state),
                          one.notAfter.isValid() ? one.notAfter.toString(Qt::ISODate) : u"-"_s,
                          one.cause.isEmpty() ? one.sentence : one.cause};
        if (format == Format::Wide) {
            cells << one.issuerKind + u'/' + one.issuerName << one.secretName << QString::number(one.revision);
        }
        table.add(cells);
    }
    io.print(table.toString());
    Findings findings;
    for (const certs::Certificate &one : found.all) {
        findings += one.findings;
    }
    if (!findings.isEmpty()) {
        io.print(u'\n' + findingText(findings));
    }
    const QList<certs::Issuer> issuers = certs::issuersOf(found.sight);
    for (const certs::Issuer &issuer : issuers) {
        if (!issuer.ready || format == Format::Wide) {
            io.print(u"%1/%2 %3\n"_s.arg(issuer.kind, issuer.ns.isEmpty() ? issuer.name : issuer.ns + u'/' + issuer.name,
                                         issuer.sentence));
        }
    }
}

Exit list(const Io &io, const CertificatesOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = find(options, asked);
    if (!found) {
        return reportFound(io, found.error());
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, certificateList(found->all, certs::issuersOf(found->sight), found->sight.unseen));
    } else if (options.format == Format::Name) {
        for (const certs::Certificate &one : found->all) {
            io.print(one.title() + u'\n');
        }
    } else {
        printTable(io, *found, options.format);
    }
    for (const QString &line : found->sight.unseen) {
        io.say(line);
    }
    return std::ranges::all_of(found->all, isGood) ? Exit::Done : Exit::No;
}

/// The one that is meant; an ambiguous name lists the choices.
Result<certs::Certificate> chosen(const QList<certs::Certificate> &all, const QString &word)
{
    QList<certs::Certificate> fitting;
    QStringList names;
    for (const certs::Certificate &one : all) {
        if (one.title() == word || one.name == word) {
            fitting.append(one);
            names.append(one.title());
        }
    }
    if (fitting.size() == 1) {
        return fitting.first();
    }
    return fitting.isEmpty()
        ? failure(Error::Kind::NotFound, Text::tr("looking for a certificate"),
                  Text::tr("There is no Certificate %1; \"sentinelctl certificates\" lists them.").arg(plainLine(word)))
        : failure(Error::Kind::Invalid, Text::tr("looking for a certificate"),
                  Text::tr("%1 may mean %2; say NAMESPACE/NAME.").arg(plainLine(word), names.join(u", "_s)));
}

Exit show(const Io &io, const CertificatesOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = find(options, asked);
    if (!found) {
        return reportFound(io, found.error());
    }
    const auto one = chosen(found->all, text(options.name));
    if (!one) {
        return report(io, one.error(), true);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, certificateDocument(*one));
    } else {
        io.print(options.format == Format::Name ? one->title() + u'\n' : certificateText(*one));
    }
    return isGood(*one) ? Exit::Done : Exit::No;
}

std::optional<Exit> refusedConsent(const Io &io, const CertificatesOptions &options, const Found &found,
                                   const certs::Certificate &one)
{
    if (found.connection.rehearsal || options.yes) {
        return {};
    }
    const QString what = Text::tr("Have %1 issued anew on %2 (%3)?")
                             .arg(one.title(), plainLine(found.connection.access.context), found.connection.access.host());
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

Exit sayRenewed(const Io &io, const certs::Certificate &one, const Result<certs::Renewed> &ended)
{
    if (ended) {
        io.say(Text::tr("%1 was issued anew: revision %2, good until %3.")
                   .arg(one.title())
                   .arg(ended->revision)
                   .arg(ended->notAfter.toString(Qt::ISODate)));
        return Exit::Done;
    }
    const Exit code = report(io, ended.error(), false);
    switch (ended.error().kind) {
    case Error::Kind::Invalid: // cert-manager tried and could not
    case Error::Kind::Conflict:
        return Exit::No;
    case Error::Kind::Timeout:
        io.say(Text::tr("The same command again goes on waiting for it."));
        return Exit::Stopped;
    case Error::Kind::Cancelled:
        io.say(Text::tr("If it was asked for already, cert-manager goes on by itself; the same command again waits for it."));
        return code;
    default:
        return code;
    }
}

Exit renewOne(const Io &io, const CertificatesOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = find(options, asked);
    if (!found) {
        return reportFound(io, found.error());
    }
    const auto one = chosen(found->all, text(options.name));
    if (!one) {
        return report(io, one.error(), true);
    }
    if (const auto refused = refusedConsent(io, options, *found, *one)) {
        return *refused;
    }
    const auto journal = composition::openJournal();
    if (!journal) {
        return report(io, journal.error(), false);
    }
    const certs::RenewServices services{.api = found->connection.api,
                                        .clock = std::make_shared<SystemClock>(),
                                        .journal = *journal,
                                        .context = found->connection.access.context,
                                        .cluster = found->connection.access.server.toString()};
    const auto ended = waitFor(
        certs::renew({.ns = one->ns, .name = one->name}, services, [&io](const QString &line) { io.say(line); }, asked.token()));
    if (ended && isDocument(options.format)) {
        if (const auto again = find(options, asked)) {
            if (const auto now = chosen(again->all, one->title())) {
                printDocument(io, options.format, certificateDocument(*now));
            }
        }
    } else if (ended && options.format == Format::Name) {
        io.print(one->title() + u'\n');
    }
    return sayRenewed(io, *one, ended);
}

} // namespace

void addCertificates(CLI::App &app, Invocation &invocation)
{
    CLI::App *command = app.add_subcommand("certificates", "List what cert-manager keeps, say what holds one up, or renew it");
    const auto options = std::make_shared<CertificatesOptions>();
    const auto add = [&](CLI::App *into, Exit (*work)(const Io &, const CertificatesOptions &)) {
        addClusterFlags(*into, options->target);
        addFormat(*into, options->format);
        into->callback([&invocation, options, work] {
            invocation.action = [&io = invocation.io, options, work] { return work(io, *options); };
        });
    };
    add(command->add_subcommand("list", "Every certificate of the namespace, or of all without one"), list);
    CLI::App *one = command->add_subcommand("show", "One with its chain: request, order, challenge, issuer");
    one->add_option("NAME", options->name, "[NAMESPACE/]NAME")->required();
    add(one, show);
    CLI::App *again = command->add_subcommand("renew", "Have one issued anew now, and wait until the new one is there");
    again->add_option("NAME", options->name, "[NAMESPACE/]NAME")->required();
    again->add_flag("--yes", options->yes, "Do not ask; the rehearsal cluster never does");
    add(again, renewOne);
    command->require_subcommand(1);
}

} // namespace sentinel::cli
