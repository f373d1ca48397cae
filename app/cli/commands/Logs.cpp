// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Logs.h"

#include "app/cli/commands/Target.h"
#include "core/base/SafeText.h"
#include "core/kube/actions/ContainerRun.h"
#include "core/kube/actions/LogFollow.h"
#include "core/kube/actions/PodsOf.h"
#include "core/kube/requests/Paths.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileDevice>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// A container whose log is printed.
struct Source
{
    kube::ObjectName pod;
    QString container;

    [[nodiscard]] QString label() const { return u'[' + pod.name + u'/' + container + u"] "_s; }
};

/// Everything the streams of one command share.
struct Printing
{
    const Io *io;
    LogsOptions options;
    CancelSource stop; ///< nobody reads any more, or somebody asked
    bool isMany = false;
    bool isBroken = false; ///< the output takes no more
    QList<yaml::Value> items;
    QList<yaml::Value> gaps;

    void take(const Source &source, const kube::LogEvent &event)
    {
        using Type = kube::LogEvent::Type;
        const QString label = isMany ? source.label() : QString();
        switch (event.type) {
        case Type::Line:
            line(source, event, label);
            break;
        case Type::Lost:
            if (isDocument(options.format)) {
                gaps.append(item(source, {{u"after"_s, event.time}, {u"reason"_s, event.text}}));
            }
            io->say(label + Text::tr("Lines are missing here, after %1. %2").arg(event.time, event.text));
            break;
        case Type::Restarted:
            io->say(label + Text::tr("The container runs anew (restarts: %1).").arg(event.text));
            break;
        case Type::Disconnected:
            io->say(label + Text::tr("Trying again: %1").arg(event.text));
            break;
        case Type::Reconnected:
            io->say(label + Text::tr("The connection is back."));
            break;
        }
    }

private:
    static yaml::Value item(const Source &source, const QList<std::pair<QString, QString>> &more)
    {
        yaml::Value value;
        value.set(u"pod"_s, source.pod.name);
        value.set(u"container"_s, source.container);
        for (const auto &[key, text] : more) {
            value.set(key, text);
        }
        return value;
    }
    void line(const Source &source, const kube::LogEvent &event, const QString &label)
    {
        if (isDocument(options.format)) {
            items.append(item(source, {{u"time"_s, event.time}, {u"text"_s, event.text}}));
            return;
        }
        const QString time = options.timestamps && !event.time.isEmpty() ? event.time + u' ' : QString();
        const QByteArray bytes = (label + time + event.text + u'\n').toUtf8();
        auto *file = qobject_cast<QFileDevice *>(&io->out);
        if (io->out.write(bytes) != bytes.size() || (options.follow && file && !file->flush())) {
            isBroken = true;
            stop.cancel();
        }
    }
};
using PrintingPtr = std::shared_ptr<Printing>;

kube::LogWish wishOf(const LogsOptions &options, const QString &container)
{
    const auto since = parseDuration(text(options.since));
    return {.container = container,
            .follow = options.follow,
            .previous = options.previous,
            .tailLines = options.tail,
            .since = since ? *since : Duration(0),
            .sinceTime = text(options.sinceTime)};
}

/// Each container that is meant, of each pod. Invalid: a pod has no such container.
Result<QList<Source>> sourcesOf(const QList<kube::Object> &pods, const LogsOptions &options)
{
    QList<Source> sources;
    for (const kube::Object &pod : pods) {
        const kube::ObjectName name = kube::nameOf(pod);
        if (options.allContainers) {
            for (const QString &container : kube::containersOf(pod)) {
                sources.append({.pod = name, .container = container});
            }
            continue;
        }
        const kube::ContainerRun run = kube::containerRun(pod, text(options.container));
        if (!run.isKnown) {
            return failure(Error::Kind::Invalid, Text::tr("reading the log of Pod %1").arg(plainLine(name.name)),
                           Text::tr("The pod has no container \"%1\"; it has %2.")
                               .arg(plainLine(run.container), plainLine(kube::containersOf(pod).join(u", "_s))));
        }
        sources.append({.pod = name, .container = run.container});
    }
    return sources;
}

Async<void> printOne(kube::ApiPtr api, std::shared_ptr<Clock> clock, Source source, PrintingPtr printing)
{
    return kube::followLog(
        std::move(api), std::move(clock), source.pod, wishOf(printing->options, source.container),
        [printing, source](const kube::LogEvent &event) { printing->take(source, event); }, printing->stop.token());
}

/// All at once, until the last of them ends; the first error, which ends none of the others.
Async<void> printAll(kube::ApiPtr api, std::shared_ptr<Clock> clock, QList<Source> sources, PrintingPtr printing)
{
    const Promise<void> done;
    const auto left = std::make_shared<qsizetype>(sources.size());
    const auto first = std::make_shared<Result<void>>();
    QObject receiver;
    for (const Source &source : std::as_const(sources)) {
        deliver(printOne(api, clock, source, printing), &receiver, [=](const Result<void> &ended) {
            if (!ended && *first && ended.error().kind != Error::Kind::Cancelled) {
                *first = ended;
            }
            if (--*left == 0) {
                done.keep(*first);
            }
        });
    }
    co_return co_await done.answer();
}

Async<void> printInTurn(kube::ApiPtr api, std::shared_ptr<Clock> clock, QList<Source> sources, PrintingPtr printing)
{
    for (const Source &source : sources) {
        if (const auto printed = co_await printOne(api, clock, source, printing); !printed) {
            co_return printed;
        }
    }
    co_return {};
}

yaml::Value logDocument(const Printing &printing)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"LogList"_s);
    document.set(u"items"_s, yaml::Value::list(printing.items));
    document.set(u"gaps"_s, yaml::Value::list(printing.gaps));
    return document;
}

Exit endOf(const Printing &printing, const Result<void> &printed)
{
    if (printing.isBroken) {
        return Exit::CouldNot;
    }
    if (!printed) {
        return report(*printing.io, printed.error(), false);
    }
    if (printing.stop.isCancelled()) {
        return Exit::Interrupted;
    }
    if (isDocument(printing.options.format)) {
        printDocument(*printing.io, printing.options.format, logDocument(printing));
    }
    return Exit::Done;
}

Exit logs(const Io &io, const LogsOptions &options)
{
    if (const auto good = checked(options); !good) {
        return report(io, good.error(), true);
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto connection = connected(options.cluster, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    const QString ns = options.cluster.ns.empty() ? connection->access.ns : text(options.cluster.ns);
    const auto done = waitFor(printLogs(connection->api, std::make_shared<SystemClock>(), ns, options, &io, asked.token()));
    return done ? *done : report(io, done.error(), true);
}

} // namespace

Result<void> checked(const LogsOptions &options)
{
    const auto wrong
        = [](const QString &sentence) { return failure(Error::Kind::Invalid, Text::tr("reading the command line"), sentence); };
    if (options.follow && options.previous) {
        return wrong(Text::tr("The run before this one has ended: --previous cannot be followed."));
    }
    if (options.follow && options.format != Format::Table && options.format != Format::Wide) {
        return wrong(Text::tr("A log that is followed has no end, so it is no document: leave out -o."));
    }
    if (options.format == Format::Name) {
        return wrong(Text::tr("Lines of a log have no names; -o takes table, json or yaml here."));
    }
    if (options.allContainers && !options.container.empty()) {
        return wrong(Text::tr("Either one container (-c) or all of them (--all-containers)."));
    }
    if (!options.since.empty() && !options.sinceTime.empty()) {
        return wrong(Text::tr("Either --since or --since-time."));
    }
    if (options.tail < -1) {
        return wrong(Text::tr("--tail takes a number of lines; -1 for all."));
    }
    if (const auto since = parseDuration(text(options.since)); !options.since.empty() && !since) {
        return wrong(Text::tr("--since: \"%1\" is no duration, such as 30s or 2m.").arg(plainLine(text(options.since))));
    }
    if (!options.sinceTime.empty() && !QDateTime::fromString(text(options.sinceTime), Qt::ISODate).isValid()) {
        return wrong(
            Text::tr("--since-time: \"%1\" is no time, such as 2026-11-26T12:00:00Z.").arg(plainLine(text(options.sinceTime))));
    }
    return {};
}

Async<Exit> printLogs(kube::ApiPtr api, std::shared_ptr<Clock> clock, QString ns, LogsOptions options, const Io *io,
                      CancelToken cancel)
{
    const auto target = co_await targetOf(api, text(options.target), cancel);
    if (!target) {
        co_return failure(target);
    }
    const auto pods = co_await kube::podsOf(api, target->type, {.ns = ns, .name = target->name}, cancel);
    if (!pods) {
        co_return failure(pods);
    }
    if (pods->isEmpty()) {
        io->say(Text::tr("There are no pods of %1 just now.").arg(plainLine(text(options.target))));
        co_return Exit::No;
    }
    const auto sources = sourcesOf(*pods, options);
    if (!sources) {
        co_return failure(sources);
    }
    const auto printing = std::make_shared<Printing>(Printing{.io = io, .options = options, .isMany = sources->size() > 1});
    const auto link = cancel.onCancel([stop = printing->stop]() mutable { stop.cancel(); });
    const auto printed = options.follow ? co_await printAll(api, clock, *sources, printing)
                                        : co_await printInTurn(api, clock, *sources, printing);
    co_return endOf(*printing, printed);
}

void addLogs(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<LogsOptions>();
    CLI::App *command = app.add_subcommand("logs", "Print the logs of a pod, or of every pod behind an object");
    command->add_option("TARGET", options->target, "A pod, or KIND/NAME such as deploy/backend")->required();
    command->add_option("-c,--container", options->container, "Container; the pod's default one otherwise")->type_name("NAME");
    command->add_flag("--all-containers", options->allContainers, "Every container of the pod");
    command->add_flag("-f,--follow", options->follow, "Go on, over broken connections and restarts");
    command->add_flag("-p,--previous", options->previous, "The run of the container before this one");
    command->add_flag("--timestamps", options->timestamps, "Begin each line with its time");
    command->add_option("--since", options->since, "Only lines as young as this, such as 5m")->type_name("DURATION");
    command->add_option("--since-time", options->sinceTime, "Only lines from this time on, RFC 3339")->type_name("TIME");
    command->add_option("--tail", options->tail, "Only so many of the newest lines; -1 for all")->type_name("N");
    addClusterFlags(*command, options->cluster);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return logs(io, *options); }; });
}

} // namespace sentinel::cli
