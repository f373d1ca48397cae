// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Cli.h"

#include "app/cli/commands/Commands.h"
#include "core/base/SafeText.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Edits between two short words (Levenshtein); commands are few, so the plain table will do.
qsizetype distance(const QString &left, const QString &right)
{
    QList<qsizetype> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= left.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= right.size(); ++j) {
            const qsizetype replace = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
        }
    }
    return row.last();
}

QList<const CLI::App *> commandsOf(const CLI::App &app)
{
    const std::vector<const CLI::App *> all = app.get_subcommands([](const CLI::App *) { return true; });
    return {all.cbegin(), all.cend()};
}

/// The command `words` got to before it went astray, and the word that is none of its commands.
std::pair<const CLI::App *, QString> astray(const CLI::App &app, const QStringList &words)
{
    const CLI::App *at = &app;
    for (const QString &word : words) {
        if (word.startsWith(u'-')) {
            return {at, {}};
        }
        const QList<const CLI::App *> commands = commandsOf(*at);
        const auto next = std::ranges::find(commands, word.toStdString(), &CLI::App::get_name);
        if (next == commands.end()) {
            return {at, commands.isEmpty() ? QString() : word};
        }
        at = *next;
    }
    return {at, {}};
}

QString closest(const CLI::App &app, const QString &word)
{
    QString best;
    qsizetype least = std::numeric_limits<qsizetype>::max();
    for (const CLI::App *command : commandsOf(app)) {
        const QString name = QString::fromStdString(command->get_name());
        if (const qsizetype edits = distance(word, name); edits < least && edits <= 2 + word.size() / 4) {
            least = edits;
            best = name;
        }
    }
    return best;
}

QString fullName(const CLI::App &app)
{
    const CLI::App *parent = app.get_parent();
    return parent ? fullName(*parent) + u' ' + QString::fromStdString(app.get_name()) : u"sentinelctl"_s;
}

/// Help of a command and of all below it; CLI11's own goes one level deep only.
void printHelp(const Io &io, const CLI::App &app)
{
    const CLI::App *parent = app.get_parent();
    io.print(QString::fromStdString(app.help(parent ? fullName(*parent).toStdString() : std::string())) + u'\n');
    for (const CLI::App *command : commandsOf(app)) {
        printHelp(io, *command);
    }
}

/// CLI11 takes the next word for a value, whatever it is; of "--skip-preflight --dry-run" the dry run would be lost.
void wantValues(CLI::App &app)
{
    const CLI::Validator isValue(
        [](const std::string &word) {
            return word.starts_with("--") ? Text::tr("its value is missing: \"%1\" stands where it should be.")
                                                .arg(plainLine(QString::fromStdString(word)))
                                                .toStdString()
                                          : std::string();
        },
        {});
    for (CLI::Option *option : app.get_options([](const CLI::Option *) { return true; })) {
        const bool isNamed = !option->get_lnames().empty() || !option->get_snames().empty();
        if (isNamed && option->get_items_expected_max() > 0) {
            option->transform(isValue); // before its other checks, which changes nothing
        }
    }
    for (CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        wantValues(*command);
    }
}

Exit refuse(const Io &io, const CLI::App &app, const QStringList &arguments, const CLI::ParseError &error)
{
    const auto [command, word] = astray(app, arguments);
    if (!word.isEmpty()) {
        const QString near = closest(*command, word);
        io.say(near.isEmpty()
                   ? Text::tr("%1: there is no command \"%2\".").arg(fullName(*command), word)
                   : Text::tr("%1: there is no command \"%2\"; did you mean \"%3\"?").arg(fullName(*command), word, near));
    } else if (command == &app && !arguments.isEmpty()) {
        io.say(Text::tr("%1: there is no option \"%2\".").arg(fullName(app), arguments.first())); // CLI11 asks for a command
    } else {
        io.say(u"%1: %2"_s.arg(fullName(*command), QString::fromUtf8(error.what())));
    }
    io.say(Text::tr("See %1 --help.").arg(fullName(*command)));
    return Exit::Usage;
}

} // namespace

Exit run(const QStringList &arguments, const Io &io, const QList<AddCommand> &more)
{
    CLI::App app("Plan, size, generate and deploy Sentinel on Kubernetes.", "sentinelctl");
    app.set_version_flag("--version", "sentinelctl " SENTINEL_VERSION);
    app.require_subcommand(1);
    app.set_help_all_flag("--help-all", "Help of every command");
    app.footer(
        "Examples:\n"
        "  sentinelctl plan new --profile prod --set load.eventsPerSecond=1200 --out sentinel-plan.yaml\n"
        "  sentinelctl size sentinel-plan.yaml --explain\n"
        "  sentinelctl generate sentinel-plan.yaml --out bundle\n"
        "  sentinelctl deploy bundle --environment prod\n\n"
        "Exit codes: 0 done or yes, 1 the answer is no, 2 wrong usage or unreadable input, 3 could not, 4 stopped half-way and\n"
        "resumable, 130 interrupted.");

    Invocation invocation{.io = io, .action = {}};
    addPlan(app, invocation);
    addSize(app, invocation);
    addGenerate(app, invocation);
    addBundle(app, invocation);
    addSchema(app, invocation);
    for (const AddCommand add : more) {
        add(app, invocation);
    }
    wantValues(app);

    std::vector<std::string> words;
    for (const QString &argument : arguments) {
        words.push_back(argument.toStdString());
    }
    std::ranges::reverse(words); // the order CLI11 takes them in
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp &) {
        const CLI::App *asked = &app;
        while (!asked->get_subcommands().empty()) {
            asked = asked->get_subcommands().front();
        }
        const CLI::App *parent = asked->get_parent();
        io.print(QString::fromStdString(asked->help(parent ? fullName(*parent).toStdString() : std::string())));
        return Exit::Done;
    } catch (const CLI::CallForAllHelp &) {
        printHelp(io, app);
        return Exit::Done;
    } catch (const CLI::CallForVersion &version) {
        io.print(QString::fromUtf8(version.what()) + u'\n');
        return Exit::Done;
    } catch (const CLI::ParseError &error) {
        return refuse(io, app, arguments, error);
    }
    return invocation.action ? invocation.action() : Exit::Usage;
}

} // namespace sentinel::cli
