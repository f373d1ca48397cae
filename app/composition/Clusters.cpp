// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Clusters.h"
#include "app/composition/Application.h"
#include "core/journal/Journal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

journal::Deed deedOf(const kube::ConsentWish &wish)
{
    if (const auto *insecure = std::get_if<kube::InsecureWish>(&wish)) {
        journal::Deed deed{.sentence = Text::tr("The certificate of %1 may go unverified.").arg(insecure->server)};
        deed.facts.add(u"cluster"_s, insecure->cluster).add(u"server"_s, insecure->server);
        return deed;
    }
    const auto &plugin = std::get<kube::PluginWish>(wish);
    journal::Deed deed{.sentence = Text::tr("The program %1 may be run to sign in.").arg(plugin.command)};
    deed.facts.add(u"command"_s, plugin.command)
        .add(u"arguments"_s, plugin.shownArguments().join(u' '))
        .add(u"sha256"_s, QString::fromLatin1(plugin.sha256));
    return deed;
}

} // namespace

kube::KnownClustersFile knownClusters()
{
    return kube::KnownClustersFile(configFolder());
}

kube::PluginHost pluginHost(bool hasTerminal)
{
    // Every shell sets it; a desktop has none around its programs.
    return {.hasTerminal = hasTerminal, .asksLoginShell = !hasTerminal && qEnvironmentVariableIsEmpty("SHLVL")};
}

kube::CheckOrder checkOrder(const QString &kubeconfig, const QString &context, bool hasTerminal)
{
    return {.kubeconfig = kubeconfig, .context = context, .consent = knownClusters().consent(), .host = pluginHost(hasTerminal)};
}

Result<void> allow(const kube::ConsentWish &wish, const QString &context)
{
    const auto journal = journal::Journal::open(stateFolder());
    if (!journal) {
        return failure(journal);
    }
    const journal::Scope scope{.kind = u"consent"_s, .context = context};
    auto log = (*journal)->begin(scope);
    if (!log && log.error().kind == Error::Kind::Conflict) {
        // A program that was killed between the two records left one open.
        const auto open = (*journal)->openOperation(scope.kind, scope.cluster, scope.environment);
        log = open && *open ? (*journal)->resume((*open)->id) : std::move(log);
    }
    if (!log) {
        return failure(log);
    }
    const journal::Deed deed = deedOf(wish);
    if (const auto intended = log->intent(deed); !intended) {
        return intended;
    }
    const auto changed = knownClusters().change([&wish](kube::KnownClusters &known) -> Result<void> {
        known.allow(wish, QDateTime::currentDateTimeUtc());
        return {};
    });
    if (!changed) {
        std::ignore = log->outcome(journal::Outcome::Failed, changed.error().detail);
        return failure(changed);
    }
    return log->outcome(journal::Outcome::Done, deed.sentence);
}

} // namespace sentinel::composition
