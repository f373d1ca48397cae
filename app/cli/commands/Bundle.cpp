// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Bundle.h"
#include "app/cli/commands/BundleCheck.h"
#include "app/cli/commands/Commands.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct BundleOptions
{
    std::string folder;
    std::string older;
    std::string newer;
    Format format = Format::Table;
};

Exit verify(const Io &io, const BundleOptions &options)
{
    const QString folder = text(options.folder);
    const auto findings = bundle::verify(folder);
    if (!findings) {
        return report(io, findings.error(), true);
    }
    if (isDocument(options.format)) {
        printDocument(io, options.format, findingList(*findings));
    } else if (options.format == Format::Name) {
        for (const Finding &finding : *findings) {
            io.print(finding.object + u'\n');
        }
    } else if (findings->isEmpty()) {
        io.print(Text::tr("%1 is exactly as it was written.").arg(folder) + u'\n');
    } else {
        io.print(findingText(*findings));
    }
    return findings->isEmpty() ? Exit::Done : Exit::No;
}

QString changeName(bundle::Change::Kind kind)
{
    switch (kind) {
    case bundle::Change::Kind::Added:
        return u"added"_s;
    case bundle::Change::Kind::Removed:
        return u"removed"_s;
    case bundle::Change::Kind::Changed:
        return u"changed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Exit difference(const Io &io, const BundleOptions &options)
{
    const auto older = bundle::read(text(options.older));
    if (!older) {
        return report(io, older.error(), true);
    }
    const auto newer = bundle::read(text(options.newer));
    if (!newer) {
        return report(io, newer.error(), true);
    }
    const QList<bundle::Change> changes = bundle::difference(*older, *newer);
    if (isDocument(options.format)) {
        yaml::Value document;
        document.set(u"apiVersion"_s, u"console.sentinel/v1"_s);
        document.set(u"kind"_s, u"BundleDiff"_s);
        QList<yaml::Value> items;
        for (const bundle::Change &change : changes) {
            yaml::Value item;
            item.set(u"path"_s, change.path);
            item.set(u"change"_s, changeName(change.kind));
            item.set(u"diff"_s, change.diff);
            items.append(item);
        }
        document.set(u"items"_s, yaml::Value::list(items));
        printDocument(io, options.format, document);
    } else {
        for (const bundle::Change &change : changes) {
            if (options.format == Format::Name) {
                io.print(change.path + u'\n');
            } else {
                io.print(u"%1 %2\n%3"_s.arg(changeName(change.kind).leftJustified(7), change.path, change.diff));
            }
        }
        if (changes.isEmpty()) {
            io.say(Text::tr("The two bundles are the same."));
        }
    }
    return changes.isEmpty() ? Exit::Done : Exit::No;
}

} // namespace

void addBundle(CLI::App &app, Invocation &invocation)
{
    CLI::App *bundle = app.add_subcommand("bundle", "Verify, check and compare written bundles");
    bundle->require_subcommand(1);
    const auto options = std::make_shared<BundleOptions>();
    const Io &io = invocation.io;

    CLI::App *verified = bundle->add_subcommand("verify", "Say whether a bundle is exactly as it was written");
    verified->add_option("DIR", options->folder, "The bundle")->required();
    addFormat(*verified, options->format);
    verified->callback([&invocation, &io, options] { invocation.action = [&io, options] { return verify(io, *options); }; });

    addBundleCheck(*bundle, invocation);

    CLI::App *compared = bundle->add_subcommand("diff", "Say what a newer bundle changes");
    compared->add_option("OLD", options->older, "The bundle before")->required();
    compared->add_option("NEW", options->newer, "The bundle after")->required();
    addFormat(*compared, options->format);
    compared->callback([&invocation, &io, options] { invocation.action = [&io, options] { return difference(io, *options); }; });
}

} // namespace sentinel::cli
