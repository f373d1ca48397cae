// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/PreflightServices.h"

#include "app/composition/DeployServices.h"
#include "core/base/Files.h"
#include "core/bundle/Manifest.h"
#include "core/preflight/registry/Registries.h"

#include <QCoreApplication>
#include <QHostInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr auto kOperation = "preflight"_L1;
constexpr auto kOverride = "override:"_L1; // and the rule: a fact's name

/// This machine's resolver, from the event loop.
[[nodiscard]] Async<QStringList> resolve(QString host, CancelToken cancel)
{
    const Promise<QStringList> promise;
    auto context = std::make_unique<QObject>();
    const auto registration = cancel.onCancel(
        [promise] { promise.keep(failure(Error::Kind::Cancelled, Text::tr("resolving a name"), Text::tr("stopped"))); });
    QHostInfo::lookupHost(host, context.get(), [promise, host](const QHostInfo &info) {
        QStringList addresses;
        const auto all = info.addresses();
        for (const QHostAddress &address : all) {
            addresses.append(address.toString());
        }
        if (addresses.isEmpty()) {
            promise.keep(failure(Error::Kind::NotFound, Text::tr("resolving %1").arg(host), info.errorString()));
        } else {
            promise.keep(addresses);
        }
    });
    co_return co_await promise.answer();
}

journal::Scope scopeOf(const OverrideScope &scope)
{
    return {.kind = kOperation, .context = scope.context, .cluster = scope.cluster, .environment = scope.environment};
}

} // namespace

Async<preflight::Services> preflightServices(ClusterConnection connection, CancelToken cancel)
{
    const auto helm = co_await helm::findHelm({u"helm"_s, QCoreApplication::applicationDirPath() + u"/helm"_s}, cancel);
    if (!helm) {
        // No fault of the bundle: a program is missing here.
        Error missing = helm.error();
        missing.kind = missing.kind == Error::Kind::NotFound ? Error::Kind::Unreachable : missing.kind;
        co_return failure(missing);
    }
    // Pods of a rehearsal pull nothing.
    co_return preflight::Services{.api = connection.api,
                                  .helm = *helm,
                                  .resolve = resolve,
                                  .hasImage = connection.rehearsal ? preflight::HasImage()
                                                                   : preflight::registries(preflight::usualRegistryOptions()),
                                  .context = connection.access.context,
                                  .server = connection.access.server.host(),
                                  .rehearsal = connection.rehearsal};
}

Result<preflight::InsideServices> insideServices(const ClusterConnection &connection)
{
    auto journal = openJournal();
    if (!journal) {
        return failure(journal);
    }
    return preflight::InsideServices{.api = connection.api,
                                     .clock = std::make_shared<SystemClock>(),
                                     .journal = std::move(*journal),
                                     .context = connection.access.context,
                                     .cluster = connection.access.server.toString(),
                                     .rehearsal = connection.rehearsal};
}

Result<OverrideScope> overrideScope(const QString &folder, const QString &environment, const ClusterConnection &connection)
{
    const auto listing = readFile(folder + u"/bundle.json"_s);
    if (!listing) {
        return failure(listing);
    }
    return OverrideScope{.context = connection.access.context,
                         .cluster = connection.access.server.toString(),
                         .environment = environment,
                         .bundle = QString::fromLatin1(bundle::sha256(*listing))};
}

Result<void> recordOverrides(journal::Journal &journal, const OverrideScope &scope, const QList<preflight::Override> &overrides)
{
    journal::Facts facts;
    facts.add(u"bundle"_s, scope.bundle);
    QStringList rules;
    for (const preflight::Override &override : overrides) {
        facts.add(kOverride + override.rule, override.reason);
        rules.append(override.rule);
    }
    const QString sentence = Text::tr("accepted what preflight found: %1").arg(rules.join(u", "_s));
    auto log = journal.begin(scopeOf(scope), sentence, facts);
    if (!log) {
        return failure(log);
    }
    return log->outcome(journal::Outcome::Done, sentence);
}

Result<QList<preflight::Override>> recordedOverrides(journal::Journal &journal, const OverrideScope &scope)
{
    const auto operations = journal.operations(); // newest first
    if (!operations) {
        return failure(operations);
    }
    QList<preflight::Override> overrides;
    for (const journal::Operation &operation : *operations) {
        if (operation.scope.kind != kOperation || operation.scope.cluster != scope.cluster
            || operation.scope.environment != scope.environment) {
            continue;
        }
        const auto records = journal.records(operation.id);
        if (!records || records->isEmpty() || records->first().facts.value(u"bundle"_s) != scope.bundle) {
            continue;
        }
        const auto &facts = records->first().facts.all();
        for (const auto &[name, reason] : facts.asKeyValueRange()) {
            const QString rule = name.startsWith(kOverride) ? name.sliced(kOverride.size()) : QString();
            if (!rule.isEmpty() && !std::ranges::contains(overrides, rule, &preflight::Override::rule)) {
                overrides.append({.rule = rule, .reason = reason});
            }
        }
    }
    return overrides;
}

} // namespace sentinel::composition
