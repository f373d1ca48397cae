// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interruption.h"
#include "app/cli/commands/Commands.h"

#include "core/bundle/Bundle.h"
#include "core/yaml/Read.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct GenerateOptions
{
    std::string file;
    std::string out;
    Format format = Format::Table;
};

/// Whether every error is a verdict of the sizing; those "plan check" does not know.
bool isOnlySizing(const Findings &findings)
{
    return std::ranges::all_of(findings, [](const Finding &finding) {
        return finding.severity != Severity::Error || finding.rule.startsWith("sizing."_L1);
    });
}

Exit generate(const Io &io, const GenerateOptions &options)
{
    if (options.out.empty()) {
        io.say(Text::tr("--out needs the name of a folder."));
        return Exit::Usage;
    }
    const auto plan = plan::InstallPlan::load(text(options.file));
    if (!plan) {
        return report(io, plan.error(), true);
    }
    const auto bundle = bundle::generate(*plan, io.language);
    if (!bundle) {
        // A plan that can be read but breaks rules is an answer ("no"), not a failure to read.
        io.say(findingText(bundle.error().findings).trimmed());
        if (bundle.error().findings.isEmpty()) {
            return report(io, bundle.error(), true);
        }
        io.say(
            isOnlySizing(bundle.error().findings)
                ? Text::tr("No bundle was written: what the plan asks for cannot work. \"sentinelctl size %1 --explain\" shows "
                           "the numbers.")
                      .arg(text(options.file))
                : Text::tr("No bundle was written: the plan has errors. \"sentinelctl plan check %1\" lists them.")
                      .arg(text(options.file)));
        return Exit::No;
    }
    const QString folder = text(options.out);
    {
        const Interruption interruption;
        const auto written = bundle::write(*bundle, folder, Interruption::isAsked);
        if (!written && written.error().kind == Error::Kind::Cancelled) {
            return Exit::Interrupted;
        }
        if (!written) {
            return report(io, written.error(), false);
        }
    }
    if (!bundle->findings.isEmpty()) {
        io.say(findingText(bundle->findings).trimmed());
    }
    if (isDocument(options.format)) {
        // The manifest as it was written; JSON is YAML too.
        const auto manifest = yaml::read(bundle->find(u"bundle.json")->content, u"bundle.json"_s);
        if (!manifest) {
            return report(io, manifest.error(), false);
        }
        printDocument(io, options.format, *manifest);
    } else if (options.format == Format::Name || options.format == Format::Wide) {
        for (const bundle::File &file : bundle->files) {
            io.print(file.path + u'\n');
        }
    } else {
        io.print(Text::tr("%n file(s) in %1", nullptr, int(bundle->files.size())).arg(folder) + u'\n');
        io.say(Text::tr("Next: read %1/README.md; \"sentinelctl bundle verify %1\" says whether it is still as written.")
                   .arg(folder));
    }
    return Exit::Done;
}

} // namespace

void addGenerate(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<GenerateOptions>();
    CLI::App *command = app.add_subcommand("generate", "Write the configuration bundle of a plan, offline");
    command->add_option("FILE", options->file, "The plan")->required();
    command->add_option("--out", options->out, "Folder to write: new, empty, or an unchanged bundle")
        ->required()
        ->type_name("DIR");
    addFormat(*command, options->format);
    command->callback(
        [&invocation, options] { invocation.action = [&io = invocation.io, options] { return generate(io, *options); }; });
}

} // namespace sentinel::cli
