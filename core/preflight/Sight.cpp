// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/Sight.h"
#include "core/base/Timestamp.h"

#include "core/preflight/Json.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// One list to be made.
struct Wish
{
    QString group;
    QString plural;
    bool ours = false; ///< only of the environment's namespace
    bool namesOnly = false;
    QString fields{};

    [[nodiscard]] QString key() const { return group.isEmpty() ? plural : plural + u'.' + group; }
};

QList<Wish> wishes()
{
    return {
        {.group = {}, .plural = u"nodes"_s},
        // What has ended holds nothing any more.
        {.group = {}, .plural = u"pods"_s, .fields = u"status.phase!=Succeeded,status.phase!=Failed"_s},
        {.group = u"storage.k8s.io"_s, .plural = u"storageclasses"_s},
        {.group = u"networking.k8s.io"_s, .plural = u"ingressclasses"_s},
        {.group = u"gateway.networking.k8s.io"_s, .plural = u"gatewayclasses"_s},
        {.group = u"gateway.networking.k8s.io"_s, .plural = u"gateways"_s},
        {.group = u"apiextensions.k8s.io"_s, .plural = u"customresourcedefinitions"_s, .namesOnly = true},
        {.group = u"apps"_s, .plural = u"daemonsets"_s, .namesOnly = true},
        {.group = {}, .plural = u"resourcequotas"_s, .ours = true},
        {.group = {}, .plural = u"limitranges"_s, .ours = true},
        {.group = {}, .plural = u"services"_s, .ours = true},
        {.group = u"apps"_s, .plural = u"deployments"_s, .ours = true},
        {.group = u"apps"_s, .plural = u"statefulsets"_s, .ours = true},
        {.group = {}, .plural = u"persistentvolumeclaims"_s, .ours = true},
        {.group = {}, .plural = u"persistentvolumes"_s},
        {.group = u"cert-manager.io"_s, .plural = u"issuers"_s, .ours = true},
        {.group = u"cert-manager.io"_s, .plural = u"clusterissuers"_s},
    };
}

const kube::ResourceType *typeFor(const QList<kube::ResourceType> &types, const Wish &wish)
{
    const auto found = std::ranges::find_if(
        types, [&wish](const kube::ResourceType &type) { return type.group == wish.group && type.plural == wish.plural; });
    return found == types.cend() ? nullptr : &*found;
}

/// The server's time of day, from a review it dates itself: whole seconds, so half of one is added.
[[nodiscard]] Async<qint64> skewOf(kube::ApiPtr api, CancelToken cancel)
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const kube::Object review{{u"apiVersion"_s, u"authentication.k8s.io/v1"_s}, {u"kind"_s, u"SelfSubjectReview"_s}};
    const auto answer = co_await api->request("POST", u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s, review, cancel);
    if (!answer) {
        co_return failure(answer);
    }
    const QDateTime after = QDateTime::currentDateTimeUtc();
    const QDateTime told = timestampOf((*answer)[u"metadata"][u"creationTimestamp"]);
    if (!told.isValid()) {
        co_return failure(Error::Kind::Unsupported, Text::tr("asking for the server's time"),
                          Text::tr("The server does not date its reviews."));
    }
    const QDateTime middle = before.addMSecs(before.msecsTo(after) / 2);
    co_return middle.msecsTo(told.addMSecs(500));
}

/// Whether the definition of Applications has the field by which auto-sync is paused from Argo CD 3.1 on.
std::optional<bool> enablesIn(const kube::Object &definition)
{
    const QJsonArray versions = definition[u"spec"][u"versions"].toArray();
    for (const QJsonValue &version : versions) {
        const QJsonValue spec = version[u"schema"][u"openAPIV3Schema"][u"properties"][u"spec"];
        const QJsonValue automated = spec[u"properties"][u"syncPolicy"][u"properties"][u"automated"][u"properties"];
        if (automated.isObject()) {
            return automated.toObject().contains(u"enabled");
        }
    }
    return {};
}

} // namespace

const Result<QList<kube::Object>> &Sight::of(const QString &list) const
{
    static const Result<QList<kube::Object>> kNone = QList<kube::Object>();
    const auto found = lists.constFind(list);
    return found == lists.cend() ? kNone : *found;
}

const kube::ResourceType *Sight::serves(const QString &group, const QString &kind) const
{
    const auto found
        = std::ranges::find_if(types, [&](const kube::ResourceType &type) { return type.group == group && type.kind == kind; });
    return found == types.cend() ? nullptr : &*found;
}

QString whoMay(const QString &verb, const QString &resource)
{
    return Text::tr("someone who may %1 %2").arg(verb, resource);
}

QString unseen(const QString &resource, const Error &error)
{
    return Text::tr("The %1 of the cluster cannot be read: %2").arg(resource, plainLine(error.detail));
}

Async<Sight> lookAt(kube::ApiPtr api, QString ns, CancelToken cancel)
{
    Sight sight;
    const auto version = co_await api->version(cancel);
    if (!version) {
        co_return failure(version);
    }
    sight.version = *version;
    auto types = co_await api->discover(cancel);
    if (!types) {
        co_return failure(types);
    }
    sight.types = std::move(*types);

    // All at once: each flow runs until its first answer is awaited.
    std::vector<std::pair<QString, Async<kube::ObjectList>>> asked;
    const QList<Wish> all = wishes();
    for (const Wish &wish : all) {
        if (const kube::ResourceType *type = typeFor(sight.types, wish)) {
            kube::ListOptions options{.ns = wish.ours ? ns : QString(), .fieldSelector = wish.fields};
            options.metadataOnly = wish.namesOnly;
            asked.emplace_back(wish.key(), api->list(*type, options, cancel));
        }
    }
    const kube::ResourceType definitions{.group = u"apiextensions.k8s.io"_s,
                                         .version = u"v1"_s,
                                         .kind = u"CustomResourceDefinition"_s,
                                         .plural = u"customresourcedefinitions"_s,
                                         .namespaced = false};
    auto argo = api->get(definitions, {.ns = {}, .name = u"applications.argoproj.io"_s}, cancel);
    auto skew = skewOf(api, cancel);
    auto space
        = api->get({.group = {}, .version = u"v1"_s, .kind = u"Namespace"_s, .plural = u"namespaces"_s, .namespaced = false},
                   {.ns = {}, .name = ns}, cancel);
    for (auto &[key, flow] : asked) {
        auto list = co_await std::move(flow);
        if (!list && list.error().kind == Error::Kind::Cancelled) {
            co_return failure(list);
        }
        sight.lists.insert(key, list ? Result<QList<kube::Object>>(std::move(list->items)) : failure(list));
    }
    if (const auto ahead = co_await std::move(skew)) {
        sight.clockSkew = *ahead;
    }
    if (const auto definition = co_await std::move(argo)) {
        sight.argoEnables = enablesIn(*definition);
    }
    if (const auto found = co_await std::move(space)) {
        sight.nameSpace = *found;
    }
    co_return std::move(sight);
}

} // namespace sentinel::preflight
