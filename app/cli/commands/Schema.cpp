// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Commands.h"
#include "app/cli/commands/PlanSchema.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <memory>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const QStringList &kinds()
{
    static const QStringList all{u"Application"_s,        u"ApplicationDiff"_s, u"ApplicationHistory"_s, u"ApplicationList"_s,
                                 u"ApplicationSync"_s,    u"AutoSyncState"_s,   u"BundleDiff"_s,         u"BundleManifest"_s,
                                 u"ClusterCheck"_s,       u"ClusterList"_s,     u"EventList"_s,          u"FindingList"_s,
                                 u"GuardReport"_s,        u"InstallPlan"_s,     u"Inventory"_s,          u"JournalList"_s,
                                 u"JournalRecordList"_s,  u"LogList"_s,         u"OperationRun"_s,       u"PlanExplanation"_s,
                                 u"Certificate"_s,        u"CertificateList"_s, u"PreflightReport"_s,    u"PullRequestText"_s,
                                 u"RollbackCandidates"_s, u"RollbackVerdict"_s, u"ScenarioList"_s,       u"SizingReport"_s,
                                 u"StatusReport"_s,       u"SyncWindowList"_s};
    return all;
}

Exit schema(const Io &io, const QString &kind)
{
    for (const QString &known : kinds()) {
        if (known.compare(kind, Qt::CaseInsensitive) != 0) {
            continue;
        }
        if (known == u"InstallPlan") {
            io.out.write(toJson(planSchema(io.language)));
            return Exit::Done;
        }
        QFile file(u":/schemas/%1.json"_s.arg(known));
        if (!file.open(QIODevice::ReadOnly)) {
            io.say(Text::tr("The schema of %1 is missing from this program; please report it.").arg(known));
            return Exit::CouldNot;
        }
        io.out.write(file.readAll());
        return Exit::Done;
    }
    io.say(Text::tr("There is no kind \"%1\"; known are %2.").arg(kind, kinds().join(u", "_s)));
    return Exit::Usage;
}

} // namespace

void addSchema(CLI::App &app, Invocation &invocation)
{
    const auto kind = std::make_shared<std::string>();
    CLI::App *command = app.add_subcommand("schema", "Print the JSON schema of a kind of document");
    command->add_option("KIND", *kind, kinds().join(u", "_s).toStdString())->required();
    command->callback(
        [&invocation, kind] { invocation.action = [&io = invocation.io, kind] { return schema(io, text(*kind)); }; });
}

} // namespace sentinel::cli
