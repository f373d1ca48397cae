// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/BundleCheck.h"

#include "app/composition/CheckBundle.h"
#include "core/base/Files.h"
#include "core/base/SafeText.h"
#include "core/policy/Changes.h"
#include "core/policy/Check.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct CheckOptions
{
    std::string bundle;
    std::string manifests;
    std::string kubernetes;
    std::string nameSpace = "default";
    std::string exemptions;
    std::string flows;
    std::string older;
    std::string renderTo;
    std::vector<std::string> environments;
    bool strict = false;
    bool matrix = false;
    Format format = Format::Table;
};

/// One set of manifests and what was found in it.
struct Checked
{
    QString environment; ///< empty for a folder of manifests
    policy::Report report;
    QList<policy::Effect> effects{};
};

Result<QList<policy::Exemption>> exemptionsOf(const CheckOptions &options)
{
    if (options.exemptions.empty()) {
        return QList<policy::Exemption>();
    }
    const Result<QByteArray> content = readFile(text(options.exemptions));
    return content ? policy::readExemptions(*content, text(options.exemptions)) : failure(content);
}

Result<QList<policy::Flow>> flowsOf(const CheckOptions &options)
{
    if (options.flows.empty()) {
        return QList<policy::Flow>();
    }
    const Result<QByteArray> content = readFile(text(options.flows));
    return content ? policy::readFlows(*content, text(options.flows)) : failure(content);
}

/// What a person brings beside the manifests.
struct Given
{
    QList<policy::Exemption> exemptions;
    QList<policy::Flow> flows;
};

Result<QList<Checked>> checkFolder(const CheckOptions &options, const Given &given)
{
    const Result<policy::Manifests> manifests = policy::readFolder(text(options.manifests), text(options.nameSpace));
    if (!manifests) {
        return failure(manifests);
    }
    policy::CheckOptions wanted{.exemptions = given.exemptions, .today = QDate::currentDate()};
    if (!options.kubernetes.empty()) {
        wanted.kubernetesVersion = text(options.kubernetes);
    }
    if (!options.flows.empty()) {
        wanted.flows = given.flows;
    }
    Checked checked{.environment = {}, .report = policy::check(*manifests, wanted)};
    if (!options.older.empty()) {
        const Result<policy::Manifests> older = policy::readFolder(text(options.older), text(options.nameSpace));
        if (!older) {
            return failure(older);
        }
        checked.effects = policy::effectsOf(*older, *manifests);
    }
    return QList<Checked>{std::move(checked)};
}

Result<QList<composition::EnvironmentManifests>> rendered(const CheckOptions &options, const QString &folder)
{
    const Result<bundle::Bundle> written = bundle::read(folder);
    if (!written) {
        return failure(written);
    }
    composition::BundleRender request{
        .folder = QDir(folder).absolutePath(), .bundle = *written, .kubernetesVersion = text(options.kubernetes)};
    for (const std::string &name : options.environments) {
        request.environments.append(text(name));
    }
    if (!options.renderTo.empty()) {
        request.prefix = text(options.renderTo);
    }
    return QCoro::waitFor(composition::renderBundle(request, {}));
}

/// What findings name, so that their lines can be opened.
Result<void> keep(const QList<composition::EnvironmentManifests> &environments)
{
    for (const composition::EnvironmentManifests &environment : environments) {
        for (const bundle::File &file : environment.rendered) {
            if (!QDir().mkpath(QFileInfo(file.path).path())) {
                return failure(Error::Kind::Forbidden, Text::tr("writing what the chart makes"),
                               Text::tr("The folder of %1 cannot be made.").arg(file.path), {.file = file.path});
            }
            if (const Result<void> wrote = writeFile(file.path, file.content); !wrote) {
                return wrote;
            }
        }
    }
    return {};
}

Result<QList<Checked>> checkBundle(const CheckOptions &options, const Given &given)
{
    auto newer = rendered(options, text(options.bundle));
    if (!newer) {
        return failure(newer);
    }
    if (!options.renderTo.empty()) {
        if (const Result<void> kept = keep(*newer); !kept) {
            return failure(kept);
        }
    }
    Result<QList<composition::EnvironmentManifests>> older = QList<composition::EnvironmentManifests>();
    if (!options.older.empty()) {
        older = rendered(options, text(options.older));
        if (!older) {
            return failure(older);
        }
    }
    QList<Checked> result;
    for (composition::EnvironmentManifests &environment : *newer) {
        environment.flows += given.flows; // beside those the chart needs
        Checked checked{.environment = environment.environment,
                        .report = composition::checkEnvironment(environment, given.exemptions, QDate::currentDate())};
        for (const composition::EnvironmentManifests &before : *older) {
            if (before.environment == environment.environment) {
                checked.effects = policy::effectsOf(before.manifests, environment.manifests);
            }
        }
        result.append(std::move(checked));
    }
    return result;
}

QList<yaml::Value> matrixOf(const Checked &checked)
{
    QList<yaml::Value> items;
    const QList<policy::Endpoint> &ends = checked.report.network.endpoints;
    for (int from = 0; from < checked.report.reach->size(); ++from) {
        for (int to = 0; to < checked.report.reach->size(); ++to) {
            const policy::Reach &reach = checked.report.reach->between(from, to);
            const bool isOurs
                = ends[from].kind == policy::Endpoint::Kind::Workload || ends[to].kind == policy::Endpoint::Kind::Workload;
            if (reach.isClosed() || !isOurs) {
                continue;
            }
            yaml::Value item;
            item.set(u"from"_s, plainLine(ends[from].title));
            item.set(u"to"_s, plainLine(ends[to].title));
            item.set(u"ports"_s, reach.open.toString());
            if (!reach.perhaps.isEmpty()) {
                item.set(u"perhaps"_s, reach.perhaps.toString());
            }
            items.append(item);
        }
    }
    return items;
}

yaml::Value documentOf(const CheckOptions &options, const QList<Checked> &all)
{
    QList<yaml::Value> items;
    QList<yaml::Value> reach;
    QList<yaml::Value> effects;
    for (const Checked &checked : all) {
        const auto inEnvironment = [&checked](yaml::Value item) {
            if (!checked.environment.isEmpty()) {
                item.set(u"environment"_s, checked.environment);
            }
            return item;
        };
        for (const Finding &finding : checked.report.findings) {
            items.append(inEnvironment(findingItem(finding)));
        }
        const QList<yaml::Value> matrix = matrixOf(checked);
        for (const yaml::Value &item : matrix) {
            reach.append(inEnvironment(item));
        }
        for (const policy::Effect &effect : checked.effects) {
            yaml::Value item;
            item.set(u"effect"_s, policy::effectName(effect.kind));
            item.set(u"object"_s, plainLine(effect.object));
            item.set(u"sentence"_s, plainLine(effect.sentence));
            effects.append(inEnvironment(item));
        }
    }
    yaml::Value document = findingList({});
    document.set(u"items"_s, yaml::Value::list(items));
    if (options.matrix) {
        document.set(u"reachability"_s, yaml::Value::list(reach));
    }
    if (!options.older.empty()) {
        document.set(u"effects"_s, yaml::Value::list(effects));
    }
    return document;
}

void printTables(const Io &io, const CheckOptions &options, const QList<Checked> &all)
{
    for (const Checked &checked : all) {
        if (!checked.environment.isEmpty()) {
            io.print(Text::tr("Environment %1").arg(checked.environment) + u'\n');
        }
        Findings shown = checked.report.findings;
        if (options.format != Format::Wide) { // notes are for who asks
            shown.removeIf([](const Finding &finding) { return finding.severity == Severity::Info; });
        }
        io.print(findingText(shown));
        if (!options.older.empty()) {
            Table table({{Text::tr("Effect")}, {Text::tr("Object")}, {Text::tr("What happens")}});
            for (const policy::Effect &effect : checked.effects) {
                table.add({policy::effectName(effect.kind), plainLine(effect.object), plainLine(effect.sentence)});
            }
            io.print(checked.effects.isEmpty() ? Text::tr("Nothing changes in the cluster.") + u'\n' : table.toString());
        }
        if (options.matrix) {
            Table table({{Text::tr("From")}, {Text::tr("To")}, {Text::tr("Ports")}});
            const QList<yaml::Value> items = matrixOf(checked);
            for (const yaml::Value &item : items) {
                const yaml::Value *perhaps = item.find(u"perhaps");
                table.add({item.find(u"from")->text(), item.find(u"to")->text(),
                           perhaps ? Text::tr("%1 (perhaps %2)").arg(item.find(u"ports")->text(), perhaps->text())
                                   : item.find(u"ports")->text()});
            }
            io.print(table.toString());
        }
        const auto count = [&checked](Severity severity) {
            return static_cast<int>(std::ranges::count(checked.report.findings, severity, &Finding::severity));
        };
        io.say(Text::tr("%1 errors, %2 warnings, %3 notes; %4 exempted.")
                   .arg(count(Severity::Error))
                   .arg(count(Severity::Warning))
                   .arg(count(Severity::Info))
                   .arg(checked.report.exempted.size()));
    }
}

Exit check(const Io &io, const CheckOptions &options)
{
    if (options.bundle.empty() == options.manifests.empty()) {
        io.say(Text::tr("Name a bundle, or a folder of manifests with --manifests."));
        return Exit::Usage;
    }
    if (const QString version = text(options.kubernetes); !version.isEmpty() && !policy::supportedVersions().contains(version)) {
        io.say(Text::tr("Kubernetes \"%1\" is none of %2.").arg(version, policy::supportedVersions().join(u", "_s)));
        return Exit::Usage;
    }
    const Result<QList<policy::Exemption>> exemptions = exemptionsOf(options);
    if (!exemptions) {
        return report(io, exemptions.error(), true);
    }
    const Result<QList<policy::Flow>> flows = flowsOf(options);
    if (!flows) {
        return report(io, flows.error(), true);
    }
    const Given given{.exemptions = *exemptions, .flows = *flows};
    const Result<QList<Checked>> all = options.bundle.empty() ? checkFolder(options, given) : checkBundle(options, given);
    if (!all) {
        return report(io, all.error(), true);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, documentOf(options, *all));
    } else if (options.format == Format::Name) {
        for (const Checked &checked : *all) {
            for (const Finding &finding : checked.report.findings) {
                io.print(finding.object + u'\n');
            }
        }
    } else {
        printTables(io, options, *all);
    }
    const Severity worst = options.strict ? Severity::Warning : Severity::Error;
    const bool isClean = std::ranges::all_of(*all, [worst](const Checked &checked) {
        return std::ranges::all_of(checked.report.findings, [worst](const Finding &finding) { return finding.severity < worst; });
    });
    return isClean ? Exit::Done : Exit::No;
}

} // namespace

void addBundleCheck(CLI::App &bundle, Invocation &invocation)
{
    const auto options = std::make_shared<CheckOptions>();
    CLI::App *checked = bundle.add_subcommand("check", "Find what is wrong with what a bundle installs, or with any manifests");
    checked->add_option("DIR", options->bundle, "The bundle; its chart is rendered with helm");
    checked->add_option("--manifests", options->manifests, "A folder of manifests instead of a bundle")->type_name("DIR");
    checked->add_option("--environment", options->environments, "Of the bundle, this environment only; may be repeated")
        ->type_name("NAME");
    checked
        ->add_option("--kubernetes", options->kubernetes, "The target's version, 1.34 to 1.37; a bundle's plan says it otherwise")
        ->type_name("VERSION");
    checked->add_option("-n,--namespace", options->nameSpace, "Where manifests go that name none")->type_name("NAME");
    checked->add_option("--exemptions", options->exemptions, "Findings to live with: objects, rules, reasons and days")
        ->type_name("FILE");
    checked->add_option("--flows", options->flows, "Flows that are needed beside a chart's own; everything else must be closed")
        ->type_name("FILE");
    checked->add_option("--since", options->older, "Also say what changes in the cluster since this older bundle or folder")
        ->type_name("OLD");
    checked->add_option("--render-to", options->renderTo, "Keep what the chart makes, where findings name lines")
        ->type_name("DIR");
    checked->add_flag("--matrix", options->matrix, "Also say who reaches whom on which ports");
    checked->add_flag("--strict", options->strict, "Warnings count as errors");
    addFormat(*checked, options->format);
    const Io &io = invocation.io;
    checked->callback([&invocation, &io, options] { invocation.action = [&io, options] { return check(io, *options); }; });
}

} // namespace sentinel::cli
