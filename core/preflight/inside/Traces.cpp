// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preflight/inside/Traces.h"

#include "core/preflight/Json.h"
#include "core/preflight/inside/Objects.h"

#include <QCoreApplication>
#include <QObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::preflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr Duration kGonePatience = std::chrono::minutes(2);

const kube::ResourceType *typeOf(const LookPtr &look, const QString &apiVersion, const QString &kind)
{
    const auto found = std::ranges::find_if(
        look->types, [&](const kube::ResourceType &type) { return type.apiVersion() == apiVersion && type.kind == kind; });
    return found == look->types.cend() ? nullptr : &*found;
}

journal::Deed deedOf(const QJsonObject &object)
{
    journal::Deed deed{.sentence = Text::tr("%1 is made, to look from inside.").arg(titleOf(object)),
                       .requestId = titleOf(object)};
    deed.target = {.apiVersion = object[u"apiVersion"].toString(),
                   .kind = object[u"kind"].toString(),
                   .ns = object[u"metadata"][u"namespace"].toString(),
                   .name = object[u"metadata"][u"name"].toString()};
    return deed;
}

bool bears(const QJsonObject &object, const QString &operation)
{
    return object[u"metadata"][u"labels"][kOperationLabel].toString() == operation;
}

/// Of this one or an earlier one, on its way out.
bool isOfALook(const QJsonObject &object)
{
    return object[u"metadata"][u"labels"][u"app.kubernetes.io/name"].toString() == kProbeName;
}

/// What every namespace holds from its first moment, or the cluster writes there by itself.
bool isUsual(const kube::ResourceType &type, const QJsonObject &object)
{
    const QString name = nameOf(object);
    return type.kind == "Event"_L1 || (type.kind == "ServiceAccount"_L1 && name == "default"_L1)
        || (type.kind == "ConfigMap"_L1 && (name == "kube-root-ca.crt"_L1 || name == "openshift-service-ca.crt"_L1));
}

/// Whose hands are in its fields: ours alone, and those of the control plane.
bool isUntouched(const QJsonObject &object)
{
    const QJsonArray fields = object[u"metadata"][u"managedFields"].toArray();
    return std::ranges::all_of(fields, [](const QJsonValue &each) {
        const QString manager = each[u"manager"].toString();
        return manager == kProbeManager || manager.startsWith("kube-"_L1);
    });
}

/// The first thing somebody else has in a namespace we made; empty: nothing.
[[nodiscard]] Async<QString> strangerIn(LookPtr look, QString ns)
{
    std::vector<std::pair<kube::ResourceType, Async<kube::ObjectList>>> asked;
    for (const kube::ResourceType &type : std::as_const(look->types)) {
        if (type.namespaced && (type.verbs.isEmpty() || type.verbs.contains("list"_L1))) {
            kube::ListOptions options{.ns = ns};
            options.metadataOnly = true;
            asked.emplace_back(type, look->services.api->list(type, options, {}));
        }
    }
    QString stranger;
    for (auto &[type, flow] : asked) {
        const auto list = co_await std::move(flow);
        if (!list && list.error().kind != Error::Kind::NotFound && list.error().kind != Error::Kind::Unsupported
            && stranger.isEmpty()) {
            stranger = Text::tr("what nobody may see: %1").arg(type.plural); // unknown is not nothing
        }
        for (const QJsonObject &object : list ? list->items : QList<kube::Object>()) {
            if (stranger.isEmpty() && !isUsual(type, object) && !isOfALook(object) && type.group != "metrics.k8s.io"_L1) {
                stranger = type.kind + u'/' + nameOf(object);
            }
        }
    }
    co_return stranger;
}

/// A namespace goes slowly, and while it does nothing can be made in it: a deploy that follows would fail.
[[nodiscard]] Async<void> awaitGone(LookPtr look, kube::ResourceType type, QString name)
{
    struct Watch
    {
        CancelSource stop;
        bool gone = false;
        QObject context;
    };
    const auto watch = std::make_shared<Watch>();
    look->services.clock->after(kGonePatience, &watch->context, [watch] { watch->stop.cancel(); });
    std::ignore = co_await look->services.api->watch(
        type, {.fieldSelector = u"metadata.name="_s + name},
        [watch, name](const kube::WatchEvent &event) {
            const auto isIt = [&name](const kube::Object &object) { return nameOf(object) == name; };
            const bool removed = event.type == kube::WatchEvent::Type::Deleted && isIt(event.object);
            if (removed || (event.type == kube::WatchEvent::Type::Replaced && std::ranges::none_of(event.objects, isIt))) {
                watch->gone = true;
                watch->stop.cancel();
            }
        },
        watch->stop.token());
    if (!watch->gone) {
        co_return failure(Error::Kind::Timeout, Text::tr("removing the namespace %1").arg(name),
                          Text::tr("It is on its way out and not gone yet; what is made in it meanwhile is refused."));
    }
    co_return {};
}

[[nodiscard]] Async<void> removeOne(LookPtr look, journal::Target target, QString operation)
{
    const kube::ResourceType *known = typeOf(look, target.apiVersion, target.kind);
    if (!known) {
        co_return {};
    }
    const kube::ResourceType type = *known;
    const kube::ObjectName name{.ns = target.ns, .name = target.name};
    const auto there = co_await look->services.api->get(type, name, {});
    if (!there) {
        co_return there.error().kind == Error::Kind::NotFound ? Result<void>() : failure(there);
    }
    if (!bears(*there, operation)) {
        co_return {}; // it was there before, or is somebody else's
    }
    kube::DeleteOptions options{.uid = (*there)[u"metadata"][u"uid"].toString()};
    if (target.kind == "Namespace"_L1) {
        const auto stranger = co_await strangerIn(look, target.name);
        if (!stranger) {
            co_return failure(stranger);
        }
        if (!stranger->isEmpty() || !isUntouched(*there)) {
            look->tell(Text::tr("The namespace %1 stays: others use it by now (%2).")
                           .arg(target.name, stranger->isEmpty() ? Text::tr("its fields are written by others") : *stranger));
            co_return {};
        }
        // As it was seen: whoever begins with it meanwhile keeps it.
        options.resourceVersion = (*there)[u"metadata"][u"resourceVersion"].toString();
    }
    const auto removed = co_await look->services.api->remove(type, name, options, {});
    if (!removed && removed.error().kind != Error::Kind::NotFound) {
        co_return failure(removed);
    }
    if (target.kind != "Namespace"_L1) {
        co_return {};
    }
    co_return co_await awaitGone(look, type, target.name);
}

} // namespace

Async<kube::Written> makeTrace(LookPtr look, QJsonObject object, CancelToken cancel)
{
    const kube::ResourceType *type = typeOf(look, object[u"apiVersion"].toString(), object[u"kind"].toString());
    if (!type) {
        co_return failure(Error::Kind::Unsupported, Text::tr("looking from inside"),
                          Text::tr("The cluster does not serve %1.").arg(kindOf(object)));
    }
    const journal::Deed deed = deedOf(object);
    if (const auto noted = look->log->intent(deed); !noted) {
        co_return failure(noted);
    }
    const kube::WriteOptions options{.fieldManager = kProbeManager};
    auto made = co_await look->services.api->create(*type, object, options, cancel);
    if (made) {
        journal::Deed done = deed;
        done.uid = made->object[u"metadata"][u"uid"].toString();
        std::ignore = look->log->effect(done);
    }
    co_return made;
}

Async<void> removeTraces(LookPtr look, QString operation)
{
    const auto records = look->services.journal->records(operation);
    if (!records) {
        co_return failure(records);
    }
    for (auto record = records->crbegin(); record != records->crend(); ++record) {
        if (record->type != journal::RecordType::Intent) {
            continue;
        }
        const auto removed = co_await removeOne(look, record->target, operation);
        if (!removed) {
            look->kept.append(
                Text::tr("%1/%2: %3").arg(record->target.kind, record->target.name, plainLine(removed.error().detail)));
        }
    }
    co_return {};
}

} // namespace sentinel::preflight
