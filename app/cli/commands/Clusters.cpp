// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Clusters.h"
#include "app/cli/commands/Cluster.h"
#include "app/cli/commands/ClustersDocument.h"
#include "core/kube/access/Kubeconfig.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct ClustersOptions
{
    std::string name;
    std::string kubeconfig;
    std::string context;
    std::string protection;
    std::string colour;
    bool yes = false;
    Format format = Format::Table;
};

Exit usage(const Io &io, const QString &sentence)
{
    io.say(sentence);
    return Exit::Usage;
}

/// Whatever has a place in a file, or is no list, is the person's input; the rest could not be done.
Exit refuse(const Io &io, const Error &error)
{
    const Exit said = report(io, error, error.kind == Error::Kind::NotFound);
    return error.kind == Error::Kind::Conflict ? Exit::Usage : said; // a name that is taken
}

Exit list(const Io &io, const ClustersOptions &options)
{
    const auto known = composition::knownClusters().read();
    if (!known) {
        return refuse(io, known.error());
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, clusterList(*known));
    } else if (options.format == Format::Name) {
        for (const kube::KnownCluster &each : known->clusters()) {
            io.print(each.name + u'\n');
        }
    } else {
        io.print(clusterTable(*known));
    }
    return Exit::Done;
}

/// The context that is meant, as the kubeconfig has it: only what is there can be added.
Result<kube::KnownCluster> clusterOf(const ClustersOptions &options)
{
    const QString file = text(options.kubeconfig);
    const auto config = kube::Kubeconfig::read(file);
    if (!config) {
        return failure(config);
    }
    const QString context = options.context.empty() ? config->currentContext() : text(options.context);
    if (!config->contexts().contains(context)) {
        const auto why = config->access(context);
        return why ? failure(Error::Kind::NotFound, {}, Text::tr("There is no context \"%1\".").arg(context)) : failure(why);
    }
    kube::KnownCluster cluster{.name = options.name.empty() ? context : text(options.name),
                               .kubeconfig = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath(),
                               .context = context};
    cluster.protection = kube::suggestedProtection(cluster.name + context);
    if (!options.protection.empty()) {
        const auto level = protectionNamed(text(options.protection));
        if (!level) {
            return failure(Error::Kind::Invalid, {},
                           Text::tr("\"%1\" is no protection; there are none, confirm, typed-name and read-only.")
                               .arg(text(options.protection)));
        }
        cluster.protection = *level;
    }
    if (!options.colour.empty()) {
        cluster.colour = text(options.colour);
    }
    return cluster;
}

Exit add(const Io &io, const ClustersOptions &options)
{
    const auto cluster = clusterOf(options);
    if (!cluster) {
        return refuse(io, cluster.error());
    }
    const auto changed = composition::knownClusters().change([&](kube::KnownClusters &known) { return known.add(*cluster); });
    if (!changed) {
        return refuse(io, changed.error());
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, clusterList(*changed));
    } else {
        io.print(cluster->name + u'\n');
    }
    return Exit::Done;
}

Exit remove(const Io &io, const ClustersOptions &options)
{
    const auto changed
        = composition::knownClusters().change([&](kube::KnownClusters &known) { return known.remove(text(options.name)); });
    return changed ? Exit::Done : refuse(io, changed.error());
}

/// A cluster of the list by its name, else a context by its name.
Result<kube::CheckOrder> orderFor(const Io &io, const ClustersOptions &options)
{
    const QString name = text(options.name);
    if (!name.isEmpty() && options.kubeconfig.empty() && options.context.empty()) {
        const auto known = composition::knownClusters().read();
        if (!known) {
            return failure(known);
        }
        if (const kube::KnownCluster *found = known->find(name)) {
            return composition::checkOrder(found->kubeconfig, found->context, io.isInteractive);
        }
    }
    const QString context = options.context.empty() ? name : text(options.context);
    return composition::checkOrder(text(options.kubeconfig), context, io.isInteractive);
}

Exit test(const Io &io, const ClustersOptions &options)
{
    const auto order = orderFor(io, options);
    if (!order) {
        return refuse(io, order.error());
    }
    CancelSource asked;
    const StopSignals signals([&asked] { asked.cancel(); });
    const auto check = waitFor(kube::checkCluster(*order, {}, asked.token()));
    if (!check) {
        return report(io, check.error(), false);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, checkDocument(*check));
    } else {
        io.print(checkTable(*check));
    }
    const kube::CheckStep *failed = check->firstFailed();
    if (!failed) {
        return Exit::Done;
    }
    if (failed->id == kube::CheckStep::Id::Kubeconfig || failed->id == kube::CheckStep::Id::Context) {
        return report(io, {.kind = Error::Kind::Invalid, .doing = {}, .detail = failed->sentence, .where = failed->where}, true);
    }
    return failed->id == kube::CheckStep::Id::Rights ? Exit::No : Exit::CouldNot;
}

/// Whether the person at the terminal says yes.
bool isAgreed(const Io &io, const QString &question)
{
    io.err.write((question + u' ' + Text::tr("Allow it? [y/N]") + u' ').toUtf8());
    QTextStream in(stdin);
    const QString answer = in.readLine().trimmed().toLower();
    return answer == Text::tr("y") || answer == Text::tr("yes") || answer == "y"_L1 || answer == "yes"_L1;
}

Exit allow(const Io &io, const ClustersOptions &options)
{
    const auto order = orderFor(io, options);
    if (!order) {
        return refuse(io, order.error());
    }
    const auto wishes = waitFor(kube::consentsNeeded(*order));
    if (!wishes) {
        return refuse(io, wishes.error());
    }
    if (wishes->isEmpty()) {
        io.say(Text::tr("Nothing here needs your consent, or you gave it already."));
        return Exit::Done;
    }
    for (const kube::ConsentWish &wish : *wishes) {
        const QString question = consentQuestion(wish);
        if (!options.yes && !io.isInteractive) {
            return usage(io, question + u' ' + Text::tr("Say so with --yes."));
        }
        if (!options.yes && !isAgreed(io, question)) {
            return Exit::No;
        }
        if (const auto allowed = composition::allow(wish, order->context); !allowed) {
            return report(io, allowed.error(), false);
        }
        io.say(Text::tr("Allowed: %1").arg(question));
    }
    return Exit::Done;
}

using Work = Exit (*)(const Io &, const ClustersOptions &);

void addPlace(CLI::App &command, ClustersOptions &options)
{
    command.add_option("--kubeconfig", options.kubeconfig, "File to find the context in; as kubectl finds it otherwise")
        ->type_name("FILE");
    command.add_option("--context", options.context, "Context of that file")->type_name("NAME");
}

} // namespace

void addClusters(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<ClustersOptions>();
    CLI::App *command
        = app.add_subcommand("clusters", "Your list of clusters: contexts of kubeconfigs, and what you allowed for them");
    command->require_subcommand(0, 1);
    const auto does = [&invocation, options](CLI::App *one, Work work) {
        addFormat(*one, options->format);
        one->callback([&invocation, options, work, one] {
            if (one->get_subcommands().empty()) { // else: "clusters" itself, once more after its subcommand
                invocation.action = [&io = invocation.io, options, work] { return work(io, *options); };
            }
        });
    };
    does(command, list);
    does(command->add_subcommand("list", "Every cluster of the list"), list);
    CLI::App *added = command->add_subcommand("add", "Add a context of a kubeconfig; the file is referred to, not copied");
    added->add_option("NAME", options->name, "What you call it; the name of the context otherwise");
    addPlace(*added, *options);
    added
        ->add_option("--protection", options->protection,
                     "none, confirm, typed-name or read-only; suggested by the name otherwise")
        ->type_name("LEVEL");
    added->add_option("--colour", options->colour, "blue, teal or brown")->type_name("COLOUR");
    does(added, add);
    CLI::App *tested
        = command->add_subcommand("test", "Say step by step whether a cluster can be used, and what to do where not");
    tested->add_option("NAME", options->name, "A cluster of the list, or a context; the current context otherwise");
    addPlace(*tested, *options);
    does(tested, test);
    CLI::App *removed = command->add_subcommand("remove", "Take a cluster out of the list; nothing else changes");
    removed->add_option("NAME", options->name, "What it is called")->required();
    does(removed, remove);
    CLI::App *allowed = command->add_subcommand("allow", "Allow the sign-in program of a context, or its unverified certificate");
    allowed->add_option("NAME", options->name, "A cluster of the list, or a context; the current context otherwise");
    addPlace(*allowed, *options);
    allowed->add_flag("--yes", options->yes, "Do not ask");
    does(allowed, allow);
}

} // namespace sentinel::cli
