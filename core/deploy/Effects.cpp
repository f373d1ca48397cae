// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/Flow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::deploy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString whatToInstall(const QString &group)
{
    if (group == u"cert-manager.io") {
        return Text::tr("Install cert-manager first, or choose another kind of certificate in the plan (network.tls).");
    }
    if (group == u"argoproj.io") {
        return Text::tr("Install Argo CD first, or deploy --via helm.");
    }
    if (group == u"gateway.networking.k8s.io") {
        return Text::tr("Install the Gateway API first, or choose ingress in the plan (network.exposure).");
    }
    return {};
}

Error conflictOf(const ObjectKey &key, const QList<kube::FieldConflict> &conflicts)
{
    const kube::FieldConflict &first = conflicts.first();
    return {.kind = Error::Kind::Conflict,
            .doing = Text::tr("applying %1").arg(key.toString()),
            .detail = Text::tr("%1 belongs to %2, so it is left as it is. Take the field out there, or let the plan say the same "
                               "(%n field(s) in all).",
                               nullptr, int(conflicts.size()))
                          .arg(first.field, first.manager)};
}

[[nodiscard]] Async<QJsonObject> applyObject(FlowPtr flow, kube::ResourceType type, QJsonObject object)
{
    const auto written = co_await flow->services.api->apply(type, object, {}, flow->cancel());
    if (!written) {
        co_return failure(written);
    }
    for (const QString &warning : written->warnings) {
        flow->run->log(Text::tr("warning from the cluster: %1").arg(warning));
    }
    if (!written->conflicts.isEmpty()) {
        co_return failure(conflictOf(keyOf(object), written->conflicts));
    }
    co_return QJsonObject();
}

/// Asks the server what it would do. An object whose namespace is still to be made cannot be asked about.
[[nodiscard]] Async<void> planObject(FlowPtr flow, kube::ResourceType type, QJsonObject object)
{
    const ObjectKey key = keyOf(object);
    const auto written = co_await flow->services.api->apply(type, object, {.dryRun = true}, flow->cancel());
    if (!written && written.error().kind == Error::Kind::NotFound) {
        flow->run->addPlanned(Text::tr("create %1 (not checked: its namespace is not there yet)").arg(key.toString()));
        co_return {};
    }
    if (!written) {
        co_return failure(written);
    }
    if (!written->conflicts.isEmpty()) {
        co_return failure(conflictOf(key, written->conflicts));
    }
    flow->run->addPlanned(written->created ? Text::tr("create %1").arg(key.toString())
                                           : Text::tr("apply %1, which is there already").arg(key.toString()));
    co_return {};
}

} // namespace

Result<kube::ResourceType> typeOf(const FlowPtr &flow, const QJsonObject &object)
{
    const ObjectKey key = keyOf(object);
    const QString version = object[u"apiVersion"].toString();
    const auto exact = std::ranges::find_if(
        flow->types, [&](const kube::ResourceType &type) { return type.kind == key.kind && type.apiVersion() == version; });
    if (exact != flow->types.cend()) {
        return *exact;
    }
    return failure(Error::Kind::Unsupported, Text::tr("looking for the kinds the bundle needs"),
                   Text::tr("This cluster serves no %1 of %2. %3").arg(key.kind, version, whatToInstall(key.group)).trimmed());
}

Async<void> perform(FlowPtr flow, QString effect, QString what, Work work)
{
    if (flow->record->isDone(effect)) {
        co_return {};
    }
    if (flow->cancel().isCancelled()) {
        co_return failure(Error::Kind::Cancelled, what, Text::tr("stopped before it"));
    }
    if (const auto noted = flow->record->intend(effect, what); !noted) {
        co_return failure(noted);
    }
    flow->tell(what);
    const auto done = co_await work();
    if (!done) {
        // Stopped in the middle it may have happened: without a line either way, the next run looks.
        if (done.error().kind != Error::Kind::Cancelled) {
            std::ignore = flow->record->failed(effect, done.error().detail);
        }
        co_return failure(done);
    }
    flow->run->log(what);
    co_return flow->record->done(effect, what, *done);
}

Async<void> applyObjects(FlowPtr flow, QList<QJsonObject> objects)
{
    for (const QJsonObject &object : std::as_const(objects)) {
        const auto type = typeOf(flow, object);
        if (!type) {
            co_return failure(type);
        }
        const ObjectKey key = keyOf(object);
        const QString effect = u"apply:%1/%2/%3"_s.arg(key.kind, key.ns, key.name);
        Result<void> applied;
        if (flow->request.dryRun) {
            applied = co_await planObject(flow, *type, object);
        } else {
            applied = co_await perform(flow, effect, key.kind + u' ' + key.name,
                                       [flow, type = *type, object] { return applyObject(flow, type, object); });
        }
        if (!applied) {
            co_return failure(applied);
        }
    }
    co_return {};
}

Async<void> makeNamespace(FlowPtr flow)
{
    const QJsonObject space = flow->package.nameSpace;
    const auto type = typeOf(flow, space);
    if (!type) {
        co_return failure(type);
    }
    if (flow->package.via == Via::ArgoCd && !flow->request.dryRun) {
        // Argo CD owns it from its first sync on; the console only makes it, since the Secrets must be in it before.
        const auto present = co_await flow->services.api->get(*type, {.ns = {}, .name = flow->package.ns()}, flow->cancel());
        if (present || present.error().kind != Error::Kind::NotFound) {
            co_return present ? Result<void>() : failure(present);
        }
    }
    co_return co_await applyObjects(flow, {space});
}

Async<void> applyPlatform(FlowPtr flow)
{
    co_return co_await applyObjects(flow, flow->package.platform);
}

} // namespace sentinel::deploy
