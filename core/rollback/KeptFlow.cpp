// SPDX-License-Identifier: GPL-3.0-or-later
// Argo CD cannot read the older version, since its repository is gone: we bring it ourselves, from what was kept.
#include "core/rollback/Flow.h"
#include "core/rollback/Kept.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QString doing(const FlowPtr &flow)
{
    return Text::tr("rolling %1 back without its repository").arg(flow->subject().title());
}

using Types = QList<kube::ResourceType>;

Result<kube::ResourceType> typeOf(const FlowPtr &flow, const Types &types, const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    const QString kind = object[u"kind"].toString();
    const auto found = std::ranges::find_if(
        types, [&](const kube::ResourceType &type) { return type.kind == kind && type.apiVersion() == version; });
    return found == types.cend()
        ? failure(Error::Kind::Unsupported, doing(flow), Text::tr("This cluster does not serve %1 of %2.").arg(kind, version))
        : Result<kube::ResourceType>(*found);
}

/// Made where it is missing; else only what differs between the two versions is written, so that what others added stays and what
/// the newer version added goes.
[[nodiscard]] Async<QJsonObject> bring(FlowPtr flow, kube::ResourceType type, QJsonObject older, QJsonObject newer)
{
    const kube::ObjectName name{.ns = type.namespaced ? older[u"metadata"][u"namespace"].toString() : QString(),
                                .name = older[u"metadata"][u"name"].toString()};
    if (!newer.isEmpty()) {
        const QJsonObject patch = wayBack(newer, older);
        if (patch.isEmpty()) {
            co_return QJsonObject();
        }
        const auto written = co_await flow->services.api->patch(
            type, name, kube::Patch{.type = kube::PatchType::Merge, .json = QJsonDocument(patch).toJson(QJsonDocument::Compact)},
            kube::WriteOptions{}, flow->cancel());
        if (written || written.error().kind != Error::Kind::NotFound) {
            co_return written ? Result<QJsonObject>(QJsonObject()) : failure(written);
        }
    }
    const auto applied
        = co_await flow->services.api->apply(type, older, kube::ApplyOptions{.force = true, .strict = false}, flow->cancel());
    co_return applied ? Result<QJsonObject>(QJsonObject()) : failure(applied);
}

[[nodiscard]] Async<void> bringAll(FlowPtr flow, QList<QJsonObject> older, QList<QJsonObject> newer, Types types)
{
    QHash<deploy::ObjectKey, QJsonObject> now;
    for (const QJsonObject &object : std::as_const(newer)) {
        now.insert(deploy::keyOf(object), object);
    }
    for (const QJsonObject &object : std::as_const(older)) {
        const deploy::ObjectKey key = deploy::keyOf(object);
        if (key.kind == u"Secret" || now.value(key) == object) {
            continue; // values of Secrets are not kept: they stay as they are
        }
        const auto type = typeOf(flow, types, object);
        if (!type) {
            co_return failure(type);
        }
        const QString title = key.ns.isEmpty() ? key.toString() : key.ns + u'/' + key.toString();
        const auto done = co_await perform(
            flow, u"kept:"_s + title, Text::tr("%1 as it was").arg(title),
            [flow, kind = *type, object, before = now.value(key)] { return bring(flow, kind, object, before); });
        if (!done) {
            co_return done;
        }
    }
    co_return {};
}

} // namespace

Async<bool> bringKept(FlowPtr flow)
{
    if (flow->candidate.id.isEmpty() || flow->subject().isRemote) {
        co_return false;
    }
    const auto older = co_await flow->services.contents(flow->subject(), flow->candidate, flow->cancel());
    if (!older || !older->isOffline) {
        co_return false; // nothing was kept, or the repository answers and Argo CD has another trouble
    }
    auto newer = Result<Content>(Content());
    if (!flow->present.revision.isEmpty() && flow->present.id != flow->candidate.id) {
        newer = co_await flow->services.contents(flow->subject(), flow->present, flow->cancel());
    }
    const auto types = co_await flow->services.api->discover(flow->cancel());
    if (!types) {
        co_return failure(types);
    }
    flow->run->log(Text::tr("Argo CD cannot read the repository; the manifests that were kept here are brought instead."));
    const auto done
        = co_await bringAll(flow, inApplyOrder(older->objects), newer ? newer->objects : QList<QJsonObject>(), *types);
    if (!done) {
        co_return failure(done);
    }
    flow->tell(Text::tr("%1 is as it was at %2; this lasts until its repository is back and auto-sync is on again")
                   .arg(flow->subject().name, flow->candidate.revision.left(8)));
    co_return true;
}

} // namespace sentinel::rollback
