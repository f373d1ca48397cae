// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/RunDocument.h"
#include "core/deploy/Follow.h"

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

struct StatusOptions
{
    std::string environment;
    ClusterOptions target;
    Format format = Format::Table;
};

/// One environment as it was found on the cluster.
struct Found
{
    QString environment;
    QString ns;
    deploy::Standing standing{};
};

kube::ResourceType type(const QString &group, const QString &version, const QString &kind, const QString &plural, bool namespaced)
{
    return {.group = group, .version = version, .kind = kind, .plural = plural, .namespaced = namespaced};
}

[[nodiscard]] Async<QList<Found>> environmentsOn(kube::ApiPtr api, QString wanted, QString ns, CancelToken cancel)
{
    const auto spaces = co_await api->list(type({}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false),
                                           {.labelSelector = u"console.sentinel/environment"_s}, cancel);
    if (!spaces) {
        co_return failure(spaces);
    }
    QList<Found> found;
    for (const kube::Object &space : spaces->items) {
        const QString name = space[u"metadata"][u"name"].toString();
        const QString environment = space[u"metadata"][u"labels"][u"console.sentinel/environment"].toString();
        if ((wanted.isEmpty() || wanted == environment) && (ns.isEmpty() || ns == name)) {
            found.append({.environment = environment, .ns = name});
        }
    }
    co_return found;
}

[[nodiscard]] Async<QStringList> applicationsOf(kube::ApiPtr api, QString environment, CancelToken cancel)
{
    const auto listed
        = co_await api->list(type(u"argoproj.io"_s, u"v1alpha1"_s, u"Application"_s, u"applications"_s, true),
                             {.ns = u"argocd"_s, .labelSelector = u"console.sentinel/environment="_s + environment}, cancel);
    if (!listed) {
        // No Argo CD here, or not for our eyes: the objects themselves tell.
        const bool none = listed.error().kind == Error::Kind::NotFound || listed.error().kind == Error::Kind::Unsupported
            || listed.error().kind == Error::Kind::Forbidden;
        if (none) {
            co_return QStringList();
        }
        co_return failure(listed);
    }
    QStringList names;
    for (const kube::Object &application : listed->items) {
        names.append(application[u"metadata"][u"name"].toString());
    }
    co_return names;
}

[[nodiscard]] Async<QList<Found>> lookAtAll(kube::ApiPtr api, QString wanted, QString ns, CancelToken cancel)
{
    auto all = co_await environmentsOn(api, wanted, ns, cancel);
    if (!all) {
        co_return failure(all);
    }
    const auto clock = std::make_shared<SystemClock>();
    for (Found &found : *all) {
        const auto applications = co_await applicationsOf(api, found.environment, cancel);
        if (!applications) {
            co_return failure(applications);
        }
        auto standing = co_await deploy::look(api, clock, {.ns = found.ns, .applications = *applications}, cancel);
        if (!standing) {
            co_return failure(standing);
        }
        found.standing = std::move(*standing);
    }
    co_return std::move(*all);
}

bool isHealthy(const Found &found)
{
    return found.standing.total > 0 && found.standing.healthy == found.standing.total;
}

yaml::Value statusDocument(const QList<Found> &all)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"StatusReport"_s);
    QList<yaml::Value> items;
    for (const Found &found : all) {
        yaml::Value item;
        item.set(u"environment"_s, found.environment);
        item.set(u"namespace"_s, found.ns);
        item.set(u"healthy"_s, found.standing.healthy);
        item.set(u"total"_s, found.standing.total);
        item.set(u"cause"_s, causeList(found.standing.cause));
        QList<yaml::Value> objects;
        for (const deploy::ObjectState &state : found.standing.objects) {
            objects.append(objectItem(state));
        }
        item.set(u"objects"_s, yaml::Value::list(objects));
        items.append(item);
    }
    document.set(u"items"_s, yaml::Value::list(items));
    return document;
}

void printTables(const Io &io, const QList<Found> &all, Format format)
{
    for (const Found &found : all) {
        io.print(Text::tr("Environment %1 in %2: %3 of %4 healthy")
                     .arg(found.environment, found.ns)
                     .arg(found.standing.healthy)
                     .arg(found.standing.total)
                 + u'\n');
        if (!found.standing.cause.isEmpty()) {
            io.print(causeText(found.standing.cause));
        }
        io.print(objectTable(found.standing.objects, format == Format::Wide ? Depth::Everything : Depth::Top));
    }
}

Exit status(const Io &io, const StatusOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto connection = connected(options.target, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    const auto all = waitFor(lookAtAll(connection->api, text(options.environment), text(options.target.ns), asked.token()));
    if (!all) {
        return report(io, all.error(), false);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, statusDocument(*all));
    } else if (options.format == Format::Name) {
        for (const Found &found : *all) {
            io.print(found.environment + u'\n');
        }
    } else {
        printTables(io, *all, options.format);
    }
    if (all->isEmpty()) {
        io.say(Text::tr("There is no such environment of Sentinel on this cluster."));
    }
    return !all->isEmpty() && std::ranges::all_of(*all, isHealthy) ? Exit::Done : Exit::No;
}

} // namespace

void addStatus(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<StatusOptions>();
    CLI::App *command = app.add_subcommand("status", "Say how what is deployed stands, and why it is not healthy");
    command->add_option("--environment", options->environment, "Only this one; every environment on the cluster otherwise")
        ->type_name("NAME");
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return status(io, *options); }; });
}

} // namespace sentinel::cli
