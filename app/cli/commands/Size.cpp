// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Commands.h"

#include "core/plan/InstallPlan.h"
#include "core/sizing/Inventory.h"
#include "core/sizing/Placement.h"
#include "core/sizing/SizingReport.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <algorithm>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct SizeOptions
{
    std::string file;
    std::string environment;
    std::string inventory;
    bool explain = false;
    Format format = Format::Table;
};

QString quantity(Quantity amount)
{
    return amount.isZero() ? u"-"_s : amount.toString();
}

QString componentTable(const sizing::Sizing &sizing, Format format)
{
    QList<Table::Column> columns{{Text::tr("component")},
                                 {Text::tr("replicas"), Table::Align::Right},
                                 {Text::tr("cpu"), Table::Align::Right},
                                 {Text::tr("memory"), Table::Align::Right},
                                 {Text::tr("storage"), Table::Align::Right}};
    if (format == Format::Wide) {
        columns += {{Text::tr("cpu limit"), Table::Align::Right},
                    {Text::tr("memory limit"), Table::Align::Right},
                    {Text::tr("iops"), Table::Align::Right}};
    }
    Table table(columns);
    for (const sizing::Component &part : sizing.components) {
        const QString replicas = part.maxReplicas > part.replicas ? u"%1-%2"_s.arg(part.replicas).arg(part.maxReplicas)
                                                                  : QString::number(part.replicas);
        QStringList cells{part.name, replicas, quantity(part.requestCpu), quantity(part.requestMemory), quantity(part.storage)};
        if (format == Format::Wide) {
            cells += {quantity(part.limitCpu), quantity(part.limitMemory), part.iops ? QString::number(part.iops) : u"-"_s};
        }
        table.add(cells);
    }
    return table.toString();
}

QString poolTable(const sizing::Sizing &sizing)
{
    Table table({{Text::tr("nodes")},
                 {Text::tr("count"), Table::Align::Right},
                 {Text::tr("cpu"), Table::Align::Right},
                 {Text::tr("memory"), Table::Align::Right},
                 {Text::tr("disk"), Table::Align::Right}});
    for (const sizing::NodePool &pool : sizing.nodePools) {
        table.add({pool.name, QString::number(pool.count), quantity(pool.cpu), quantity(pool.memory), quantity(pool.disk)});
    }
    return table.toString();
}

QString totalsText(const sizing::Totals &totals)
{
    return Text::tr("Requested: %1 CPU, %2 memory, %3 storage, %4 IOPS. About %5 %6 a month.")
               .arg(totals.requestedCpu.toString(), totals.requestedMemory.toString(), quantity(totals.storage))
               .arg(totals.iops)
               .arg(totals.costPerMonth, 0, 'f', 0)
               .arg(totals.currency)
        + u'\n';
}

QString figureText(const sizing::Figure &figure)
{
    QString text = u"%1 = %2\n    %3\n    = %4\n"_s.arg(figure.label, figure.display, figure.formula, figure.worked);
    text += Text::tr("    source: %1").arg(figure.source) + u'\n';
    if (!figure.inputs.isEmpty()) {
        text += Text::tr("    comes from: %1").arg(figure.inputs.join(u", "_s)) + u'\n';
    }
    return text;
}

QString explanations(const sizing::Sizing &sizing)
{
    QString text;
    const auto add = [&text](const QString &heading, const QList<sizing::Figure> &figures) {
        if (figures.isEmpty()) {
            return;
        }
        text += u"\n%1\n"_s.arg(heading);
        for (const sizing::Figure &figure : figures) {
            text += figureText(figure);
        }
    };
    add(Text::tr("Rates and volumes"), sizing.figures);
    for (const sizing::Component &part : sizing.components) {
        add(part.name, part.figures);
    }
    for (const sizing::NodePool &pool : sizing.nodePools) {
        add(Text::tr("Nodes, %1").arg(pool.name), pool.figures);
    }
    add(Text::tr("Totals"), sizing.totals.figures);
    return text;
}

/// Tries the plan on the machines of an inventory instead of those it asks for; whether it fits, also with any one lost.
struct Trial
{
    sizing::Placement placement;
    Findings findings;
};

Trial tryOn(const sizing::Sizing &sizing, const plan::Answers &answers, const QList<sizing::Node> &nodes)
{
    Trial trial{.placement = sizing::place(sizing, nodes), .findings = {}};
    trial.findings = sizing::judge(trial.placement, sizing, answers);
    return trial;
}

QString trialText(const Trial &trial)
{
    QString text = trial.placement.fits()
        ? Text::tr("Fits on the %n node(s) of the inventory.", nullptr, int(trial.placement.nodes.size())) + u'\n'
        : Text::tr("Does not fit on the inventory: %n pod(s) find no place.", nullptr, int(trial.placement.unplaced.size()))
            + u'\n';
    // Pods of one component that wait for one reason share a line; there may be thousands of them.
    const QList<sizing::UnplacedPod> &pods = trial.placement.unplaced;
    for (auto first = pods.begin(); first != pods.end();) {
        const auto last = std::find_if(first, pods.end(), [&first](const sizing::UnplacedPod &pod) {
            return pod.component != first->component || pod.reason != first->reason;
        });
        const QString names = last - first == 1
            ? u"%1-%2"_s.arg(first->component).arg(first->ordinal)
            : u"%1-%2 … %1-%3"_s.arg(first->component).arg(first->ordinal).arg(std::prev(last)->ordinal);
        text += u"  %1: %2\n"_s.arg(names, first->reason);
        first = last;
    }
    return text;
}

/// Where the pods would lie on machines of the plan's own says nothing about those of an inventory.
bool isAboutPlacement(const Finding &verdict)
{
    return verdict.rule == "sizing.does-not-fit"_L1 || verdict.rule == "sizing.node-loss"_L1
        || verdict.rule == "sizing.zone-loss"_L1;
}

QString environmentText(const sizing::Sizing &sizing, const SizeOptions &options)
{
    QString text = Text::tr("Environment %1").arg(sizing.environment) + u"\n\n"_s;
    text += componentTable(sizing, options.format) + u'\n' + poolTable(sizing) + u'\n' + totalsText(sizing.totals);
    if (options.explain) {
        text += explanations(sizing);
    }
    return text;
}

Exit size(const Io &io, const SizeOptions &options)
{
    const auto plan = plan::InstallPlan::load(text(options.file));
    if (!plan) {
        return report(io, plan.error(), true);
    }
    QStringList environments = plan->environments();
    if (!options.environment.empty()) {
        if (!environments.contains(text(options.environment))) {
            io.say(Text::tr("%1 has no environment \"%2\"; it has %3.")
                       .arg(plan->fileName(), text(options.environment), environments.join(u", "_s)));
            return Exit::Usage;
        }
        environments = {text(options.environment)};
    }
    QList<sizing::Node> inventory;
    if (!options.inventory.empty()) {
        const auto loaded = sizing::loadInventory(text(options.inventory));
        if (!loaded) {
            return report(io, loaded.error(), true);
        }
        inventory = *loaded;
    }

    QList<sizing::Sizing> sizings;
    bool suffices = true;
    QString people;
    for (const QString &environment : environments) {
        const plan::Answers answers = plan->answers(environment);
        sizing::Sizing sizing = sizing::size(answers);
        people += (people.isEmpty() ? QString() : u"\n"_s) + environmentText(sizing, options);
        if (!inventory.isEmpty()) {
            const Trial trial = tryOn(sizing, answers, inventory);
            people += trialText(trial);
            sizing.verdicts.removeIf(isAboutPlacement);
            sizing.verdicts += trial.findings;
        }
        suffices = suffices && !hasErrors(sizing.verdicts);
        if (!sizing.verdicts.isEmpty()) {
            people += u'\n' + findingText(sizing.verdicts);
        }
        sizings.append(std::move(sizing));
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, sizing::reportDocument(sizings, options.explain));
    } else if (options.format == Format::Name) {
        for (const sizing::Sizing &sizing : sizings) {
            for (const sizing::Component &part : sizing.components) {
                io.print(u"%1/%2\n"_s.arg(sizing.environment, part.name));
            }
        }
    } else {
        io.print(people);
    }
    return suffices ? Exit::Done : Exit::No;
}

} // namespace

void addSize(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<SizeOptions>();
    CLI::App *command = app.add_subcommand("size", "Say which hardware a plan needs, and why");
    command->add_option("FILE", options->file, "The plan")->required();
    command->add_option("--environment", options->environment, "One environment only")->type_name("NAME");
    command->add_flag("--explain", options->explain, "Show every figure with its formula, its numbers and its source");
    command
        ->add_option("--inventory", options->inventory,
                     "Try it on these machines instead; \"sentinelctl schema Inventory\" says how to write them")
        ->type_name("FILE");
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return size(io, *options); }; });
}

} // namespace sentinel::cli
