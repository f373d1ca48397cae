// SPDX-License-Identifier: GPL-3.0-or-later
// apps diff, and history.
#include "app/cli/commands/Apps.h"
#include "app/cli/commands/AppsDocument.h"
#include "core/base/SafeText.h"
#include "core/gitops/SyncPreview.h"
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

[[nodiscard]] Async<gitops::ApplicationDifference> differenceOf(FoundApplication found, AppsOptions options, CancelToken cancel)
{
    const auto base = co_await gitops::desiredBase(found.connection.api, found.object, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto services = co_await sourcesFor(found.connection, options, cancel);
    if (!services) {
        co_return failure(services);
    }
    if (!options.from.empty()) {
        const auto from = gitops::requestFor(*base, text(options.from));
        const auto to = gitops::requestFor(*base, text(options.to));
        if (!from || !to) {
            co_return failure(from ? to.error() : from.error());
        }
        co_return co_await gitops::previewChange(*from, *to, *services, cancel);
    }
    const auto wanted = gitops::requestFor(*base, text(options.revision));
    if (!wanted) {
        co_return failure(wanted);
    }
    co_return co_await gitops::previewSync(found.connection.api, *wanted, *services, options.all, cancel);
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

[[nodiscard]] Async<QList<gitops::HistoryStory>> storiesOf(FoundApplication found, AppsOptions options, CancelToken cancel)
{
    const auto base = co_await gitops::desiredBase(found.connection.api, found.object, cancel);
    if (!base) {
        co_return failure(base);
    }
    const auto services = co_await sourcesFor(found.connection, options, cancel);
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
    const auto stories = waitFor(storiesOf(*found, options, asked.token()));
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
    addArgoServer(*command, *options);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return history(io, *options); }; });
}

} // namespace sentinel::cli
