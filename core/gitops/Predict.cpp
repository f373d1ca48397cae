// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gitops/Predict.h"

#include "core/gitops/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::gitops {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Predict)
};

const QString kLastApplied = u"kubectl.kubernetes.io/last-applied-configuration"_s;

bool haveNames(const QJsonArray &list)
{
    return !list.isEmpty()
        && std::ranges::all_of(list, [](const QJsonValue &item) { return !item[u"name"].toString().isEmpty(); });
}

QJsonValue memberNamed(const QJsonArray &list, const QJsonValue &name)
{
    const auto at = std::ranges::find_if(list, [&name](const QJsonValue &item) { return item[u"name"] == name; });
    return at == list.end() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(*at);
}

/// `value` without what `old` has and `wanted` has not; undefined: nothing is left of it.
QJsonValue takenBack(const QJsonValue &value, const QJsonValue &old, const QJsonValue &wanted)
{
    if (old.isObject() && value.isObject() && wanted.isObject()) {
        QJsonObject map = value.toObject();
        const QJsonObject before = old.toObject();
        const QJsonObject now = wanted.toObject();
        for (auto each = before.constBegin(); each != before.constEnd(); ++each) {
            if (!now.contains(each.key())) {
                map.remove(each.key());
            } else if (map.contains(each.key())) {
                map.insert(each.key(), takenBack(map[each.key()], each.value(), now[each.key()]));
            }
        }
        return map;
    }
    if (old.isArray() && value.isArray() && wanted.isArray() && haveNames(old.toArray()) && haveNames(value.toArray())) {
        QJsonArray list;
        const QJsonArray members = value.toArray();
        for (const QJsonValue &member : members) {
            const QJsonValue before = memberNamed(old.toArray(), member[u"name"]);
            const QJsonValue now = memberNamed(wanted.toArray(), member[u"name"]);
            if (before.isUndefined()) {
                list.append(member);
            } else if (!now.isUndefined()) {
                list.append(takenBack(member, before, now));
            }
        }
        return list;
    }
    return value;
}

Result<kube::ResourceType> typeOf(const PredictContext &context, const QJsonObject &object)
{
    const QString version = object[u"apiVersion"].toString();
    const QString kind = object[u"kind"].toString();
    for (const kube::ResourceType &type : context.types) {
        if (type.kind == kind && type.apiVersion() == version) {
            return type;
        }
    }
    return failure(Error::Kind::Unsupported, Text::tr("comparing with the cluster"),
                   Text::tr("This cluster serves no %1 of %2.").arg(kind, version));
}

bool isRefusal(Error::Kind kind)
{
    return kind == Error::Kind::Forbidden || kind == Error::Kind::Unsupported;
}

} // namespace

QJsonValue laidOver(const QJsonValue &live, const QJsonValue &wanted)
{
    if (live.isObject() && wanted.isObject()) {
        QJsonObject map = live.toObject();
        const QJsonObject over = wanted.toObject();
        for (auto each = over.constBegin(); each != over.constEnd(); ++each) {
            map.insert(each.key(), laidOver(map.value(each.key()), each.value()));
        }
        return map;
    }
    if (live.isArray() && wanted.isArray() && haveNames(live.toArray()) && haveNames(wanted.toArray())) {
        QJsonArray list;
        const QJsonArray over = wanted.toArray();
        for (const QJsonValue &member : over) {
            const QJsonValue before = memberNamed(live.toArray(), member[u"name"]);
            list.append(before.isUndefined() ? member : laidOver(before, member));
        }
        return list;
    }
    return wanted;
}

QJsonObject markedAsLive(QJsonObject wanted, const QJsonObject &live, const QString &instance)
{
    const QString label = u"app.kubernetes.io/instance"_s;
    const bool isAnnotated = !annotationOf(live, u"argocd.argoproj.io/tracking-id"_s).isEmpty();
    if (!isAnnotated && live[u"metadata"][u"labels"][label].toString() == instance) {
        wanted.insert(u"metadata"_s,
                      merged(wanted.value(u"metadata").toObject(), {{u"labels"_s, QJsonObject{{label, instance}}}}));
    }
    return wanted;
}

QJsonObject withoutTakenBack(QJsonObject after, const QJsonObject &live, const QJsonObject &wanted)
{
    const QJsonObject old = QJsonDocument::fromJson(annotationOf(live, kLastApplied).toUtf8()).object();
    return old.isEmpty() ? after : takenBack(after, old, wanted).toObject();
}

Async<Prediction> predict(kube::ApiPtr api, QJsonObject wanted, std::shared_ptr<PredictContext> context, CancelToken cancel)
{
    const auto type = typeOf(*context, wanted);
    if (!type) {
        co_return failure(type);
    }
    const kube::ObjectName name{.ns = type->namespaced ? namespaceOf(wanted) : QString(), .name = nameOf(wanted)};
    const auto live = co_await api->get(*type, name, cancel);
    if (!live && live.error().kind == Error::Kind::NotFound) {
        co_return Prediction{.live = {}, .after = wanted};
    }
    if (!live) {
        co_return failure(live);
    }
    wanted = markedAsLive(wanted, *live, context->instance);
    const auto applied = co_await api->apply(
        *type, wanted, {.fieldManager = context->fieldManager, .force = true, .dryRun = true, .strict = false}, cancel);
    if (!applied && !isRefusal(applied.error().kind)) {
        co_return failure(applied);
    }
    context->isWithoutServer = context->isWithoutServer || !applied;
    const QJsonObject made = applied ? applied->object : laidOver(*live, wanted).toObject();
    co_return Prediction{.live = *live, .after = withoutTakenBack(made, *live, wanted)};
}

} // namespace sentinel::gitops
