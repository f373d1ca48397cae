// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Events.h"

#include "app/cli/commands/Target.h"
#include "core/base/SafeText.h"

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

/// An event as it is shown: every string made safe.
struct Happening
{
    QString uid;
    QDateTime last;
    QDateTime first;
    int count = 1;
    QString type;
    QString reason;
    QString kind;
    QString ns;
    QString name;
    QString source;
    QString message;

    [[nodiscard]] QString object() const { return kind.toLower() + u'/' + name; }
};

QDateTime timeAt(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

/// The first that is told: series, the old fields, the new one, the object itself.
QDateTime lastOf(const kube::Object &event)
{
    for (const QJsonValue &value : {event[u"series"][u"lastObservedTime"], event[u"lastTimestamp"], event[u"eventTime"],
                                    event[u"metadata"][u"creationTimestamp"]}) {
        if (const QDateTime time = timeAt(value); time.isValid()) {
            return time;
        }
    }
    return {};
}

Happening happeningOf(const kube::Object &event)
{
    const auto plain = [](const QJsonValue &value) { return plainLine(value.toString()); };
    const QJsonObject about = event[u"involvedObject"].toObject();
    const QDateTime last = lastOf(event);
    const QDateTime first = timeAt(event[u"firstTimestamp"]);
    const QString component = plain(event[u"reportingComponent"]);
    return {.uid = event[u"metadata"][u"uid"].toString(),
            .last = last,
            .first = first.isValid() ? first : last,
            .count = std::max({1, event[u"count"].toInt(), event[u"series"][u"count"].toInt()}),
            .type = plain(event[u"type"]),
            .reason = plain(event[u"reason"]),
            .kind = plain(about[u"kind"]),
            .ns = plain(about[u"namespace"]),
            .name = plain(about[u"name"]),
            .source = component.isEmpty() ? plain(event[u"source"][u"component"]) : component,
            .message = plain(event[u"message"])};
}

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

yaml::Value itemOf(const Happening &one)
{
    yaml::Value item;
    item.set(u"last"_s, one.last.toUTC().toString(Qt::ISODate));
    item.set(u"first"_s, one.first.toUTC().toString(Qt::ISODate));
    item.set(u"count"_s, one.count);
    item.set(u"type"_s, one.type);
    item.set(u"reason"_s, one.reason);
    item.set(u"kind"_s, one.kind);
    item.set(u"namespace"_s, one.ns);
    item.set(u"name"_s, one.name);
    item.set(u"source"_s, one.source);
    item.set(u"message"_s, one.message);
    return item;
}

QStringList cellsOf(const Happening &one, bool withNamespace, bool isWide)
{
    QStringList cells{timeText(one.last), one.type, one.reason, one.object(), QString::number(one.count)};
    if (withNamespace) {
        cells.prepend(one.ns);
    }
    if (isWide) {
        cells << one.source << timeText(one.first);
    }
    return cells << one.message;
}

QList<Table::Column> columns(bool withNamespace, bool isWide)
{
    QList<Table::Column> all{{Text::tr("last")},
                             {Text::tr("type")},
                             {Text::tr("reason")},
                             {Text::tr("object")},
                             {Text::tr("count"), Table::Align::Right}};
    if (withNamespace) {
        all.prepend({Text::tr("namespace")});
    }
    if (isWide) {
        all.append({{Text::tr("source")}, {Text::tr("first")}});
    }
    all.append({Text::tr("message")});
    return all;
}

void print(const Io &io, QList<Happening> all, const EventsOptions &options)
{
    std::ranges::stable_sort(all, {}, &Happening::last);
    if (isDocument(options.format)) {
        QList<yaml::Value> items;
        std::ranges::transform(all, std::back_inserter(items), &itemOf);
        yaml::Value document;
        document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
        document.set(u"kind"_s, u"EventList"_s);
        document.set(u"items"_s, yaml::Value::list(items));
        printDocument(io, options.format, document);
        return;
    }
    Table table(columns(options.allNamespaces, options.format == Format::Wide));
    for (const Happening &one : all) {
        table.add(cellsOf(one, options.allNamespaces, options.format == Format::Wide));
    }
    if (!table.isEmpty()) {
        io.print(table.toString());
    }
}

/// What a watch has told so far.
struct Told
{
    const Io *io;
    EventsOptions options;
    QHash<QString, int> counts; ///< by uid: how often it had happened when it was printed
    CancelSource stop;
    bool hasBegun = false;
    bool isBroken = false;

    void take(const kube::WatchEvent &event)
    {
        using Type = kube::WatchEvent::Type;
        switch (event.type) {
        case Type::Replaced:
            replaced(event.objects);
            break;
        case Type::Added:
        case Type::Modified:
            line(happeningOf(event.object));
            break;
        case Type::Deleted:
            counts.remove(event.object[u"metadata"][u"uid"].toString());
            break;
        case Type::Disconnected:
            io->say(Text::tr("Trying again: %1").arg(event.problem));
            break;
        case Type::Reconnected:
            io->say(Text::tr("The connection is back."));
            break;
        }
    }

private:
    [[nodiscard]] bool isNews(const Happening &one)
    {
        if (options.warningsOnly && one.type != u"Warning") {
            return false;
        }
        return std::exchange(counts[one.uid], one.count) != one.count;
    }
    void replaced(const QList<kube::Object> &objects)
    {
        QList<Happening> news;
        for (const kube::Object &object : objects) {
            if (const Happening one = happeningOf(object); isNews(one)) {
                news.append(one);
            }
        }
        if (!std::exchange(hasBegun, true)) {
            print(*io, news, options);
            flush();
            return;
        }
        std::ranges::stable_sort(news, {}, &Happening::last);
        for (const Happening &one : news) {
            write(one);
        }
    }
    void line(const Happening &one)
    {
        if (isNews(one)) {
            write(one);
        }
    }
    void write(const Happening &one)
    {
        io->print(cellsOf(one, options.allNamespaces, options.format == Format::Wide).join(u"  "_s) + u'\n');
        flush();
    }
    void flush()
    {
        if (auto *file = qobject_cast<QFileDevice *>(&io->out); file && !file->flush()) {
            isBroken = true;
            stop.cancel();
        }
    }
};

/// What happened is told for an hour after its object is gone; where nothing is told, a name that was mistyped must not look like
/// an object at peace. Where it may not be seen, nothing is said of it.
Async<void> mustBeThere(kube::ApiPtr api, Target target, QString ns, CancelToken cancel)
{
    Result<void> there;
    if (ns.isEmpty() && target.type.namespaced) {
        const auto listed = co_await api->list(target.type, {.fieldSelector = u"metadata.name="_s + target.name}, cancel);
        const bool isAny = !listed || std::ranges::any_of(listed->items, [&target](const kube::Object &object) {
            return object[u"metadata"][u"name"].toString() == target.name;
        });
        if (!isAny) {
            there = failure(Error::Kind::NotFound, Text::tr("looking for %1/%2").arg(target.type.kind, plainLine(target.name)),
                            Text::tr("No namespace has it."));
        } else if (!listed) {
            there = failure(listed);
        }
    } else {
        const auto object
            = co_await api->get(target.type, {.ns = target.type.namespaced ? ns : QString(), .name = target.name}, cancel);
        there = object ? Result<void>() : failure(object);
    }
    if (!there && there.error().kind == Error::Kind::Forbidden) {
        co_return {};
    }
    co_return there;
}

Async<Exit> watchEvents(kube::ApiPtr api, kube::ResourceType type, kube::ListOptions wanted, EventsOptions options, const Io *io,
                        CancelToken cancel)
{
    const auto told = std::make_shared<Told>(Told{.io = io, .options = std::move(options)});
    const auto link = cancel.onCancel([stop = told->stop]() mutable { stop.cancel(); });
    const auto ended
        = co_await api->watch(type, wanted, [told](const kube::WatchEvent &event) { told->take(event); }, told->stop.token());
    if (told->isBroken) {
        co_return Exit::CouldNot;
    }
    if (!ended) {
        co_return failure(ended); // only an error or the wish to stop ends it
    }
    co_return Exit::Done;
}

Exit events(const Io &io, const EventsOptions &options)
{
    if (options.watch && isDocument(options.format)) {
        io.say(Text::tr("What is watched has no end, so it is no document: leave out -o."));
        return Exit::Usage;
    }
    if (options.format == Format::Name) {
        io.say(Text::tr("Names of events say nothing; -o takes table, wide, json or yaml here."));
        return Exit::Usage;
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto connection = connected(options.cluster, asked.token());
    if (!connection) {
        return report(io, connection.error(), connection.error().kind == Error::Kind::NotFound);
    }
    const QString ns = options.cluster.ns.empty() ? connection->access.ns : text(options.cluster.ns);
    const auto done = waitFor(printEvents(connection->api, ns, options, &io, asked.token()));
    return done ? *done : report(io, done.error(), true);
}

} // namespace

Async<Exit> printEvents(kube::ApiPtr api, QString ns, EventsOptions options, const Io *io, CancelToken cancel)
{
    const kube::ResourceType type{.group = {}, .version = u"v1"_s, .kind = u"Event"_s, .plural = u"events"_s};
    kube::ListOptions wanted{.ns = options.allNamespaces ? QString() : ns};
    std::optional<Target> about;
    if (!options.about.empty()) {
        const auto target = co_await targetOf(api, text(options.about), cancel);
        if (!target) {
            co_return failure(target);
        }
        about = *target;
        wanted.fieldSelector = u"involvedObject.kind=%1,involvedObject.name=%2"_s.arg(target->type.kind, target->name);
    }
    if (options.watch && !about) {
        co_return co_await watchEvents(api, type, wanted, options, io, cancel);
    }
    const auto listed = co_await api->list(type, wanted, cancel);
    if (!listed) {
        co_return failure(listed);
    }
    if (about && listed->items.isEmpty()) {
        if (const auto there = co_await mustBeThere(api, *about, wanted.ns, cancel); !there) {
            co_return failure(there);
        }
    }
    if (options.watch) {
        co_return co_await watchEvents(api, type, wanted, options, io, cancel);
    }
    QList<Happening> all;
    for (const kube::Object &event : listed->items) {
        if (const Happening one = happeningOf(event); !options.warningsOnly || one.type == u"Warning") {
            all.append(one);
        }
    }
    print(*io, all, options);
    if (all.isEmpty()) {
        io->say(Text::tr("Nothing is told of late."));
    }
    co_return Exit::Done;
}

void addEvents(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<EventsOptions>();
    CLI::App *command = app.add_subcommand("events", "Print what the cluster tells of what happened, newest last");
    command->add_option("--for", options->about, "Only about this object")->type_name("KIND/NAME");
    command->add_flag("-w,--watch", options->watch, "Go on with what happens from now on");
    command->add_flag("-A,--all-namespaces", options->allNamespaces, "Of every namespace");
    command->add_flag("--warnings", options->warningsOnly, "Only warnings");
    addClusterFlags(*command, options->cluster);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return events(io, *options); }; });
}

} // namespace sentinel::cli
