// SPDX-License-Identifier: GPL-3.0-or-later
// apps diff, and history.
#include "app/cli/commands/Apps.h"
#include "app/cli/commands/AppsDocument.h"
#include "app/composition/SourceServices.h"
#include "core/base/SafeText.h"
#include "core/gitops/Json.h"
#include "core/yaml/Emit.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kLarge = 300; ///< objects beyond which only those Argo CD found different are compared

/// A revision, or the number of a history entry.
Result<gitops::DesiredRequest> requestFor(const gitops::DesiredRequest &base, const gitops::Application &application,
                                          const QString &word)
{
    gitops::DesiredRequest request = base;
    bool isNumber = false;
    const qlonglong id = word.toLongLong(&isNumber);
    if (isNumber && word.size() < 7) {
        const auto entry = std::ranges::find(application.history, id, &gitops::HistoryEntry::id);
        if (entry == application.history.cend()) {
            return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                           Text::tr("The history has no entry %1.").arg(word));
        }
        request = gitops::desiredRequest(base.application, *entry);
        request.types = base.types;
        request.kubernetesVersion = base.kubernetesVersion;
        request.tracking = base.tracking;
    } else if (!word.isEmpty()) {
        request.revisions = {word};
    }
    return request;
}

/// In a large Application those that Argo CD found different, since each object costs two requests.
QSet<QString> worthComparing(const gitops::Application &application)
{
    QSet<QString> places;
    for (const gitops::ApplicationResource &resource : application.resources) {
        if (resource.sync != u"Synced") {
            places.insert(gitops::placeOf(resource.group, resource.kind, resource.ns, resource.name));
        }
    }
    return places;
}

[[nodiscard]] Async<gitops::ApplicationDifference> differenceOf(FoundApplication found, AppsOptions options, CancelToken cancel)
{
    const auto base = co_await desiredBase(found.connection.api, found.object, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto services = co_await composition::sourceServices(found.connection, cancel);
    if (!services) {
        co_return failure(services);
    }
    if (!options.from.empty()) {
        const auto from = requestFor(*base, found.application, text(options.from));
        const auto to = requestFor(*base, found.application, text(options.to));
        if (!from || !to) {
            co_return failure(from ? to.error() : from.error());
        }
        const auto before = co_await gitops::desiredState(*from, *services, cancel);
        if (!before) {
            co_return failure(before);
        }
        const auto after = co_await gitops::desiredState(*to, *services, cancel);
        if (!after) {
            co_return failure(after);
        }
        co_return gitops::compareRevisions(*before, *after);
    }
    const auto wanted = requestFor(*base, found.application, text(options.revision));
    if (!wanted) {
        co_return failure(wanted);
    }
    const auto state = co_await gitops::desiredState(*wanted, *services, cancel);
    if (!state) {
        co_return failure(state);
    }
    const auto rules = co_await gitops::ignoreRulesOf(found.connection.api, found.object, cancel);
    if (!rules) {
        co_return failure(rules);
    }
    gitops::CompareOptions compare;
    const bool isPartial = !options.all && options.revision.empty() && state->objects.size() > kLarge;
    if (isPartial) {
        compare.only = worthComparing(found.application);
    }
    auto difference
        = co_await gitops::compareWithCluster(found.connection.api, found.object, *state, base->types, *rules, compare, cancel);
    if (difference && isPartial) {
        difference->notes.append(Text::tr("Only the objects Argo CD found different were compared; --all compares every one."));
    }
    co_return difference;
}

void printObject(const Io &io, const gitops::ObjectDifference &object)
{
    const QString place = object.ns.isEmpty() ? object.name : object.ns + u'/' + object.name;
    io.print(u"%1 %2 %3\n"_s.arg(differenceWord(object.kind), plainLine(object.objectKind), plainLine(place)));
    if (!object.problem.isEmpty()) {
        io.print(u"    "_s + plainLine(object.problem) + u'\n');
    }
    for (const gitops::FieldDifference &field : object.fields) {
        io.print(u"    %1: %2 → %3"_s.arg(plainLine(gitops::fieldText(field.path)), lineOf(field.before), lineOf(field.after)));
        io.print(field.managers.isEmpty() ? u"\n"_s
                                          : Text::tr("   (of %1)").arg(plainLine(field.managers.join(u", "_s))) + u'\n');
    }
}

void printRules(const Io &io, const gitops::ApplicationDifference &difference)
{
    QList<yaml::Value> rules;
    for (const gitops::ObjectDifference &object : difference.objects) {
        if (!object.rule.isEmpty()) {
            rules.append(treeOf(object.rule));
        }
    }
    if (!rules.isEmpty()) {
        yaml::Value document;
        document.set(u"ignoreDifferences"_s, yaml::Value::list(rules));
        io.print(QString::fromUtf8(yaml::emit(document).text));
    }
}

void printHistory(const Io &io, const QList<gitops::HistoryStory> &stories, bool wide)
{
    Table table({{Text::tr("id"), Table::Align::Right},
                 {Text::tr("revision")},
                 {Text::tr("ended")},
                 {Text::tr("took")},
                 {Text::tr("by")},
                 {Text::tr("author")},
                 {Text::tr("subject")},
                 {Text::tr("new images")}});
    for (const gitops::HistoryStory &story : stories) {
        const bool hasTimes = story.entry.began.isValid() && story.entry.ended.isValid();
        const Duration took(hasTimes ? story.entry.began.msecsTo(story.entry.ended) : 0);
        table.add({QString::number(story.entry.id), plainLine(story.entry.revisions.value(0)).left(8),
                   timeWord(story.entry.ended), hasTimes ? formatDuration(took) : QString(),
                   story.entry.automated ? Text::tr("auto-sync") : plainLine(story.entry.by), story.author, story.subject,
                   plainLine(story.newImages.join(u' '))});
    }
    io.print(table.isEmpty() ? Text::tr("Nothing has been synced yet.") + u'\n' : table.toString());
    for (const gitops::HistoryStory &story : stories) {
        for (const QString &setting : wide ? story.settings : QStringList()) {
            io.print(u"%1: %2\n"_s.arg(story.entry.id).arg(setting));
        }
        if (!story.problem.isEmpty()) {
            io.say(Text::tr("Of %1 it is not known what it changed: %2").arg(story.entry.id).arg(plainLine(story.problem)));
        }
    }
}

[[nodiscard]] Async<QList<gitops::HistoryStory>> storiesOf(FoundApplication found, CancelToken cancel)
{
    const auto base = co_await desiredBase(found.connection.api, found.object, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto services = co_await composition::sourceServices(found.connection, cancel);
    if (!services) {
        co_return failure(services);
    }
    co_return co_await gitops::historyStories(found.object, *base, *services, cancel);
}

Exit history(const Io &io, const AppsOptions &options)
{
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto stories = waitFor(storiesOf(*found, asked.token()));
    if (!stories) {
        return report(io, stories.error(), false);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, historyDocument(found->application, *stories));
    } else if (options.format == Format::Name) {
        for (const gitops::HistoryStory &story : *stories) {
            io.print(QString::number(story.entry.id) + u'\n');
        }
    } else {
        printHistory(io, *stories, options.format == Format::Wide);
    }
    return Exit::Done;
}

} // namespace

Exit appsDiff(const Io &io, const AppsOptions &options)
{
    if (options.from.empty() && !options.to.empty()) {
        io.say(Text::tr("--to needs --from; --revision compares a revision with the cluster."));
        return Exit::Usage;
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto found = findApplication(text(options.app), options.target, asked.token());
    if (!found) {
        return sayNotFound(io, found.error());
    }
    const auto difference = waitFor(differenceOf(*found, options, asked.token()));
    if (!difference) {
        const Error &error = difference.error();
        const Exit code = report(io, error, false);
        return error.kind == Error::Kind::Unsupported || error.kind == Error::Kind::NotFound ? Exit::CouldNot : code;
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, differenceDocument(found->application, *difference));
    } else {
        for (const gitops::ObjectDifference &object : difference->objects) {
            options.format == Format::Name ? io.print(plainLine(object.objectKind + u'/' + object.name) + u'\n')
                                           : printObject(io, object);
        }
        if (options.rule) {
            printRules(io, *difference);
        }
        for (const QString &note : difference->notes) {
            io.say(plainLine(note));
        }
        io.say(Text::tr("%n object(s) compared", nullptr, difference->compared)
               + (difference->objects.isEmpty() ? Text::tr("; nothing differs.") : u"."_s));
    }
    return difference->objects.isEmpty() ? Exit::Done : Exit::No;
}

void addHistory(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<AppsOptions>();
    CLI::App *command = app.add_subcommand("history", "What was deployed by an Application: when, by whom, what it changed");
    command->add_option("APP", options->app, "[CONTEXT/][NAMESPACE/]NAME")->required();
    addClusterFlags(*command, options->target);
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return history(io, *options); }; });
}

} // namespace sentinel::cli
