// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Commands.h"

#include "core/base/Files.h"
#include "core/plan/InstallPlan.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct PlanOptions
{
    std::string profile = "prod";
    std::string environments;
    std::string name = "sentinel";
    std::string file;
    std::string key;
    std::string out;
    std::vector<std::string> assignments;
    bool force = false;
    Format format = Format::Table;
};

using Shared = std::shared_ptr<PlanOptions>;

Result<QList<std::pair<QString, QString>>> assignments(const std::vector<std::string> &words)
{
    QList<std::pair<QString, QString>> pairs;
    for (const std::string &word : words) {
        const auto pair = assignment(word);
        if (!pair) {
            return failure(pair);
        }
        pairs.append(*pair);
    }
    return pairs;
}

Exit create(const Io &io, const PlanOptions &options)
{
    const auto answers = assignments(options.assignments);
    if (!answers) {
        return report(io, answers.error(), true);
    }
    const QStringList environments = text(options.environments).split(u',', Qt::SkipEmptyParts);
    if (environments.isEmpty() && !options.environments.empty()) {
        io.say(Text::tr("--environments: \"%1\" names no environment; write NAME,NAME.").arg(text(options.environments)));
        return Exit::Usage;
    }
    const auto plan = plan::InstallPlan::create({.name = text(options.name),
                                                 .environments = environments,
                                                 .profile = text(options.profile),
                                                 .answers = *answers,
                                                 .language = io.language});
    if (!plan) {
        return report(io, plan.error(), true);
    }
    if (options.out == "-") {
        io.out.write(plan->text());
        return Exit::Done;
    }
    const QString path = text(options.out);
    if (QFileInfo::exists(path) && !options.force) {
        io.say(Text::tr("%1 exists already and is left as it is; choose another name, or add --force to replace it.").arg(path));
        return Exit::CouldNot;
    }
    if (const auto saved = plan->save(path); !saved) {
        return report(io, saved.error(), false);
    }
    io.say(Text::tr("Wrote %1. Next: sentinelctl size %1, then sentinelctl generate %1 --out DIR.").arg(path));
    return Exit::Done;
}

Exit check(const Io &io, const PlanOptions &options)
{
    const auto plan = plan::InstallPlan::load(text(options.file));
    if (!plan) {
        if (isDocument(options.format) && !plan.error().findings.isEmpty()) {
            printDocument(io, options.format, findingList(plan.error().findings));
        }
        return report(io, plan.error(), true);
    }
    const Findings findings = plan->check(io.language);
    if (isDocument(options.format)) {
        printDocument(io, options.format, findingList(findings));
    } else if (options.format == Format::Name) {
        for (const Finding &finding : findings) {
            io.print(finding.rule + u'\n');
        }
    } else if (findings.isEmpty()) {
        io.print(Text::tr("%1: nothing to say against this plan.").arg(plan->fileName()) + u'\n');
    } else {
        io.print(findingText(findings));
    }
    return hasErrors(findings) ? Exit::No : Exit::Done;
}

/// All answers or none: the file is written once, after the last of them was taken.
Exit set(const Io &io, const PlanOptions &options)
{
    const auto answers = assignments(options.assignments);
    if (!answers) {
        return report(io, answers.error(), true);
    }
    const QString path = text(options.file);
    auto plan = plan::InstallPlan::load(path);
    if (!plan) {
        return report(io, plan.error(), true);
    }
    const QByteArray before = plan->text();
    for (const auto &[key, value] : *answers) {
        plan = plan->with(key, value);
        if (!plan) {
            return report(io, plan.error(), true);
        }
    }
    if (plan->text() == before) {
        io.say(Text::tr("%1 says so already; nothing was written.").arg(path));
        return Exit::Done;
    }
    if (const auto saved = plan->save(path); !saved) {
        return report(io, saved.error(), false);
    }
    const Findings findings = plan->check(io.language);
    if (!findings.isEmpty()) {
        io.say(findingText(findings).trimmed());
    }
    return Exit::Done;
}

yaml::Value explanationDocument(const plan::Explanation &explanation, Language language)
{
    yaml::Value document;
    document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
    document.set(u"kind"_s, u"PlanExplanation"_s);
    document.set(u"key"_s, explanation.key);
    document.set(u"label"_s, explanation.label.in(language));
    document.set(u"value"_s, explanation.value);
    document.set(u"unit"_s, explanation.unit);
    document.set(u"applies"_s, explanation.applies);
    document.set(u"source"_s, sourceName(explanation.origin.source));
    document.set(u"reason"_s, explanation.reason);
    document.set(u"help"_s, explanation.help.in(language));
    document.set(u"effects"_s, yaml::Value::list(explanation.effects));
    if (explanation.where.isKnown()) {
        document.set(u"file"_s, explanation.where.file);
        document.set(u"line"_s, explanation.where.line);
        document.set(u"column"_s, explanation.where.column);
    }
    return document;
}

Exit explain(const Io &io, const PlanOptions &options)
{
    const auto plan = plan::InstallPlan::load(text(options.file));
    if (!plan) {
        return report(io, plan.error(), true);
    }
    const auto explanation = plan->explain(text(options.key), io.language);
    if (!explanation) {
        return report(io, explanation.error(), true);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, explanationDocument(*explanation, io.language));
        return Exit::Done;
    }
    if (options.format == Format::Name) {
        io.print(explanation->key + u'\n');
        return Exit::Done;
    }
    const QString value = explanation->value.isEmpty() ? Text::tr("(no answer)")
        : explanation->unit.isEmpty()                  ? explanation->value
                                                       : u"%1 %2"_s.arg(explanation->value, explanation->unit);
    io.print(u"%1 = %2\n"_s.arg(explanation->key, value));
    const QString help = explanation->help.in(io.language);
    io.print(help.isEmpty() ? u"  %1\n"_s.arg(explanation->label.in(io.language))
                            : u"  %1: %2\n"_s.arg(explanation->label.in(io.language), help));
    io.print(Text::tr("  Where it comes from: %1").arg(explanation->reason) + u'\n');
    if (!explanation->applies) {
        io.print(Text::tr("  It is not asked with the other answers of this plan, so it changes nothing now.") + u'\n');
    }
    for (const QString &effect : explanation->effects) {
        io.print(Text::tr("  Changes: %1").arg(effect) + u'\n');
    }
    return Exit::Done;
}

} // namespace

void addPlan(CLI::App &app, Invocation &invocation)
{
    CLI::App *plan = app.add_subcommand("plan", "Make, check, change and explain a plan");
    plan->require_subcommand(1);
    const auto options = std::make_shared<PlanOptions>();
    const Io &io = invocation.io;

    CLI::App *fresh = plan->add_subcommand("new", "Write a new plan from a profile");
    fresh->add_option("--profile", options->profile, "edge, dev, staging or prod (default prod)")->type_name("PROFILE");
    fresh->add_option("--environments", options->environments, "Several environments, such as dev,staging,prod")
        ->type_name("NAME,…");
    fresh->add_option("--name", options->name, "Name of the plan")->type_name("NAME");
    fresh->add_option("--set", options->assignments, "An answer; may be given many times")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false)
        ->take_all();
    fresh->add_option("--out", options->out, "File to write; - for standard output")->required()->type_name("FILE");
    fresh->add_flag("--force", options->force, "Replace an existing file");
    fresh->callback([&invocation, &io, options] { invocation.action = [&io, options] { return create(io, *options); }; });

    CLI::App *checked = plan->add_subcommand("check", "Say what is wrong with a plan");
    checked->add_option("FILE", options->file, "The plan")->required();
    addFormat(*checked, options->format);
    checked->callback([&invocation, &io, options] { invocation.action = [&io, options] { return check(io, *options); }; });

    CLI::App *changed = plan->add_subcommand("set", "Change answers in a plan, leaving every other line alone");
    changed->add_option("FILE", options->file, "The plan")->required();
    changed->add_option("ANSWER", options->assignments, "KEY=VALUE; an empty value removes the answer")->required();
    changed->callback([&invocation, &io, options] { invocation.action = [&io, options] { return set(io, *options); }; });

    CLI::App *explained = plan->add_subcommand("explain", "Say what an answer is, where it came from and what it changes");
    explained->add_option("FILE", options->file, "The plan")->required();
    explained->add_option("KEY", options->key, "Such as load.eventsPerSecond or environments.prod.load.eventsPerSecond")
        ->required();
    addFormat(*explained, options->format);
    explained->callback([&invocation, &io, options] { invocation.action = [&io, options] { return explain(io, *options); }; });
}

} // namespace sentinel::cli
